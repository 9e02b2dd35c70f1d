"""The documentation as a site of files: it is whole, and what is looked for in Chinese is found without a network."""

import subprocess
import sys

import pytest

from linli.platform_error_texts import ERRORS
from tests.processes import ROOT


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Built with warnings as errors: a page that no list names, or a link to a page that is gone, fails."""
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "--quiet", "--fail-on-warning", "-b", "html", "docs", folder],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.mark.parametrize(
    ("asked", "page"),
    [("访问令牌", "故障与办法"), ("40164", "故障与办法"), ("邀请码", "第一小时"), ("中途断电", "升级说明")],
)
def test_what_is_looked_for_is_found_in_a_file(site, browser, asked, page):
    found = browser.new_page()
    found.goto(f"{(site / 'search.html').as_uri()}?q={asked}")
    found.locator("#search-results li", has_text=page).first.wait_for(timeout=20_000)


def test_every_error_that_setup_explains_stands_in_the_list_of_cures():
    cures = (ROOT / "docs" / "cures.md").read_text()
    for code, (cause, cure) in ERRORS.items():
        assert f"| {code} | {cause} | {cure} |\n" in cures
