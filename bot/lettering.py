"""The Chinese font for pictures and PDFs: which characters it has, and text broken into lines that fit."""

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont
from fpdf import FPDF
from PIL import ImageFont

_NOT_FIRST = "，。；：、！？）》”’…"
"""What does not begin a line."""


@cache
def letters(fonts: Path, size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """The font in a size (pixels). `fonts`: the folder of the Chinese font."""
    return ImageFont.truetype(str(_file(fonts, bold)), size)


def letter(pdf: FPDF, fonts: Path) -> None:
    """Makes the font known to a PDF, as `noto`, regular and bold."""
    for style in ("", "B"):
        pdf.add_font("noto", style, str(_file(fonts, style == "B")))


def set_to_fit(pdf: FPDF, text: str, style: str, size: float, wide: float) -> None:
    """Sets the font of a PDF in a size, or in a smaller one where the text would be wider (millimetres)."""
    pdf.set_font("noto", style, size)
    needed = pdf.get_string_width(text)
    if needed > wide:
        pdf.set_font("noto", style, size * wide / needed)


def drawable(text: str, fonts: Path) -> str:
    """The text without what the font has no picture for (emoji, rare signs), so that no empty box is drawn."""
    known = _known(fonts)
    return "".join(char for char in text if ord(char) in known or char in "\n ").strip()


def fitting(text: str, fonts: Path, width: int, largest: int, smallest: int) -> ImageFont.FreeTypeFont:
    """The bold font in the largest size in which the text fits on a line of this width; else in the smallest."""
    for size in range(largest, smallest, -4):
        font = letters(fonts, size, bold=True)
        if font.getlength(text) <= width:
            return font
    return letters(fonts, smallest, bold=True)


def lines_of(text: str, font: ImageFont.FreeTypeFont, width: int, most: int) -> list[str]:
    """The text in lines of this width (pixels), `most` of them at most; what is left out is shown by an ellipsis."""
    lines = [""]
    for char in text:
        if char == "\n" or (font.getlength(lines[-1] + char) > width and char not in _NOT_FIRST):
            lines.append("")
        lines[-1] += char if char != "\n" else ""
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1][:-1] + "…"]
    return [line for line in lines if line]


@cache
def _known(fonts: Path) -> frozenset[int]:
    with TTFont(_file(fonts, False), lazy=True) as font:
        return frozenset(font.getBestCmap())


def _file(fonts: Path, bold: bool) -> Path:
    return fonts / ("700Bold/NotoSansSC_700Bold.ttf" if bold else "400Regular/NotoSansSC_400Regular.ttf")
