"""街道这一年 as a booklet to print: a title page, a page a case, who is commended, a page a brand."""

from collections.abc import Callable
from pathlib import Path

from fpdf import FPDF

from bot import booklet_texts as texts
from bot.booklet_html import sum_said
from bot.case_pdf import case_page, draw_picture, story_text
from bot.lettering import drawable
from bot.pdf_page import framed_page, line, next_page, paragraph
from governance.evaluation.kinds import Evaluated
from handlers.evaluation.words import KIND
from handlers.office.year_booklet import Brand, Commendation, Commended, YearBooklet

Picture = Callable[[str | None], bytes | None]
"""A picture by its digest; None where there is none."""
TOP_MM, FOOT_MM, RED = 30.0, 48.0, (163, 16, 26)


def booklet_pdf(found: YearBooklet, picture: Picture, fonts: Path) -> bytes:
    """A4 pages. `fonts`: the folder of the Chinese font."""
    pdf = framed_page(fonts)
    _cover(pdf, found, fonts)
    for case in [] if found.cases is None else found.cases.cases:
        case_page(pdf, case, picture(None if case.picture is None else case.picture[0]), fonts)
    shown: set[str] = set()
    for each in found.commendations:
        _commendation(pdf, each, fonts)
        _projects(pdf, each, picture, shown, fonts)
    for brand in found.brands:
        _brand(pdf, brand, picture, fonts)
    return bytes(pdf.output())


def _cover(pdf: FPDF, found: YearBooklet, fonts: Path) -> None:
    pdf.ln(50)
    pdf.set_text_color(*RED)
    line(pdf, texts.TITLE.format(year=found.year), 34, bold=True)
    pdf.set_text_color(0, 0, 0)
    pdf.ln(8)
    line(pdf, drawable(found.subdistrict, fonts), 20)
    pdf.ln(4)
    line(pdf, texts.COVER, 13)
    pdf.ln(30)
    contents = [(texts.CASES, 0 if found.cases is None else len(found.cases.cases))]
    contents += [(each.called, len(each.commended)) for each in found.commendations]
    for title, count in [*contents, (texts.BRANDS, len(found.brands))]:
        if count:
            line(pdf, texts.CONTENTS.format(title=title, count=count), 14)


def _titled(pdf: FPDF, title: str, fonts: Path) -> None:
    next_page(pdf, TOP_MM)
    pdf.set_text_color(*RED)
    line(pdf, drawable(title, fonts), 22, bold=True)
    pdf.set_text_color(0, 0, 0)
    pdf.ln(4)


def _commendation(pdf: FPDF, found: Commendation, fonts: Path) -> None:
    """Kind by kind, as many pages as it takes."""
    _titled(pdf, found.called, fonts)
    paragraph(pdf, texts.ABOUT_COMMENDED if found.commended else texts.NOBODY, 11)
    for kind in Evaluated:
        own = [each for each in found.commended if each.entry.kind is kind]
        if own:
            _room(pdf, found.called, fonts)
            pdf.ln(6)
            line(pdf, KIND[kind], 16, bold=True)
        for each in own:
            _room(pdf, found.called, fonts)
            pdf.ln(3)
            line(pdf, _headed(each, fonts), 15, bold=True)
            paragraph(pdf, drawable(sum_said(each.entry), fonts), 12)


def _projects(pdf: FPDF, found: Commendation, picture: Picture, shown: set[str], fonts: Path) -> None:
    """A page for each project with a picture; what both rounds of the year commend is shown once."""
    for each in found.commended:
        content = None if each.picture in shown else picture(each.picture)
        if content is not None and each.picture is not None:
            shown.add(each.picture)
            _titled(pdf, each.entry.name, fonts)
            paragraph(pdf, drawable(sum_said(each.entry), fonts), 14)
            draw_picture(pdf, content)


def _headed(each: Commended, fonts: Path) -> str:
    entry = each.entry
    return drawable(texts.PDF_ENTRY.format(place=entry.place, name=entry.name, total=entry.total), fonts)


def _room(pdf: FPDF, title: str, fonts: Path) -> None:
    """A new page where the next entry would run over the foot."""
    if pdf.get_y() > pdf.h - FOOT_MM:
        _titled(pdf, title, fonts)


def _brand(pdf: FPDF, brand: Brand, picture: Picture, fonts: Path) -> None:
    _titled(pdf, brand.row.title, fonts)
    line(pdf, drawable(f"{texts.BRANDS}　{brand.community}", fonts), 13)
    pdf.ln(6)
    story_text(pdf, brand.row.story, fonts)
    draw_picture(pdf, picture(brand.row.picture))
