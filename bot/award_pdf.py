"""The certificate of an award as a PDF page, with a code that leads to its page."""

from pathlib import Path

from bot import texts
from bot.lettering import drawable
from bot.pdf_page import code, framed_page, line, paragraph
from handlers.stars.posters import PosterFacts


def award_pdf(facts: PosterFacts, fonts: Path) -> bytes:
    """One A4 page. `fonts`: the folder of the Chinese font."""
    pdf = framed_page(fonts)
    line(pdf, texts.AWARD_TITLE, 34, bold=True)
    pdf.ln(16)
    line(pdf, drawable(facts.name, fonts) or texts.UNNAMED, 30, bold=True)
    pdf.ln(6)
    line(pdf, texts.AWARD_WON.format(month=facts.month, area=facts.area), 16)
    pdf.ln(6)
    pdf.set_text_color(180, 30, 30)
    line(pdf, facts.title, 34, bold=True)
    pdf.set_text_color(0, 0, 0)
    pdf.ln(8)
    paragraph(pdf, drawable(facts.deeds, fonts), 14)
    code(pdf, facts.url)
    line(pdf, texts.AWARD_VERIFY, 11)
    line(pdf, facts.community, 13)
    return bytes(pdf.output())
