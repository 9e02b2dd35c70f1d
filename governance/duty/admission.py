"""Who gets a place on a shift: admitted, on the stand-by list, or refused with the reason."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from governance.duty.shifts import Clash, Shift, clash
from governance.rules import Rules


class Refusal(StrEnum):
    """Why somebody can't have a place."""

    STARTED = "started"
    UNQUALIFIED = "unqualified"
    OVERLAP = "overlap"
    REST = "rest"


@dataclass(frozen=True)
class Admitted:
    """There is a place."""


@dataclass(frozen=True)
class StandBy:
    """All places are taken; this is the place on the stand-by list, 1-based."""

    place: int


@dataclass(frozen=True)
class Refused:
    """There is none for this person; `other`: the shift that stands in the way."""

    reason: Refusal
    other: Shift | None = None


def fits(
    shift: Shift, own: Iterable[Shift], qualifications: Collection[str], now: datetime, zone: ZoneInfo, rules: Rules
) -> Refused | None:
    """None when the person may stand in this shift; `own`: their other shifts, stand-by places aside."""
    if shift.closes_at <= now:
        return Refused(Refusal.STARTED)
    if shift.qualification is not None and shift.qualification not in qualifications:
        return Refused(Refusal.UNQUALIFIED)
    found = clash(shift, own, zone, rules)
    if found is None:
        return None
    kind, other = found
    return Refused(Refusal.OVERLAP if kind is Clash.OVERLAP else Refusal.REST, other)


def admit(
    shift: Shift, own: Iterable[Shift], qualifications: Collection[str], taken: int, waiting: int, now: datetime,
    zone: ZoneInfo, rules: Rules,
) -> Admitted | StandBy | Refused:  # fmt: skip
    """A place, a place on the stand-by list, or a refusal. `taken`, `waiting`: how many stand there already.

    Who waits goes before who comes later, even where a place has just become free.
    """
    refused = fits(shift, own, qualifications, now, zone, rules)
    if refused is not None:
        return refused
    return Admitted() if taken < shift.capacity and not waiting else StandBy(waiting + 1)


def may_cancel(shift: Shift, now: datetime, rules: Rules) -> bool:
    """Whether a place may still be given back without a word with the lead."""
    return now <= shift.starts_at - timedelta(hours=rules.cancel_hours)
