"""An .xlsx file before it is read: whether it is one at all, not a bomb, and which cells are merged."""

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from storage.errors import NotAWorkbook, WorkbookTooLarge

MOST_UNPACKED = 256 * 1024 * 1024
MOST_RATIO = 200
"""Spreadsheets pack to a tenth, rarely to a fortieth; a bomb to a thousandth."""
_SMALL = 16 * 1024 * 1024
_MERGED = re.compile(rb'<mergeCell [^>]*ref="([A-Z]+)([0-9]+):')


@dataclass(frozen=True)
class MergedCell:
    """The upper left cell of a merged range: column letters and row."""

    column: str
    row: int


def require_workbook(path: Path) -> None:
    """Raises NotAWorkbook or WorkbookTooLarge; FileNotFoundError or another OSError when it can't be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, UnicodeDecodeError, NotImplementedError) as error:
        raise NotAWorkbook from error
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    if unpacked > MOST_UNPACKED or (unpacked > _SMALL and unpacked / packed > MOST_RATIO):
        raise WorkbookTooLarge
    if "xl/workbook.xml" not in {entry.filename for entry in entries}:
        raise NotAWorkbook


def merged_cells(path: Path, part: str) -> list[MergedCell]:
    """The merged ranges of a sheet's part of the file (`xl/worksheets/sheet1.xml`)."""
    with zipfile.ZipFile(path) as archive:
        content = archive.read(part.lstrip("/"))
    return [MergedCell(column.decode(), int(row)) for column, row in _MERGED.findall(content)]
