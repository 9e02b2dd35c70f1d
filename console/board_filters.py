"""What the board can be asked for, in an address and in a view that is kept."""

from bot.parameters import one_of, readable, row_id, whole, words
from console import board_texts, texts

LONGEST = 60
_ASKED = texts.ASKED
FILTERS = (
    one_of("show", _ASKED["show"], texts.SHOW, "open"),
    one_of("sort", _ASKED["sort"], board_texts.SORT, "due"),
    words("q", _ASKED["q"], LONGEST),
    one_of("urgency", _ASKED["urgency"], texts.URGENCY),
    words("category", _ASKED["category"], 32),
    row_id("community", _ASKED["community"]),
    row_id("unit", _ASKED["unit"]),
    whole("page", _ASKED["page"], 1, 99_999, 1),
    words("before", _ASKED["before"], 24),
)
"""What the board can be asked for; the names are those of `Wanted`, but for the search."""


def can_be_asked(asked: str) -> bool:
    """Whether the board takes these filters, written as in its address."""
    return readable(FILTERS, asked)
