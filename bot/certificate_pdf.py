"""A certificate of service hours as a PDF page, with a code to verify it."""

import io
from pathlib import Path
from zoneinfo import ZoneInfo

import segno
from fpdf import FPDF

from bot import texts
from handlers.duty.papers import CertificateFacts
from handlers.texts.duty import hours

_CODE_MM = 38.0


def certificate_pdf(facts: CertificateFacts, verify_url: str, fonts: Path, zone: ZoneInfo) -> bytes:
    """One A4 page. `fonts`: the folder of the Chinese font."""
    row = facts.row
    pdf = FPDF(format="A4")
    pdf.set_auto_page_break(False)
    pdf.add_font("noto", "", str(fonts / "400Regular" / "NotoSansSC_400Regular.ttf"))
    pdf.add_font("noto", "B", str(fonts / "700Bold" / "NotoSansSC_700Bold.ttf"))
    pdf.add_page()
    pdf.set_draw_color(180, 30, 30)
    pdf.set_line_width(1)
    pdf.rect(12, 12, pdf.w - 24, pdf.h - 24)
    pdf.set_y(42)
    _line(pdf, texts.CERTIFICATE_TITLE, 32, bold=True)
    pdf.ln(14)
    name = row.name or texts.FORGOTTEN
    _line(pdf, name, min(28, 28 * (pdf.epw - 20) / max(pdf.get_string_width(name), 1)), bold=True)
    if row.unit:
        _line(pdf, row.unit, 14)
    pdf.ln(8)
    _line(pdf, texts.CERTIFICATE_SPAN.format(first=row.first, last=row.last), 15)
    pdf.ln(4)
    _line(pdf, hours(row.minutes), 30, bold=True)
    pdf.ln(6)
    for source, minutes in facts.lines:
        _line(pdf, texts.CERTIFICATE_LINE.format(source=source, hours=hours(minutes)), 13)
    picture = io.BytesIO()
    segno.make(verify_url, error="m", micro=False).save(picture, kind="svg", border=2, omitsize=True)
    picture.seek(0)
    pdf.image(picture, x=(pdf.w - _CODE_MM) / 2, y=pdf.h - 88, w=_CODE_MM, h=_CODE_MM)
    pdf.set_y(pdf.h - 46)
    _line(pdf, texts.CERTIFICATE_VERIFY, 11)
    _line(pdf, texts.CERTIFICATE_AT.format(at=row.at.astimezone(zone)), 11)
    return bytes(pdf.output())


def _line(pdf: FPDF, text: str, size: float, bold: bool = False) -> None:
    pdf.set_font("noto", "B" if bold else "", size)
    pdf.cell(0, size * 0.62, text, align="C", new_x="LMARGIN", new_y="NEXT")
