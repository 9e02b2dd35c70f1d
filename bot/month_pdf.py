"""A month as a report to print and to forward: what happened in one sentence, charts with their tables, how it is counted."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from fpdf import FPDF
from fpdf.fonts import FontFace

from bot import month_pdf_texts as texts
from bot.lettering import drawable, letter, set_to_fit
from governance.rates import Share, interval
from handlers.office.assessment import FIGURES, Assessed, share_of
from handlers.office.figures import Chart, Figures
from handlers.texts import month_said
from handlers.texts import statistics as said

MARGIN, HIGH, FOOT = 18.0, 46.0, 24.0
BLUE, GREEN, GREY, LIGHT, INK = (31, 95, 139), (46, 125, 50), (110, 118, 126), (230, 235, 240), (29, 35, 42)
MOST_CATEGORIES, MOST_REPEATED = 10, 10
_COMMUNITY_WIDTHS = (3.0, 1.3, 2.7, 2.7, 2.7, 2.0)


class _Page(FPDF):
    """A4 with the page's number at the foot."""

    def footer(self) -> None:
        """As fpdf asks for it."""
        self.set_y(-14)
        self.set_font("noto", "", 9)
        self.set_text_color(*GREY)
        self.cell(0, 6, texts.FOOT.format(page=self.page_no()), align="C")


def month_pdf(found: Figures, subdistrict: str, made: date, fonts: Path) -> bytes:
    """A4 pages. `fonts`: the folder of the Chinese font; no worker and no resident is named."""
    pdf = _Page(format="A4")
    pdf.set_margins(MARGIN, MARGIN, MARGIN)
    pdf.set_auto_page_break(True, FOOT)
    letter(pdf, fonts)
    pdf.add_page()
    charts = {chart.key: chart for chart in found.charts}
    _head(pdf, found, drawable(subdistrict, fonts), made)
    _title(pdf, texts.TREND, HIGH + 20)
    _trend(pdf, charts["trend"])
    _communities(pdf, found, fonts)
    _title(pdf, texts.CATEGORIES, 40)
    _bars(pdf, charts["category"], fonts)
    _title(pdf, texts.STEPS, 60)
    steps = charts["steps"]
    _table(
        pdf,
        (texts.STEP_HEAD, *steps.columns),
        [(label, *(cell.said for cell in cells)) for label, cells in steps.lines],
    )
    _title(pdf, texts.REPEATED, 40)
    rows = [(drawable(label, fonts), cells[0].said) for label, cells in charts["repeated"].lines[:MOST_REPEATED]]
    _table(pdf, texts.REPEATED_HEADS, rows) if rows else _words(pdf, texts.NONE)
    _title(pdf, texts.METHOD, 50)
    for words in (*said.METHOD, texts.RANGES, charts["steps"].method, charts["repeated"].method):
        _words(pdf, f"· {words}", 9)
    return bytes(pdf.output())


def _head(pdf: FPDF, found: Figures, subdistrict: str, made: date) -> None:
    month, other = month_said(found.month), month_said(found.other)
    pdf.set_text_color(*INK)
    _fit(pdf, texts.TITLE.format(subdistrict=subdistrict, year=found.month.year, month=found.month.month))
    _words(pdf, texts.MADE.format(made=made.isoformat(), other=other), 9)
    pdf.ln(2)
    total, before = found.found.total, found.before.total
    change = total.count - before.count
    how = texts.SAME if change == 0 else (texts.MORE if change > 0 else texts.LESS).format(count=abs(change))
    rates = {figure: said.share(share_of(total, figure)) for figure in FIGURES}
    _words(pdf, texts.LINE.format(month=month, other=other, count=total.count, change=how, **rates), 12)
    pdf.ln(3)
    wide = (pdf.epw - 9) / 4
    top = pdf.get_y()
    for number, (key, name) in enumerate(texts.KEYS):
        now, then = (str(total.count), str(before.count)) if key == "count" else (
            _percent(share_of(total, key)), _percent(share_of(before, key)))  # fmt: skip
        _tile(pdf, MARGIN + number * (wide + 3), top, wide, (name, now, texts.BESIDE.format(other=other, value=then)))
    pdf.set_y(top + 27)


def _fit(pdf: FPDF, text: str, size: float = 20.0) -> None:
    set_to_fit(pdf, text, "B", size, pdf.epw)
    pdf.cell(0, 12, text, new_x="LMARGIN", new_y="NEXT")


def _tile(pdf: FPDF, x: float, y: float, wide: float, words: tuple[str, str, str]) -> None:
    pdf.set_fill_color(*LIGHT)
    pdf.rect(x, y, wide, 24, style="F")
    for at, (text, size, bold, colour) in enumerate(
        ((words[0], 9, "", GREY), (words[1], 17, "B", BLUE), (words[2], 8, "", GREY))
    ):
        pdf.set_font("noto", bold, size)
        pdf.set_text_color(*colour)
        pdf.set_xy(x + 2, y + (1.5, 7, 17)[at])
        pdf.cell(wide - 4, (5, 9, 5)[at], text)
    pdf.set_text_color(*INK)


def _percent(share: Share) -> str:
    return "—" if share.percent is None else f"{share.percent:.1f}%"


def _title(pdf: FPDF, text: str, room: float) -> None:
    """On the next page where what follows has no room."""
    if pdf.get_y() + room > pdf.h - FOOT:
        pdf.add_page()
    pdf.ln(4)
    pdf.set_font("noto", "B", 13)
    pdf.set_text_color(*BLUE)
    pdf.cell(0, 9, text, new_x="LMARGIN", new_y="NEXT")
    pdf.set_text_color(*INK)


def _words(pdf: FPDF, text: str, size: float = 10.5) -> None:
    pdf.set_font("noto", "", size)
    pdf.multi_cell(0, size * 0.55, text, align="L", new_x="LMARGIN", new_y="NEXT")


def _trend(pdf: FPDF, chart: Chart) -> None:
    """Bars of what came, a line of what was closed; the number of the largest day at the left."""
    days = [(cells[0].value or 0.0, cells[1].value) for _, cells in chart.lines]
    most = max((max(came, closed or 0.0) for came, closed in days), default=0.0) or 1.0
    top, left, step = pdf.get_y() + 6, MARGIN + 8, (pdf.epw - 8) / len(days)
    _legend(pdf, [(chart.columns[0], BLUE), (chart.columns[1], GREEN)])
    pdf.set_draw_color(*LIGHT)
    for share in (0.0, 0.5, 1.0):
        y = top + HIGH * (1 - share)
        pdf.line(left, y, left + step * len(days), y)
        pdf.set_xy(MARGIN - 2, y - 2)
        pdf.set_font("noto", "", 7)
        pdf.cell(9, 4, f"{most * share:.0f}" if most * share == int(most * share) else "", align="R")
    pdf.set_fill_color(*BLUE)
    for number, (came, _) in enumerate(days):
        high = HIGH * came / most
        pdf.rect(left + step * (number + 0.15), top + HIGH - high, step * 0.7, high, style="F")
    pdf.set_draw_color(*GREEN)
    pdf.set_line_width(0.6)
    points = [
        (left + step * (number + 0.5), top + HIGH * (1 - closed / most))
        for number, (_, closed) in enumerate(days)
        if closed is not None
    ]
    for one, two in pairwise(points):
        pdf.line(*one, *two)
    pdf.set_line_width(0.2)
    for number in range(0, len(days), 5):
        pdf.set_xy(left + step * number - 3, top + HIGH + 1)
        pdf.cell(step + 6, 4, chart.lines[number][0], align="C")
    pdf.set_y(top + HIGH + 6)


def _legend(pdf: FPDF, names: list[tuple[str, tuple[int, int, int]]]) -> None:
    pdf.set_font("noto", "", 8)
    for name, colour in names:
        pdf.set_fill_color(*colour)
        pdf.rect(pdf.get_x(), pdf.get_y() + 1, 3, 3, style="F")
        pdf.set_x(pdf.get_x() + 4)
        pdf.cell(pdf.get_string_width(name) + 6, 5, name)
    pdf.ln(6)


def _communities(pdf: FPDF, found: Figures, fonts: Path) -> None:
    _title(pdf, texts.COMMUNITIES, 50)
    rows = [_community(each, fonts) for each in found.found.communities]
    total = found.found.total
    rates = (said.share(share_of(total, figure)) for figure in FIGURES)
    rows.append((texts.ALL, str(total.count), *rates, said.span(total.handling_median)))
    _table(pdf, texts.COMMUNITY_HEADS, rows)
    _words(pdf, texts.RANGES, 8.5)


def _community(each: Assessed, fonts: Path) -> tuple[str, ...]:
    return (
        drawable(each.row.name, fonts), str(each.row.count), *(_with_interval(share_of(each.row, figure)) for figure in FIGURES),
        said.span(each.row.handling_median),
    )  # fmt: skip


def _with_interval(share: Share) -> str:
    ends = interval(share)
    return "—" if ends is None else f"{said.share(share)}\n{texts.INTERVAL.format(low=ends[0], high=ends[1])}"


def _bars(pdf: FPDF, chart: Chart, fonts: Path) -> None:
    """The largest categories as bars, this month's above the other's."""
    lines = chart.lines[:MOST_CATEGORIES]
    if not lines:
        _words(pdf, texts.NONE)
        return
    _legend(pdf, [(chart.columns[0], BLUE), (chart.columns[1], GREY)])
    most = max((cell.value or 0.0) for _, cells in lines for cell in cells) or 1.0
    for label, cells in lines:
        if pdf.get_y() + 10 > pdf.h - FOOT:
            pdf.add_page()
        y = pdf.get_y()
        pdf.set_font("noto", "", 9)
        pdf.cell(48, 8, _cut(pdf, drawable(label, fonts), 46))
        for row, (cell, colour) in enumerate(zip(cells, (BLUE, GREY), strict=False)):
            long = (pdf.epw - 62) * (cell.value or 0.0) / most
            pdf.set_fill_color(*colour)
            pdf.rect(MARGIN + 48, y + 0.6 + row * 3.6, max(long, 0.3), 3, style="F")
            pdf.set_font("noto", "", 7)
            pdf.set_xy(MARGIN + 49 + long, y + row * 3.6)
            pdf.cell(12, 4, cell.said)
        pdf.set_xy(MARGIN, y + 8.6)


def _cut(pdf: FPDF, text: str, wide: float) -> str:
    while pdf.get_string_width(text) > wide:
        text = text[:-2] + "…"
    return text


def _table(pdf: FPDF, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    pdf.set_font("noto", "", 8.5)
    pdf.set_draw_color(200, 207, 214)
    pdf.set_fill_color(255, 255, 255)
    first = 3.0 if len(heads) > 2 else 6.0
    widths = _COMMUNITY_WIDTHS if heads == texts.COMMUNITY_HEADS else (first, *(2.0 for _ in heads[1:]))
    with pdf.table(
        width=pdf.epw, col_widths=widths, line_height=4.6, padding=1, text_align="LEFT",
        borders_layout="HORIZONTAL_LINES", headings_style=FontFace(emphasis="BOLD", fill_color=LIGHT),
    ) as table:  # fmt: skip
        for line in (heads, *rows):
            table.row(line)
    pdf.ln(1)
