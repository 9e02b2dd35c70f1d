"""The documentation as a site of plain files: read and searched without a network (`make docs`)."""

import re
import tomllib
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.search import SearchLanguage

ROOT = Path(__file__).parent.parent

project = "邻里"
language = "zh_CN"
version = release = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
extensions = ["myst_parser"]
myst_heading_anchors = 3
suppress_warnings = ["myst.xref_missing", "myst.header"]
html_theme = "alabaster"
html_title = "邻里使用手册"
html_static_path = ["site"]
html_css_files = ["site.css"]
html_show_sourcelink = html_show_sphinx = False
html_search_language = "zh"
exclude_patterns = ["monitoring/*"]
html_theme_options = {"description": "街道的微信机器人和后台", "fixed_sidebar": True, "page_width": "1080px"}


class Pairs(SearchLanguage):
    """Finds Chinese by every two characters that stand side by side, and so without a dictionary, in text and in what is asked."""

    lang = "zh"
    language_name = "Chinese"
    js_splitter_code = """
var splitQuery = (query) =>
  (query.match(/[\\u4e00-\\u9fff]+|\\w+/g) || []).flatMap((run) =>
    /^\\d+$/.test(run) ? ["no" + run]
    : !/^[\\u4e00-\\u9fff]/.test(run) || run.length < 3 ? [run]
    : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)));
"""

    def split(self, input: str) -> list[str]:
        """Words of letters whole, numbers marked (numbers alone are not looked for), Chinese in pairs."""
        return [pair for run in re.findall(r"[\u4e00-\u9fff]+|[0-9A-Za-z_]+", input) for pair in _pairs(run)]


def _pairs(run: str) -> list[str]:
    if run.isdigit():
        return [f"no{run}"]
    if not "\u4e00" <= run[0] <= "\u9fff" or len(run) < 3:
        return [run]
    return [run[at : at + 2] for at in range(len(run) - 1)]


def setup(app: Sphinx) -> None:
    """Called by the generator."""
    app.add_search_language(Pairs)
