"""QR codes on paper: a PNG a building, and a PDF with a page a building."""

import io
import re
from pathlib import Path

import segno
from fpdf import FPDF

from bot.lettering import letter
from linli import texts
from linli.errors import Stop
from linli.fonts import FONTS
from storage.building_codes import BuildingCode

PDF_NAME = "二维码.pdf"
PNG_SCALE = 20
"""Dots a module: about 6 cm at 300 dpi."""
_UNSAFE = re.compile(r"[^\w\u4e00-\u9fff\-]+")
_CODE_MM = 110.0
LARGEST_NAME = 40.0


def write_png(folder: Path, code: BuildingCode) -> None:
    """The bare code, named by the building."""
    _qr(code).save(
        str(folder / f"{_UNSAFE.sub('_', code.name)}-{_UNSAFE.sub('_', code.code)}.png"), scale=PNG_SCALE, border=4
    )


def write_sheets(folder: Path, codes: list[BuildingCode]) -> None:
    """A page (A4) a building: its name, the code, its grid worker, and what to do. Raises Stop without the font."""
    pdf = FPDF(format="A4")
    pdf.set_auto_page_break(False)
    try:
        letter(pdf, FONTS)
    except FileNotFoundError as error:
        raise Stop(texts.FONT_MISSING) from error
    for code in codes:
        _page(pdf, code)
    pdf.output(str(folder / PDF_NAME))


def _page(pdf: FPDF, code: BuildingCode) -> None:
    pdf.add_page()
    pdf.set_y(26)
    _line(pdf, texts.QR_TITLE, 22, bold=True)
    _line(pdf, code.community, 18)
    _line(pdf, code.name, _size_to_fit(pdf, code.name), bold=True)
    picture = io.BytesIO()
    _qr(code).save(picture, kind="svg", border=2, omitsize=True)
    picture.seek(0)
    pdf.image(picture, x=(pdf.w - _CODE_MM) / 2, y=pdf.get_y() + 6, w=_CODE_MM, h=_CODE_MM)
    pdf.set_y(pdf.get_y() + _CODE_MM + 14)
    if code.grid_worker:
        _line(pdf, texts.QR_GRID_WORKER.format(name=code.grid_worker), 22, bold=True)
    for line in texts.QR_HOW:
        _line(pdf, line, 15)
    _line(pdf, texts.QR_CALL, 13)


def _size_to_fit(pdf: FPDF, text: str) -> float:
    pdf.set_font("noto", "B", LARGEST_NAME)
    return min(LARGEST_NAME, LARGEST_NAME * (pdf.epw - 10) / pdf.get_string_width(text))


def _line(pdf: FPDF, text: str, size: float, bold: bool = False) -> None:
    pdf.set_font("noto", "B" if bold else "", size)
    pdf.cell(0, size * 0.62, text, align="C", new_x="LMARGIN", new_y="NEXT")


def _qr(code: BuildingCode) -> "segno.QRCode":
    assert code.address is not None
    return segno.make(code.address, error="q", micro=False)
