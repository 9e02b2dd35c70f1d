"""Who serves a place: from posts and leave to the people who act there now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from governance.roles import Line, Role, Term


@dataclass(frozen=True)
class Absence:
    """A leave: `stand_in` acts for `person` from `since` until before `until` (UTC)."""

    person: int
    stand_in: int
    since: datetime
    until: datetime


@dataclass(frozen=True)
class Servant:
    """A person who acts in a role; `for_person`: whom they stand in for, None in their own post."""

    person: int
    role: Role
    for_person: int | None = None
    line: Line | None = None


def stand_ins(absences: Iterable[Absence], now: datetime) -> dict[int, int]:
    """Who acts for whom at `now`. Where somebody has two leaves, the one that began last counts."""
    running = sorted((a for a in absences if a.since <= now < a.until), key=lambda absence: absence.since)
    return {absence.person: absence.stand_in for absence in running}


def acting_for(person: int, stand_in_of: Mapping[int, int]) -> int:
    """Who acts for the person: the end of the chain of stand-ins; in a circle the person themselves."""
    seen = [person]
    while seen[-1] in stand_in_of:
        following = stand_in_of[seen[-1]]
        if following in seen:
            return person
        seen.append(following)
    return seen[-1]


def servants(posts: Iterable[tuple[int, Term]], absences: Iterable[Absence], now: datetime) -> tuple[Servant, ...]:
    """Who acts in these posts at `now`, in the posts' order, each person once a role and line."""
    stand_in_of = stand_ins(absences, now)
    found: dict[tuple[int, Role, Line | None], Servant] = {}
    for person, term in posts:
        if not term.holds(now):
            continue
        acting = acting_for(person, stand_in_of)
        servant = Servant(acting, term.role, person if acting != person else None, term.line)
        known = found.get((acting, term.role, term.line))
        if known is None or known.for_person is not None:
            found[acting, term.role, term.line] = servant
    return tuple(found.values())
