"""When two reports are one matter: same place, same category, near in time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from governance.rules import Rules
from governance.tickets.lifecycle import UNHANDLED
from governance.tickets.states import TicketState


@dataclass(frozen=True)
class Matter:
    """What is compared of a ticket."""

    number: str
    place_id: int | None
    category: str | None
    opened_at: datetime
    state: TicketState


def same_matter(new: Matter, earlier: Matter, rules: Rules) -> bool:
    """Whether the new report may be about what the earlier one is about, and that is not handled yet."""
    return (
        new.number != earlier.number
        and new.place_id is not None
        and new.place_id == earlier.place_id
        and new.category is not None
        and new.category == earlier.category
        and earlier.state in UNHANDLED
        and (earlier.opened_at, earlier.number) < (new.opened_at, new.number)
        and new.opened_at - earlier.opened_at <= timedelta(days=rules.duplicate_days)
    )
