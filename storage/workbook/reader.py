"""Reads a workbook into rows of tidy text, and says what in it cannot be read as such."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from governance.roster.sheets import SHEETS, Column, Problem, Row, Sheet
from storage import texts
from storage.errors import NotAWorkbook
from storage.workbook.cell_text import cell_text, tidy
from storage.workbook.container import merged_cells, require_workbook

MOST_ROWS = 50_000
MOST_COLUMNS = 60
_UNREADABLE = (BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError, EOFError, OSError)

Progress = Callable[[int], None]
"""Told how many rows were read since it was last told."""


@dataclass
class Contents:
    """What a workbook holds: rows by the sheet's key, problems, and remarks that stop nothing."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def read_workbook(path: Path, progress: Progress = lambda _count: None, sheets: Sequence[Sheet] = SHEETS) -> Contents:
    """Reads all sheets that it knows: the roster's, or others.

    Raises NotAWorkbook, WorkbookTooLarge or OSError when the file as a whole can't be read.
    """
    require_workbook(path)
    try:
        book = load_workbook(path, read_only=True)
    except _UNREADABLE as error:
        raise NotAWorkbook from error
    contents = Contents()
    known = {sheet.title: sheet for sheet in sheets}
    try:
        for page in book.worksheets:
            sheet = known.pop(tidy(page.title), None)
            if sheet is None:
                if page.sheet_state == "visible" and tidy(page.title) != texts.EXPLANATIONS:
                    contents.remarks.append(texts.SHEET_PASSED_OVER.format(title=page.title))
            elif page.sheet_state != "visible":
                contents.problems.append(Problem(sheet.title, 0, "", texts.HIDDEN_SHEET))
            else:
                _read_sheet(page, sheet, contents, book.epoch, progress)
                contents.problems += _merged(path, page, sheet)
    except _UNREADABLE as error:
        raise NotAWorkbook from error
    finally:
        book.close()
    if len(known) == len(sheets):
        titles = "".join(f"“{sheet.title}”" for sheet in sheets)
        contents.problems.append(Problem(sheets[0].title, 0, "", texts.NO_SHEET.format(titles=titles)))
    return contents


def _read_sheet(page: Any, sheet: Sheet, contents: Contents, epoch: Any, progress: Progress) -> None:
    page.reset_dimensions()
    lines: Iterator[tuple[Any, ...]] = page.iter_rows(max_col=MOST_COLUMNS, values_only=True)
    columns = _headings(next(lines, ()), sheet, contents)
    if columns is None:
        return
    rows: list[Row] = []
    for number, line in enumerate(islice(lines, MOST_ROWS + 1), 2):
        if number > MOST_ROWS + 1:
            contents.problems.append(Problem(sheet.title, 0, "", texts.TOO_MANY_ROWS.format(most=MOST_ROWS)))
            return
        row = _row(number, line, columns, sheet, contents, epoch)
        if row.cells:
            rows.append(row)
        if number % 500 == 0:
            progress(500)
    contents.rows[sheet.key] = rows


def _headings(line: tuple[Any, ...], sheet: Sheet, contents: Contents) -> list[tuple[int, Column]] | None:
    """Where each column stands; None, and a problem, when one that must be there is not."""
    written = {tidy(str(value)).rstrip("*"): place for place, value in enumerate(line) if value is not None}
    missing = [c.heading for c in sheet.columns if c.required and c.heading not in written]
    if missing:
        contents.problems.append(Problem(sheet.title, 1, "", texts.NO_HEADING.format(headings="、".join(missing))))
        return None
    return [(written[column.heading], column) for column in sheet.columns if column.heading in written]


def _row(
    number: int, line: tuple[Any, ...], columns: list[tuple[int, Column]], sheet: Sheet, contents: Contents, epoch: Any
) -> Row:
    cells: dict[str, str] = {}
    for place, column in columns:
        value = line[place] if place < len(line) else None
        if isinstance(value, str) and value.startswith("="):
            where = f"{column.heading}({get_column_letter(place + 1)}{number})"
            contents.problems.append(Problem(sheet.title, number, where, texts.FORMULA))
            continue
        text = cell_text(value, column.holds, epoch)
        if text is not None:
            cells[column.key] = text
    return Row(number, cells)


def _merged(path: Path, page: Any, sheet: Sheet) -> list[Problem]:
    return [
        Problem(sheet.title, cell.row, f"{cell.column}{cell.row}", texts.MERGED)
        for cell in merged_cells(path, page._worksheet_path)
        if column_index_from_string(cell.column) <= MOST_COLUMNS
    ]
