"""What a drill came to, counted from what phones show and what stands in the database."""

import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from governance.roles import Role
from handlers.events.words import CONFIRM_TAP
from linli.drill.grouping import Grouping, grouping
from linli.drill.plan import Message
from linli.drill.town import Town
from storage.models import Account, Event, EventReport, EventWord, Ticket

HAZARD = "hazard"
TOLD_WITHIN_S = 60
DECIDE = (Role.GRID_HEAD, Role.COMMUNITY_SECRETARY, Role.DISPATCHER)
THIRD = 3
ASKING = ("？", "回复", "您是想")
NUMBER = re.compile(r"[0-9]{8}-[0-9]{4}")


@dataclass(frozen=True)
class Told:
    """Answers to all: how many there were, how many phones each was due at together, and where that failed."""

    words: int
    due: int
    untold: int
    twice: int


@dataclass(frozen=True)
class Filed:
    """Reports: lost (neither kept nor asked about), kept twice, and asked about without being filed."""

    reports: int
    lost: int
    doubled: int
    asked: int


@dataclass(frozen=True)
class Dangers:
    """How many there were, how many nobody was told of in time or that were not kept as such, and the longest wait in seconds.

    `alarms`: what was kept as a danger and tells of none.
    """

    count: int
    hidden: int
    seconds: float
    alarms: int


@dataclass(frozen=True)
class Figures:
    """All of it. `proposed`, `on_phone`: seconds from the third report; `strangers`: unrelated reports in any event."""

    grouping: Grouping
    events: int
    strangers: int
    proposed: float | None
    on_phone: float | None
    workers: list[int]
    heads: list[int]
    reporters: list[int]
    told: Told
    filed: Filed
    dangers: Dangers
    median_ms: float
    p99_ms: float

    @property
    def clean(self) -> bool:
        """Whether nothing was lost, doubled, left untold or hidden."""
        wrong = (self.filed.lost, self.filed.doubled, self.told.untold, self.told.twice, self.dangers.hidden)
        return self.proposed is not None and not any(wrong)


@dataclass(frozen=True)
class Kept:
    """What the database holds of a drill."""

    tickets: dict[str, list[Any]]
    members: dict[str, Any]
    events: dict[str, Any]
    words: dict[str, list[Any]]


def figures(town: Town, messages: Sequence[Message], kind: str) -> Figures:
    """Counts once everything has come to rest."""
    kept = kept_of(town)
    of_it = {number for number, event in kept.events.items() if event.title.endswith(kind)}
    meant, found = _groups(kept, messages)
    proposed, on_phone = _proposal(town, kept, messages, of_it)
    took = sorted(each * 1000 for each in town.took)
    strangers = sum(not each.of_storm and event_of(kept, each.openid) is not None for each in messages)
    return Figures(
        grouping(meant, found), len(of_it), strangers, proposed, on_phone,
        workers=_pushes(town, town.staff[Role.GRID_WORKER]),
        heads=_pushes(town, dict.fromkeys(head for role in DECIDE for head in town.staff[role])),
        reporters=sorted(town.pushes(each.openid) for each in messages if each.of_storm),
        told=_told(town, kept, of_it), filed=_filed(town, kept, messages), dangers=_dangers(town, kept, messages),
        median_ms=statistics.median(took), p99_ms=statistics.quantiles(took, n=100, method="inclusive")[-1],
    )  # fmt: skip


def kept_of(town: Town) -> Kept:
    """What stands in the database now."""
    tickets: dict[str, list[Any]] = defaultdict(list)
    words: dict[str, list[Any]] = defaultdict(list)
    with town.database.read() as connection:
        named = select(Ticket.__table__, Account.openid).join(Account, Account.id == Ticket.account_id)
        for row in connection.execute(named):
            tickets[row.openid].append(row)
        members = {row.number: row for row in connection.execute(select(EventReport.__table__))}
        events = {row.number: row for row in connection.execute(select(Event.__table__))}
        for row in connection.execute(select(EventWord.__table__).order_by(EventWord.id)):
            words[row.event_number].append(row)
    return Kept(tickets, members, events, words)


def event_of(kept: Kept, openid: str) -> str | None:
    """The event that somebody's report is in, or the report that it was merged into."""
    numbers = [number for each in kept.tickets[openid] for number in (each.number, each.merged_into)]
    rows = [kept.members[number] for number in numbers if number in kept.members]
    return next((row.event_number for row in rows if row.event_number and row.left_at is None), None)


def _groups(kept: Kept, messages: Sequence[Message]) -> tuple[list[str], list[str]]:
    """Of each report that was filed, what it belongs to and what it was put into."""
    filed = [each for each in messages if kept.tickets[each.openid]]
    meant = ["storm" if each.of_storm else each.openid for each in filed]
    return meant, [event_of(kept, each.openid) or each.openid for each in filed]


def _proposal(
    town: Town, kept: Kept, messages: Sequence[Message], of_it: Iterable[str]
) -> tuple[float | None, float | None]:
    """Seconds from the third report of the storm to the proposal, and to its being on the phone of somebody who decides."""
    opened = sorted(row.opened_at for each in messages if each.of_storm for row in kept.tickets[each.openid])
    first = min((kept.events[number].proposed_at for number in of_it), default=None)
    if first is None or len(opened) < THIRD:
        return None, None
    taps = {CONFIRM_TAP.format(number=number) for number in of_it}
    heads = (each for role in DECIDE for each in town.staff[role])
    shown = [at for head in heads for at, bubble in town.journal.seen[head] if taps & set(bubble.taps)]
    third = opened[THIRD - 1]
    return _seconds(third, first), _seconds(third, min(shown)) if shown else None


def _pushes(town: Town, people: Iterable[str]) -> list[int]:
    """Of those whose phone rang at all."""
    return sorted(count for each in people if (count := town.pushes(each))) or [0]


def _told(town: Town, kept: Kept, of_it: Iterable[str]) -> Told:
    """Each answer is due once at each phone that was of the event when it was given, and the newest one at who came after it."""
    due = untold = twice = 0
    inside = [(openid, event_of(kept, openid)) for openid in kept.tickets]
    numbers = set(of_it)
    for openid, event in ((openid, event) for openid, event in inside if event in numbers):
        texts = [bubble.text for _, bubble in town.journal.seen[openid] if bubble.side == "account"]
        joined = min(kept.members[row.number].joined_at for row in kept.tickets[openid] if row.number in kept.members)
        words = kept.words[event or ""]
        earlier = [word.id for word in words if word.at < joined]
        for word in words:
            heard = sum(text.count(word.text) for text in texts)
            twice += heard > 1
            if word.at >= joined or word.id == earlier[-1]:
                due, untold = due + 1, untold + (heard == 0)
    return Told(sum(len(kept.words[number]) for number in numbers), due, untold, twice)


def _filed(town: Town, kept: Kept, messages: Sequence[Message]) -> Filed:
    counts = Counter({each.openid: len(kept.tickets[each.openid]) for each in messages})
    unfiled = [each.openid for each in messages if counts[each.openid] == 0]
    asked = sum(asked_back(town, openid) for openid in unfiled)
    return Filed(len(messages), len(unfiled) - asked, sum(count > 1 for count in counts.values()), asked)


def asked_back(town: Town, openid: str) -> bool:
    """Whether somebody is asked back: who is thanked, or has read a number under which nothing of theirs is kept, is not."""
    replies = [bubble.text for _, bubble in town.journal.seen[openid] if bubble.side == "account"]
    kept = any(NUMBER.search(each) for each in replies)
    return not kept and any(word in each for word in ASKING for each in replies)


def _dangers(town: Town, kept: Kept, messages: Sequence[Message]) -> Dangers:
    """A danger is hidden where it is not kept as one, is over without having been handled, or rang at nobody's within a minute."""
    staff = list(dict.fromkeys(each for people in town.staff.values() for each in people))
    waits = [_wait(town, kept.tickets[each.openid], staff) for each in messages if each.danger]
    kept_as = [row.urgency for each in messages if not each.danger for row in kept.tickets[each.openid]]
    hidden = sum(wait > TOLD_WITHIN_S for wait in waits)
    return Dangers(len(waits), hidden, max(waits, default=0.0), kept_as.count(HAZARD))


def _wait(town: Town, tickets: Sequence[Any], staff: Sequence[str]) -> float:
    found = [row for row in tickets if row.urgency == HAZARD and row.ended_at is None]
    shown = [
        _seconds(row.opened_at, at)
        for row in found for openid in staff for at, bubble in town.journal.seen[openid] if row.number in bubble.text
    ]  # fmt: skip
    return min(shown, default=float("inf"))


def _seconds(since: datetime, until: datetime) -> float:
    return (until - since).total_seconds()
