"""Reads a workbook into rows of tidy text, and says what in it cannot be read as such."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.cell import coordinate_from_string
from openpyxl.utils.exceptions import CellCoordinatesException

from governance.roster.sheets import SHEETS, Column, Problem, Row, Sheet
from storage import texts
from storage.errors import WorkbookTooLarge
from storage.workbook.cell_text import cell_text, tidy
from storage.workbook.container import FIFTY_THOUSAND, MOST_COLUMNS, ROSTER, gauge_of, lines_of, opened

MOST_ROWS = 50_000
MOST_CELLS, MOST_LETTERS = 200_000, 2_000_000
"""Of all sheets together: what is kept of a workbook."""
LARGE = 8
"""So many times as much of a large one."""

Progress = Callable[[int], None]
"""Told how many rows were read since it was last told."""


@dataclass
class Contents:
    """What a workbook holds: rows by the sheet's key, problems, and remarks that stop nothing."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    large: bool = False
    """A sheet of very many things, of which more is kept."""
    _cells: int = 0
    _letters: int = 0

    def keep(self, cells: Mapping[str, str]) -> None:
        """Counts what is kept. Raises WorkbookTooLarge."""
        self._cells += len(cells)
        self._letters += sum(map(len, cells.values()))
        times = LARGE if self.large else 1
        if self._cells > MOST_CELLS * times or self._letters > MOST_LETTERS * times:
            raise WorkbookTooLarge


def read_workbook(
    path: Path, progress: Progress = lambda _count: None, sheets: Sequence[Sheet] = SHEETS, *, large: bool = False
) -> Contents:
    """Reads all sheets that it knows: the roster's, or others. `large`: one may have 50,000 filled rows.

    Raises NotAWorkbook, WorkbookTooLarge or OSError when the file as a whole can't be read.
    """
    contents = Contents(large=large)
    known = {sheet.title: sheet for sheet in sheets}
    with opened(path, FIFTY_THOUSAND if large else ROSTER) as book:
        for page in book.worksheets:
            sheet = known.pop(tidy(page.title), None)
            if sheet is None:
                if page.sheet_state == "visible" and tidy(page.title) != texts.EXPLANATIONS:
                    contents.remarks.append(texts.SHEET_PASSED_OVER.format(title=page.title))
            elif page.sheet_state != "visible":
                contents.problems.append(Problem(sheet.title, 0, "", texts.HIDDEN_SHEET))
            else:
                _read_sheet(page, sheet, contents, book.epoch, progress)
    if len(known) == len(sheets):
        titles = "".join(f"“{sheet.title}”" for sheet in sheets)
        contents.problems.append(Problem(sheets[0].title, 0, "", texts.NO_SHEET.format(titles=titles)))
    return contents


def _read_sheet(page: Any, sheet: Sheet, contents: Contents, epoch: Any, progress: Progress) -> None:
    lines = lines_of(page)
    columns = _headings(next(lines, ()), sheet, contents)
    if columns is None:
        return
    rows: list[Row] = []
    for number, line in enumerate(islice(lines, MOST_ROWS + 1), 2):
        if number > MOST_ROWS + 1:
            contents.problems.append(Problem(sheet.title, 0, "", texts.TOO_MANY_ROWS.format(most=MOST_ROWS)))
            return
        cells = _cells(line, columns, epoch)
        if cells:
            rows.append(Row(number, cells))
            contents.keep(cells)
        if number % 500 == 0:
            progress(500)
    contents.rows[sheet.key] = rows
    contents.problems += _marked(page, sheet, columns)


def _headings(line: tuple[Any, ...], sheet: Sheet, contents: Contents) -> list[tuple[int, Column]] | None:
    """Where each column stands; None, and a problem, when one that must be there is not."""
    written = {tidy(str(value)).rstrip("*"): place for place, value in enumerate(line) if value is not None}
    missing = [c.heading for c in sheet.columns if c.required and c.heading not in written]
    if missing:
        contents.problems.append(Problem(sheet.title, 1, "", texts.NO_HEADING.format(headings="、".join(missing))))
        return None
    return [(written[column.heading], column) for column in sheet.columns if column.heading in written]


def _cells(line: tuple[Any, ...], columns: list[tuple[int, Column]], epoch: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for place, column in columns:
        text = cell_text(line[place] if place < len(line) else None, column.holds, epoch)
        if text is not None:
            found[column.key] = text
    return found


def _marked(page: Any, sheet: Sheet, columns: list[tuple[int, Column]]) -> list[Problem]:
    """The cells that cannot be read as they stand: merged ones, and formulas in the columns that are read."""
    gauge, headings = gauge_of(page), {place + 1: column.heading for place, column in columns}
    found = []
    for cell in gauge.formulas:
        place, row = _place(cell)
        if place in headings and row > 1:
            where = f"{headings[place]}({get_column_letter(place)}{row})"
            found.append(Problem(sheet.title, row, where, texts.FORMULA))
    for merged in gauge.merged:
        place, row = _place(merged.partition(":")[0])
        if 0 < place <= MOST_COLUMNS:
            found.append(Problem(sheet.title, row, f"{get_column_letter(place)}{row}", texts.MERGED))
    return found


def _place(cell: str) -> tuple[int, int]:
    """Column and row, from 1; 0 where it says none."""
    try:
        letters, row = coordinate_from_string(cell)
        return column_index_from_string(letters), row
    except (CellCoordinatesException, ValueError):
        return 0, 0
