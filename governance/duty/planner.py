"""Fills open shifts fairly: by wishes, hours so far and rest. A proposal that explains each choice; a lead confirms it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from governance.duty.admission import Refusal, fits
from governance.duty.shifts import Shift
from governance.duty.wishes import Wish, slot_of
from governance.rules import Rules

WISH_MINUTES = 120
"""So much more than others somebody may have, and still gets what they wish for."""


@dataclass(frozen=True)
class Member:
    """Somebody who may be asked. `minutes`: served and planned this month; `shifts`: where they stand already; `away`: from when
    until when they are on leave; `elsewhere`: the shifts that are not where they have enrolled.
    """

    id: int
    minutes: int = 0
    wishes: frozenset[Wish] = frozenset()
    qualifications: frozenset[str] = frozenset()
    shifts: tuple[Shift, ...] = ()
    away: tuple[tuple[datetime, datetime], ...] = ()
    elsewhere: frozenset[int] = frozenset()


class Keeps(StrEnum):
    """What keeps a member from a shift; in the order in which it is looked at."""

    ELSEWHERE = "elsewhere"
    ON = "on"
    """They stand on it already, or are proposed for it."""
    LEAVE = "leave"
    UNQUALIFIED = "unqualified"
    OVERLAP = "overlap"
    REST = "rest"
    STARTED = "started"


@dataclass(frozen=True)
class Choice:
    """One place filled. `minutes`: what the member had before; `least`: the least that anybody else who could had."""

    shift: int
    member: int
    wished: bool
    minutes: int
    least: int
    could: int


@dataclass(frozen=True)
class Shortage:
    """Places of a shift for which nobody is left, and what keeps each member of those who serve there."""

    shift: int
    places: int
    kept: tuple[tuple[Keeps, int], ...]


@dataclass(frozen=True)
class Proposal:
    """What is proposed, and what stays open."""

    choices: tuple[Choice, ...]
    shortages: tuple[Shortage, ...]

    @property
    def unfilled(self) -> tuple[tuple[int, int], ...]:
        """Shift and places for which nobody is left."""
        return tuple((each.shift, each.places) for each in self.shortages)


@dataclass
class _State:
    """What is planned so far."""

    minutes: dict[int, int] = field(default_factory=dict)
    shifts: dict[int, list[Shift]] = field(default_factory=dict)


def propose(
    open_shifts: Sequence[tuple[Shift, int]], members: Sequence[Member], now: datetime, zone: ZoneInfo, rules: Rules
) -> Proposal:
    """`open_shifts`: each with the places that are free. Same input, same proposal.

    The shift that the fewest can stand in is filled first. Of those who can, who has the least gets it; a wish counts
    for two hours.
    """
    state = _State({m.id: m.minutes for m in members}, {m.id: list(m.shifts) for m in members})
    order = sorted(
        open_shifts, key=lambda each: (len(_able(each[0], members, state, now, zone, rules)), _when(each[0]))
    )
    choices: list[Choice] = []
    shortages: list[Shortage] = []
    for shift, places in order:
        for place in range(places):
            able = _able(shift, members, state, now, zone, rules)
            if not able:
                shortages.append(_shortage(shift, places - place, members, state, now, zone, rules))
                break
            choices.append(_choose(shift, able, state, zone))
    return Proposal(tuple(choices), tuple(shortages))


def round_robin(
    open_shifts: Sequence[tuple[Shift, int]], members: Sequence[Member], now: datetime, zone: ZoneInfo, rules: Rules
) -> Proposal:
    """The plain way to compare with: the next on the list who can, in the shifts' order."""
    state = _State({m.id: m.minutes for m in members}, {m.id: list(m.shifts) for m in members})
    choices: list[Choice] = []
    shortages: list[Shortage] = []
    turn = 0
    for shift, places in sorted(open_shifts, key=lambda each: _when(each[0])):
        for place in range(places):
            able = {member.id for member in _able(shift, members, state, now, zone, rules)}
            following = [members[(turn + ahead) % len(members)] for ahead in range(len(members))]
            chosen = next((member for member in following if member.id in able), None)
            if chosen is None:
                shortages.append(_shortage(shift, places - place, members, state, now, zone, rules))
                break
            turn = (list(members).index(chosen) + 1) % len(members)
            choices.append(_take(shift, chosen, [m for m in members if m.id in able], state, zone))
    return Proposal(tuple(choices), tuple(shortages))


def _able(
    shift: Shift, members: Sequence[Member], state: _State, now: datetime, zone: ZoneInfo, rules: Rules
) -> list[Member]:
    return [m for m in members if _keeps(shift, m, state.shifts[m.id], now, zone, rules) is None]


def _keeps(
    shift: Shift, member: Member, own: Sequence[Shift], now: datetime, zone: ZoneInfo, rules: Rules
) -> Keeps | None:
    if shift.id in member.elsewhere:
        return Keeps.ELSEWHERE
    if any(each.id == shift.id for each in own):
        return Keeps.ON
    if any(since < shift.ends_at and shift.starts_at < until for since, until in member.away):
        return Keeps.LEAVE
    refused = fits(shift, own, member.qualifications, now, zone, rules)
    return None if refused is None else _KEEPS[refused.reason]


_KEEPS = {
    Refusal.STARTED: Keeps.STARTED, Refusal.UNQUALIFIED: Keeps.UNQUALIFIED, Refusal.OVERLAP: Keeps.OVERLAP,
    Refusal.REST: Keeps.REST,
}  # fmt: skip


def _shortage(
    shift: Shift, places: int, members: Sequence[Member], state: _State, now: datetime, zone: ZoneInfo, rules: Rules
) -> Shortage:
    why = [(_keeps(shift, member, state.shifts[member.id], now, zone, rules), member.id) for member in members]
    return Shortage(shift.id, places, tuple((k, m) for k, m in why if k is not None and k is not Keeps.ELSEWHERE))


def _choose(shift: Shift, able: Collection[Member], state: _State, zone: ZoneInfo) -> Choice:
    slot = slot_of(shift, zone)

    def cost(member: Member) -> tuple[int, int, int]:
        wished = slot in member.wishes
        return state.minutes[member.id] - (WISH_MINUTES if wished else 0), len(member.wishes), member.id

    return _take(shift, min(able, key=cost), able, state, zone)


def _take(shift: Shift, member: Member, able: Collection[Member], state: _State, zone: ZoneInfo) -> Choice:
    had = state.minutes[member.id]
    least = min((state.minutes[other.id] for other in able if other is not member), default=had)
    state.minutes[member.id] = had + int((shift.ends_at - shift.starts_at).total_seconds() // 60)
    state.shifts[member.id].append(shift)
    return Choice(shift.id, member.id, slot_of(shift, zone) in member.wishes, had, least, len(able))


def _when(shift: Shift) -> tuple[datetime, int]:
    return shift.starts_at, shift.id
