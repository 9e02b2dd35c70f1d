"""A cell as tidy text: half-width, without blanks at the ends, dates as ISO 8601, whole numbers without a point."""

import re
import unicodedata
from datetime import date, datetime, timedelta
from typing import Any

from governance.roster.sheets import Holds

_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile(
    r"[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b-\u200f\u061c\u2028-\u202e\u2060\u2066-\u2069\ufeff]"
)
_WRITTEN_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 00:00(?::00)?)?")
_SERIAL = re.compile(r"\d{4,6}(?:\.0)?")


def cell_text(value: Any, holds: Holds, epoch: datetime) -> str | None:
    """The text of a cell's value, None when it is empty. `epoch`: the day from which the workbook counts (1900 or 1904)."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, bool) or value is None:
        return None if value is None else str(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = tidy(str(value))
    if not text:
        return None
    return _day(text, epoch) if holds is Holds.DATE else text


def tidy(text: str) -> str:
    """NFKC, invisible characters out, white space to single blanks."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))).strip()


def _day(text: str, epoch: datetime) -> str:
    """The day that the text or the serial number means; what is no day stays as it is, to be told."""
    written = _WRITTEN_DAY.fullmatch(text)
    try:
        if written:
            return date(*map(int, written.groups())).isoformat()
        if _SERIAL.fullmatch(text):
            from openpyxl.utils.datetime import from_excel  # read with the first workbook, not with the office

            counted = from_excel(float(text), epoch)
            return counted.date().isoformat() if isinstance(counted, datetime) else text
    except (ValueError, OverflowError):
        return text
    return text
