"""An .xlsx file, opened so that no file, however it was made, takes more memory or time than a roster may."""

import io
import mmap
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from openpyxl.reader.excel import ExcelReader
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from storage.errors import NotAWorkbook, StorageError, WorkbookTooLarge
from storage.workbook.gauge import MOST_HELD, MOST_WHOLE, Gauge

MOST_BYTES = 10 * 1024 * 1024
"""Of the file itself."""
MOST_READ = 96 * 1024 * 1024
"""Unpacked bytes that are read, a part that is read twice twice."""
MOST_ELEMENTS = 1_500_000
MOST_PARTS = 1_000
MOST_COLUMNS = 60


@dataclass(frozen=True)
class Allowance:
    """What reading one workbook may take: unpacked bytes, elements, and bytes held at once."""

    read: int = MOST_READ
    elements: int = MOST_ELEMENTS
    held: int = MOST_HELD


ROSTER = Allowance()
FIFTY_THOUSAND = Allowance(192 * 1024 * 1024, 5_000_000, 80 * 1024 * 1024)
"""A sheet of 50,000 filled rows."""
_ENTRY = b"PK\x01\x02"
_KINDS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""How Excel packs; other ways may need more memory to unpack than the file is long."""

warnings.filterwarnings("ignore", module=r"openpyxl\.")  # each odd date cell is one, and each is kept for good


class Archive(zipfile.ZipFile):
    """The parts of a workbook. Whatever is read of one is weighed first; `gauges`: by the part's name, as last read."""

    def __init__(self, path: Path, allowance: Allowance = ROSTER) -> None:
        """Raises NotAWorkbook, WorkbookTooLarge or OSError."""
        self._streams: list[_Weighed] = []  # before anything may raise: whatever became of it, it is closed
        _require_few_parts(path)
        self.gauges: dict[str, Gauge] = {}
        self.allowance = allowance
        self._bytes_left, self._elements_left = allowance.read, allowance.elements
        try:
            super().__init__(path)
        except (zipfile.BadZipFile, UnicodeDecodeError, NotImplementedError, ValueError) as error:
            raise NotAWorkbook from error
        if sum(entry.file_size for entry in self.infolist()) > allowance.read:
            self.close()
            raise WorkbookTooLarge

    def open(self, name: str | zipfile.ZipInfo, *_how: Any, **_more: Any) -> Any:
        """A part to read."""
        entry = name if isinstance(name, zipfile.ZipInfo) else self.getinfo(name)
        if entry.compress_type not in _KINDS:
            raise NotAWorkbook
        self._streams = [stream for stream in self._streams if not stream.closed]
        self._streams.append(_Weighed(super().open(entry), entry.filename, self))
        return self._streams[-1]

    def close(self) -> None:
        """Closes what is still being read as well: the library leaves it open where it fails."""
        for stream in self._streams:
            stream.close()
        super().close()

    def took(self, size: int, elements: int) -> None:
        """Counts what was read of all parts. Raises WorkbookTooLarge."""
        self._bytes_left -= size
        self._elements_left -= elements
        if self._bytes_left < 0 or self._elements_left < 0:
            raise WorkbookTooLarge


class _Weighed(io.RawIOBase):
    """One part being read: in pieces where the library lets go of what it has read, else as a whole."""

    def __init__(self, stream: Any, name: str, archive: Archive) -> None:
        self._stream, self._name, self._archive = stream, name, archive
        self._gauge: Gauge | None = None

    def read(self, size: int = -1) -> bytes:
        whole = size < 0 or size > MOST_WHOLE
        content: bytes = self._stream.read(MOST_WHOLE + 1 if whole else size)
        if len(content) > MOST_WHOLE:
            raise WorkbookTooLarge
        if self._gauge is None:
            self._gauge = self._archive.gauges[self._name] = Gauge(whole, self._archive.allowance.held)
        before = self._gauge.elements
        self._gauge.feed(content)
        self._archive.took(len(content), self._gauge.elements - before)
        return content

    def close(self) -> None:
        self._stream.close()
        super().close()


class _Page(ReadOnlyWorksheet):
    """A sheet whose rows are read once. The library looks for its size first, which is all of it where it does not say one."""

    def _get_size(self) -> None:
        """Not asked for: rows are read to their end, whatever size is told."""


class _Reader(ExcelReader):
    """Opens the sheets that hold cells, and those alone."""

    def read_worksheets(self) -> None:
        book: Any = self.wb
        for sheet, part in self.parser.find_sheets():
            if part.target in self.valid_files and "chartsheet" not in part.Type:
                page: Any = _Page(book, sheet.name, part.target, self.shared_strings)
                page.sheet_state = sheet.state
                book._sheets.append(page)


@contextmanager
def opened(path: Path, allowance: Allowance = ROSTER) -> Iterator[Any]:
    """The workbook (an openpyxl one, read row by row, formulas as what they came to) while it is read.

    Raises NotAWorkbook, WorkbookTooLarge; FileNotFoundError or another OSError when it can't be read.
    """
    with Archive(path, allowance) as archive:
        with _broken_is_none(), open(path, "rb") as file:
            reader = _Reader(file, read_only=True, data_only=True, keep_links=False)
            reader.archive.close()
            reader.archive = archive
            reader.read()
        yield reader.wb


def lines_of(page: Any) -> Iterator[tuple[Any, ...]]:
    """The values of a sheet's rows, whatever size it says it has. Raises NotAWorkbook or WorkbookTooLarge."""
    page.reset_dimensions()
    lines = page.iter_rows(max_col=MOST_COLUMNS, values_only=True)
    while True:
        with _broken_is_none():
            line = next(lines, None)
        if line is None:
            return
        yield line


@contextmanager
def _broken_is_none() -> Iterator[None]:
    """For calls into the library: of a hostile file it raises whatever it happens to stumble over."""
    try:
        yield
    except StorageError:
        raise
    except MemoryError as error:
        raise WorkbookTooLarge from error
    except Exception as error:
        raise NotAWorkbook from error


def gauge_of(page: Any) -> Gauge:
    """What was seen of a sheet that has been read."""
    return cast(Archive, page.parent._archive).gauges[page._worksheet_path]


def _require_few_parts(path: Path) -> None:
    """Before the list of parts is read: that alone can be all of the file."""
    with open(path, "rb") as file:
        size = file.seek(0, io.SEEK_END)
        if size > MOST_BYTES:
            raise WorkbookTooLarge
        if not size:
            raise NotAWorkbook
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            at, parts = content.find(_ENTRY), 0
            while at >= 0:
                parts, at = parts + 1, content.find(_ENTRY, at + 1)
                if parts > MOST_PARTS:
                    raise WorkbookTooLarge
