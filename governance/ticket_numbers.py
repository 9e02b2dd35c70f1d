"""Ticket numbers: prefix, day, running number of the day (`NH20261124-0007`)."""

import re
from datetime import date

_ENDS = re.compile(r"(?:[A-Z]{0,6}[0-9]{2,8}-)?([0-9]{1,20})")
_NUMBER = re.compile(r"^[A-Z]{1,6}\d{8}-\d{4,}$")


def ticket_number(prefix: str, day: date, running: int) -> str:
    """The number of the `running`-th ticket of `day` (1-based), at least four digits."""
    return f"{prefix}{day:%Y%m%d}-{running:04d}"


def is_ticket_number(text: str) -> bool:
    """Whether the text is a whole ticket number."""
    return _NUMBER.match(text.upper()) is not None


def last_digits(name: str) -> str | None:
    """The last digits in a name of a ticket (7, 0007, 1124-0007); None where it is none, as what a form sends may be."""
    found = _ENDS.fullmatch(name.strip().upper())
    return found and found[1]


def named_by(name: str, numbers: list[str]) -> list[str]:
    """The tickets among `numbers` that a person may mean by `name`: a whole number or last digits.

    Digits name the running number first (7 and 0007 mean …-0007); only when none has it,
    any number that ends with the digits.
    """
    name = name.strip().upper()
    if is_ticket_number(name):
        return [number for number in numbers if number == name]
    digits = last_digits(name)
    if digits is None:
        return []
    exact = [number for number in numbers if int(number.rpartition("-")[2]) == int(digits)]
    return exact or [number for number in numbers if number.replace("-", "").endswith(digits)]
