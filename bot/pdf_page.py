"""One framed A4 page in the Chinese font, line by line: what all certificates look like."""

import io
from pathlib import Path

import segno
from fpdf import FPDF

from bot.lettering import letter, set_to_fit

CODE_MM = 38.0


def framed_page(fonts: Path) -> FPDF:
    """An empty page with its frame. `fonts`: the folder of the Chinese font."""
    pdf = FPDF(format="A4")
    pdf.set_auto_page_break(False)
    letter(pdf, fonts)
    next_page(pdf, 42)
    return pdf


def next_page(pdf: FPDF, top_mm: float) -> None:
    """One more with its frame; what follows begins so far below its edge."""
    pdf.add_page()
    pdf.set_draw_color(180, 30, 30)
    pdf.set_line_width(1)
    pdf.rect(12, 12, pdf.w - 24, pdf.h - 24)
    pdf.set_y(top_mm)


def line(pdf: FPDF, text: str, size: float, *, bold: bool = False) -> None:
    """A centred line; one that is too long is set smaller."""
    set_to_fit(pdf, text, "B" if bold else "", size, pdf.epw - 20)
    pdf.cell(0, size * 0.62, text, align="C", new_x="LMARGIN", new_y="NEXT")


def paragraph(pdf: FPDF, text: str, size: float) -> None:
    """Centred text over several lines, within the frame."""
    pdf.set_font("noto", "", size)
    pdf.set_x(pdf.l_margin + 14)
    pdf.multi_cell(pdf.epw - 28, size * 0.62, text, align="C", new_x="LMARGIN", new_y="NEXT")


def code(pdf: FPDF, address: str) -> None:
    """A code to scan near the bottom; what follows stands under it."""
    picture = io.BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="svg", border=2, omitsize=True)
    picture.seek(0)
    pdf.image(picture, x=(pdf.w - CODE_MM) / 2, y=pdf.h - 88, w=CODE_MM, h=CODE_MM)
    pdf.set_y(pdf.h - 46)
