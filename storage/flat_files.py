"""Writes records as JSON lines, CSV or a workbook."""

import csv
import json
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO

Records = Iterable[dict[str, Any]]


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
        sheet.append([harmless(record[name]) for name in fields])
    book.save(out)


def harmless(value: Any) -> Any:
    """A text that a spreadsheet would run as a formula, made plain by a leading apostrophe."""
    return "'" + value if isinstance(value, str) and value[:1] in "=+-@\t\r" and value else value


FORMATS: dict[str, Callable[[Records, tuple[str, ...], BinaryIO], None]] = {
    "jsonl": jsonl,
    "csv": comma_separated,
    "xlsx": workbook,
}
