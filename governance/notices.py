"""Kinds of pushes: what group each belongs to, how urgent it is, whether it may come at night."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from governance.rules import Rules


class Group(StrEnum):
    """What a person may choose not to hear of."""

    NEWS = "news"
    """How one's own report gets on."""
    WORK = "work"
    """What one has to do."""
    REMINDER = "reminder"
    BRIEF = "brief"


MUTABLE = frozenset({Group.NEWS, Group.REMINDER, Group.BRIEF})
"""What is to be done can't be muted, nor what is owed at once."""


@dataclass(frozen=True)
class Kind:
    """`priority`: 0 goes first. `by_night`: a danger, or what was asked for at that hour."""

    group: Group
    priority: int = 5
    by_night: bool = False


_WORK = Kind(Group.WORK, 3)
KINDS: dict[str, Kind] = {
    "hazard": Kind(Group.WORK, 0, by_night=True),
    "news": Kind(Group.NEWS, 5),
    "photo": Kind(Group.NEWS, 6),
    "rate": Kind(Group.NEWS, 5),
    "closed": Kind(Group.NEWS, 6),
    "look_back": Kind(Group.NEWS, 6),
    "remind": Kind(Group.REMINDER, 4),
    "late": Kind(Group.REMINDER, 2),
    "very_late": Kind(Group.REMINDER, 2),
    "brief": Kind(Group.BRIEF, 7),
    "duty_remind": Kind(Group.REMINDER, 4),
    "call_up": Kind(Group.WORK, 1, by_night=True),
    "campaign": Kind(Group.BRIEF, 7),
    "star": Kind(Group.BRIEF, 7),
    "star_ask": Kind(Group.WORK, 4),
}
"""What is not here is work of the usual urgency."""


def kind_of(name: str) -> Kind:
    """What a push's kind is."""
    return KINDS.get(name, _WORK)


def quiet_until(now: datetime, zone: ZoneInfo, rules: Rules) -> datetime | None:
    """When the quiet hours that run now are over (UTC); None while it is day."""
    local = now.astimezone(zone)
    begin, end = _clock(rules.quiet_from_minute), _clock(rules.quiet_until_minute)
    if begin <= local.time() or local.time() < end:
        day = local.date() + timedelta(days=1 if local.time() >= begin else 0)
        return datetime.combine(day, end, zone).astimezone(UTC)
    return None


def _clock(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
