"""Writes workbooks: the empty template with explanations and drop-down lists, and a filled one."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from governance.roster.sheets import SHEETS, Column, Sheet
from storage import texts

LISTED_ROWS = 50_001
_HEAD = PatternFill("solid", fgColor="DDEBF7")
_WIDTH = {"covers": 40, "aliases": 24, "name": 20, "unit": 24}

Line = Mapping[str, str | float | None]


def write_workbook(
    path: Path, lines: Mapping[str, Iterable[Line]] | None = None, sheets: Sequence[Sheet] = SHEETS,
    how_to: Sequence[str] = texts.HOW_TO,
) -> None:  # fmt: skip
    """Writes a workbook with all sheets (the roster's, or others) and how to fill them.

    `lines`: values by the column's key, by the sheet's key.
    """
    book = Workbook()
    _explain(book.active, sheets, how_to)
    for sheet in sheets:
        page = book.create_sheet(sheet.title)
        _head(page, sheet)
        for number, line in enumerate((lines or {}).get(sheet.key, ()), 2):
            page.append([line.get(column.key) for column in sheet.columns])
            _as_text(page, number, len(sheet.columns))
    book.active = 1 if lines else 0
    book.save(path)


def _as_text(page: Worksheet, number: int, columns: int) -> None:
    """In this line a text that begins like a formula stays a text, to the letter, so that it can be read in again."""
    for place in range(1, columns + 1):  # asking the page for its last line looks at each cell that it has
        cell = page.cell(number, place)
        if cell.data_type == "f":
            cell.data_type, cell.quotePrefix = "s", True


def _head(page: Worksheet, sheet: Sheet) -> None:
    page.append([column.heading + ("*" if column.required else "") for column in sheet.columns])
    page.freeze_panes = "A2"
    for place, column in enumerate(sheet.columns, 1):
        cell = page.cell(1, place)
        cell.font, cell.fill = Font(bold=True), _HEAD
        hint = texts.HEADING_HINT.format(hint=column.hint, must=texts.MUST if column.required else "")
        if hint:
            cell.comment = Comment(hint, "邻里", width=260, height=90)
        letter = get_column_letter(place)
        page.column_dimensions[letter].width = _WIDTH.get(column.key, 14)
        if column.choices:
            page.add_data_validation(_choices(column, letter))


def _choices(column: Column, letter: str) -> DataValidation:
    listed = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=not column.required)
    listed.error = "、".join(column.choices)
    listed.showErrorMessage = True
    listed.add(f"{letter}2:{letter}{LISTED_ROWS}")
    return listed


def _explain(page: Worksheet | None, sheets: Sequence[Sheet], how_to: Sequence[str]) -> None:
    assert isinstance(page, Worksheet)
    page.title = texts.EXPLANATIONS
    for line in how_to:
        page.append([line])
    page.append([])
    page.append(list(texts.COLUMN_TABLE))
    for cell in page[page.max_row]:
        cell.font = Font(bold=True)
    for sheet in sheets:
        for column in sheet.columns:
            must = texts.YES if column.required else ""
            page.append([sheet.title, column.heading, must, column.hint, "、".join(column.choices)])
    for letter, width in zip("ABCDE", (14, 14, 8, 60, 80), strict=True):
        page.column_dimensions[letter].width = width
