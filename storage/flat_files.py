"""Writes records as JSON lines, CSV or a workbook."""

import csv
import json
import re
import string
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO

Records = Iterable[dict[str, Any]]
_UNSEEN = string.whitespace + "\u00a0\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_NO_SIGN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What no workbook can hold, and nobody sees."""
_BELOW_ZERO = re.compile(r"-[0-9]{1,15}(\.[0-9]{1,9})?")


def jsonl(records: Records, fields: tuple[str, ...], out: BinaryIO) -> None:
    """One object a line, UTF-8."""
    for record in records:
        out.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")


def comma_separated(records: Records, fields: tuple[str, ...], out: BinaryIO) -> None:
    """CSV with a header line, UTF-8 with the mark that Excel needs to see Chinese."""
    out.write(b"\xef\xbb\xbf")

    class _Lines:
        def write(self, line: str) -> int:
            return out.write(line.encode())

    writer = csv.DictWriter(_Lines(), fields)
    writer.writeheader()
    for record in records:
        writer.writerow({name: harmless(value) for name, value in record.items()})


def workbook(records: Records, fields: tuple[str, ...], out: BinaryIO) -> None:
    """One sheet with a header row."""
    from openpyxl import Workbook  # slow to load, and seldom wanted

    book = Workbook(write_only=True)
    sheet = book.create_sheet("records")
    sheet.append(list(fields))
    for record in records:
        sheet.append([_cell(record[name]) for name in fields])
    book.save(out)


def harmless(value: Any) -> Any:
    """A text that a spreadsheet would run as a formula, made plain by a leading apostrophe; a number below zero is none.

    Signs in full width and other forms count (WPS and Excel with Chinese settings read them as the plain ones), and so do
    those behind space that does not show.
    """
    if not isinstance(value, str) or _BELOW_ZERO.fullmatch(value):
        return value
    value = _NO_SIGN.sub("", value)
    first = value.lstrip(_UNSEEN)[:1]
    runs = value[:1] in ("\t", "\r", "\n") or (first and unicodedata.normalize("NFKC", first) in "=+-@")
    return "'" + value if runs else value


def _cell(value: Any) -> Any:
    """The same for a workbook, where a number below zero is to be one that can be added up."""
    below = isinstance(value, str) and _BELOW_ZERO.fullmatch(value)
    return float(value) if below and "." in value else int(value) if below else harmless(value)


FORMATS: dict[str, Callable[[Records, tuple[str, ...], BinaryIO], None]] = {
    "jsonl": jsonl,
    "csv": comma_separated,
    "xlsx": workbook,
}
