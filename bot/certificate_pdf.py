"""A certificate of service hours as a PDF page, with a code to verify it."""

from pathlib import Path
from zoneinfo import ZoneInfo

from bot import texts
from bot.pdf_page import code, framed_page, line
from handlers.duty.papers import CertificateFacts
from handlers.duty.texts.words import hours


def certificate_pdf(facts: CertificateFacts, verify_url: str, fonts: Path, zone: ZoneInfo) -> bytes:
    """One A4 page. `fonts`: the folder of the Chinese font."""
    row = facts.row
    pdf = framed_page(fonts)
    line(pdf, texts.CERTIFICATE_TITLE, 32, bold=True)
    pdf.ln(14)
    line(pdf, row.name or texts.FORGOTTEN, 28, bold=True)
    if row.unit:
        line(pdf, row.unit, 14)
    pdf.ln(8)
    line(pdf, texts.CERTIFICATE_SPAN.format(first=row.first, last=row.last), 15)
    pdf.ln(4)
    line(pdf, hours(row.minutes), 30, bold=True)
    pdf.ln(6)
    for source, minutes in facts.lines:
        line(pdf, texts.CERTIFICATE_LINE.format(source=source, hours=hours(minutes)), 13)
    code(pdf, verify_url)
    line(pdf, texts.CERTIFICATE_VERIFY, 11)
    line(pdf, texts.CERTIFICATE_AT.format(at=row.at.astimezone(zone)), 11)
    return bytes(pdf.output())
