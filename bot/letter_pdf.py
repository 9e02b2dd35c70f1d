"""A letter of commendation as a PDF page, with a code that leads to the list of all who are commended."""

from pathlib import Path

from bot import booklet_texts as texts
from bot.booklet_html import deeds_said
from bot.lettering import drawable
from bot.pdf_page import code, framed_page, line, paragraph
from governance.evaluation.kinds import Evaluated
from handlers.evaluation.words import KIND
from handlers.office.year_booklet import Letter


def letter_pdf(found: Letter, url: str, fonts: Path) -> bytes:
    """One A4 page. `fonts`: the folder of the Chinese font."""
    entry = found.entry
    pdf = framed_page(fonts)
    pdf.set_text_color(180, 30, 30)
    line(pdf, texts.LETTER_TITLE, 34, bold=True)
    pdf.set_text_color(0, 0, 0)
    pdf.ln(14)
    line(pdf, drawable(texts.LETTER_TO.format(name=entry.name), fonts), 22, bold=True)
    pdf.ln(8)
    body = texts.LETTER_BODY if entry.kind is Evaluated.UNIT else texts.LETTER_BODY_OTHER
    about = {"round": found.round, "place": entry.place, "kind": KIND[entry.kind]}
    paragraph(pdf, body.format(**about), 15)
    pdf.ln(8)
    deeds = deeds_said(entry)
    if deeds:
        line(pdf, texts.LETTER_FACTS, 13, bold=True)
        pdf.ln(2)
        paragraph(pdf, drawable(deeds, fonts), 12)
    code(pdf, f"{url}/commendations/{found.year}")
    line(pdf, texts.LETTER_VERIFY, 11)
    line(pdf, drawable(found.subdistrict, fonts), 13)
    line(pdf, found.day, 11)
    return bytes(pdf.output())
