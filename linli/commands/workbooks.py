"""Workbooks and other files that a command reads or writes, with a plain sentence for a file that is none or can't be touched."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from linli import texts
from linli.errors import Stop

Contents = TypeVar("Contents")
MOST_LISTED = 200
"""So many problems, or changes, are listed; of the rest the number is said."""


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


def stop_at(problems: Sequence[object], refused: str) -> None:
    """Raises Stop with the first of the problems, where there are any. `refused`: a sentence with their {count}."""
    if not problems:
        return
    rest = len(problems) - MOST_LISTED
    more = [texts.MORE_PROBLEMS.format(count=rest)] if rest > 0 else []
    raise Stop("\n".join([refused.format(count=len(problems)), *map(str, problems[:MOST_LISTED]), *more]))


@contextmanager
def writable(file: Path) -> Iterator[None]:
    """For what writes the file. Raises Stop."""
    try:
        yield
    except OSError as error:
        raise Stop(texts.FILE_UNWRITABLE.format(path=file)) from error


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Texts by the names of their files, into a folder that is made where it is missing. Raises Stop."""
    with writable(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
