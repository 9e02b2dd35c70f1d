"""Workbooks that a command reads or writes, with a plain sentence for a file that is none or can't be touched."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from linli import texts
from linli.errors import Stop

Contents = TypeVar("Contents")


def contents(file: Path, read: Callable[[Path], Contents]) -> Contents:
    """What `read` finds in the file. Raises Stop."""
    from storage.errors import NotAWorkbook, WorkbookTooLarge

    try:
        return read(file)
    except NotAWorkbook as error:
        raise Stop(texts.NOT_A_WORKBOOK.format(path=file)) from error
    except WorkbookTooLarge as error:
        raise Stop(texts.WORKBOOK_TOO_LARGE.format(path=file)) from error
    except OSError as error:
        raise Stop(texts.FILE_UNREADABLE.format(path=file)) from error


@contextmanager
def writable(file: Path) -> Iterator[None]:
    """For what writes the file. Raises Stop."""
    try:
        yield
    except OSError as error:
        raise Stop(texts.FILE_UNWRITABLE.format(path=file)) from error
