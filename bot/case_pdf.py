"""The year's cases as a booklet: a title page, then a page a case with its picture."""

import io
from collections.abc import Sequence
from pathlib import Path

from fpdf import FPDF

from bot import case_texts as texts
from bot.case_pages import days_said
from bot.lettering import drawable
from bot.pdf_page import framed_page, line, next_page, paragraph
from handlers.office.cases import CasesOfYear, PublishedCase

PICTURE_MM, LEAST_MM, FOOT_MM = 150.0, 80.0, 24.0
"""How wide and high a picture is at most; with less room than that at least it stands on a page of its own, above the foot."""
LONG, LARGE, SMALL = 320, 16.0, 11.0
"""From so many characters on a story is set smaller, so that one of a thousand has room on its page."""


def case_pdf(found: CasesOfYear, pictures: Sequence[bytes | None], fonts: Path) -> bytes:
    """A4 pages. `pictures`: of each case, where it has one; `fonts`: the folder of the Chinese font."""
    pdf = framed_page(fonts)
    pdf.ln(60)
    line(pdf, texts.TITLE.format(year=found.year), 30, bold=True)
    pdf.ln(10)
    line(pdf, drawable(texts.HEAD.format(subdistrict=found.subdistrict, voters=found.voters), fonts), 15)
    for case, picture in zip(found.cases, pictures, strict=True):
        case_page(pdf, case, picture, fonts)
    return bytes(pdf.output())


def case_page(pdf: FPDF, case: PublishedCase, picture: bytes | None, fonts: Path) -> None:
    """A page of its own."""
    next_page(pdf, 30)
    title = texts.PLACE.format(place=case.line.place, title=case.line.title)
    line(pdf, drawable(title, fonts), 22, bold=True)
    pdf.ln(6)
    facts = texts.FACTS.format(
        community=case.line.community, category=case.category, days=days_said(case), votes=case.line.votes
    )
    line(pdf, drawable(facts, fonts), 13)
    pdf.ln(6)
    story_text(pdf, case.story, fonts)
    draw_picture(pdf, picture)


def story_text(pdf: FPDF, story: str, fonts: Path) -> None:
    """What was done, as large as it has room."""
    paragraph(pdf, drawable(story, fonts), SMALL if len(story) > LONG else LARGE)


def draw_picture(pdf: FPDF, picture: bytes | None) -> None:
    """Below what was written, within the frame; nothing where there is none."""
    if picture is None:
        return
    pdf.ln(6)
    if pdf.h - FOOT_MM - pdf.get_y() < LEAST_MM:
        next_page(pdf, 30)
    high = min(PICTURE_MM, pdf.h - FOOT_MM - pdf.get_y())
    pdf.image(io.BytesIO(picture), x=(pdf.w - PICTURE_MM) / 2, w=PICTURE_MM, h=high, keep_aspect_ratio=True)
