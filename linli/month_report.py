"""The monthly report as a page of text or as a workbook."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

from openpyxl import Workbook
from openpyxl.styles import Font

from governance.rates import Row
from handlers.month_report import MonthReport
from handlers.texts import statistics as words
from handlers.texts.work import yuan
from storage.flat_files import harmless


def as_text(report: MonthReport, zone: ZoneInfo) -> str:
    """Tables of plain text, columns under each other also where they are Chinese."""
    parts = [words.TITLE.format(year=report.month.year, month=report.month.month)]
    parts.append(_table([report.total, report.prevention]))
    for name, rows in _tables(report):
        parts.append(f"{name}\n{_table(rows)}")
    parts.append(_pool(report))
    if report.draws:
        parts.append(_aligned([words.DRAW_HEADINGS, *_draws(report, zone)]))
    parts.append("\n".join([*words.METHOD, *([] if report.calendar_known else [words.CALENDAR])]))
    return "\n\n".join(parts)


def write_workbook(report: MonthReport, zone: ZoneInfo, out: BinaryIO) -> None:
    """A sheet a table; shares and counts as numbers, so that they can be sorted and charted."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = words.SHEETS[0]
    sheet.append([words.TITLE.format(year=report.month.year, month=report.month.month)])
    _fill(sheet, [report.total, report.prevention])
    sheet.append([])
    sheet.append([_pool(report)])
    for line in (*words.METHOD, *([] if report.calendar_known else [words.CALENDAR])):
        sheet.append([line])
    for name, (_, rows) in zip(words.SHEETS[1:5], _tables(report), strict=True):
        _fill(book.create_sheet(name), rows)
    draws = book.create_sheet(words.SHEETS[5])
    draws.append(list(words.DRAW_HEADINGS))
    for drawn in _draws(report, zone):
        draws.append([harmless(cell) for cell in drawn])
    for each in book.worksheets:
        each.column_dimensions["A"].width = 28
        for cell in each[1]:
            cell.font = Font(bold=True)
    book.save(out)


def _fill(sheet: Any, rows: Sequence[Row]) -> None:
    sheet.append(list(words.HEADINGS))
    for row in rows:
        shares = [
            None if s.percent is None else s.percent / 100 for s in (row.response, row.solution, row.satisfaction)
        ]
        spans = [
            None if span is None else round(span.total_seconds() / 3600, 2)
            for span in (row.response_median, row.response_p90, row.handling_median, row.handling_p90)
        ]
        sheet.append([harmless(row.name), row.count, *shares, row.silent, *spans])
        for cell in sheet[sheet.max_row][2:5]:
            cell.number_format = "0.0%"
        for cell in sheet[sheet.max_row][6:10]:
            cell.number_format = '0.0"小时"'


def _tables(report: MonthReport) -> Iterator[tuple[str, list[Row]]]:
    yield words.TABLES["community"], report.by_community
    yield words.TABLES["grid"], report.by_grid
    yield words.TABLES["category"], report.by_category
    yield words.TABLES["month"], report.by_month


def _pool(report: MonthReport) -> str:
    used = sum(each.draw.cost for each in report.draws)
    return words.POOL.format(
        pool=yuan(report.pool), count=len(report.draws), used=yuan(used), left=yuan(report.pool_left)
    )


def _draws(report: MonthReport, zone: ZoneInfo) -> list[tuple[str, ...]]:
    return [
        (
            each.number, f"{each.drawn_at.astimezone(zone):%Y-%m-%d %H:%M}", each.what, _amount(each.draw.estimate),
            _amount(each.draw.actual), words.DRAW_STATE[each.draw.state],
        )
        for each in report.draws
    ]  # fmt: skip


def _amount(fen: int | None) -> str:
    return "" if fen is None else f"{fen / 100:.2f}"


def _table(rows: Sequence[Row]) -> str:
    return _aligned([words.HEADINGS, *(words.cells(row) for row in rows)])


def _aligned(lines: Sequence[Sequence[str]]) -> str:
    widths = [max(_width(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _width(text: str) -> int:
    """Columns on a terminal: wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
