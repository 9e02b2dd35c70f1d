"""What the board can show of a ticket, and how many views somebody may keep."""

from collections.abc import Collection
from enum import StrEnum


class Column(StrEnum):
    """A column of the board besides the number, in the order in which they stand."""

    WHAT = "what"
    PLACE = "place"
    STATE = "state"
    ASSIGNEE = "assignee"
    OPENED = "opened"
    DUE = "due"


MOST_VIEWS, LONGEST_NAME, LONGEST_ASKED = 20, 20, 300


def columns_shown(named: Collection[str] | None) -> tuple[Column, ...]:
    """Those that are named, in their order; all where none is that the board knows."""
    found = tuple(each for each in Column if named is not None and each.value in named)
    return found or tuple(Column)
