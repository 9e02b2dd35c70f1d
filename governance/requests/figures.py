"""The month's requests of enterprises by kind: how many, and how many of them in time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from governance.rates import Share
from governance.requests.kinds import RequestKind


@dataclass(frozen=True)
class Promise:
    """By when, and when it was kept."""

    due_at: datetime
    met_at: datetime | None

    def kept(self, now: datetime) -> bool | None:
        """Whether it was kept in time; None while it still may be."""
        if self.met_at is not None:
            return self.met_at <= self.due_at
        return False if now > self.due_at else None


@dataclass(frozen=True)
class RequestFacts:
    """What is counted of a request. `satisfied`: None where nobody rated it."""

    kind: RequestKind
    contact: Promise | None
    answer: Promise | None
    satisfied: bool | None = None


@dataclass(frozen=True)
class KindFigures:
    """One kind's month, or (`kind` None) all of them. A promise that still may be kept is in no share."""

    kind: RequestKind | None
    count: int
    contacted: Share
    answered: Share
    satisfied: Share


def figures(facts: Iterable[RequestFacts], now: datetime) -> tuple[KindFigures, ...]:
    """A row for every kind, also for those that nobody asked for, and one for all."""
    known = list(facts)
    rows = [_row(kind, [each for each in known if each.kind is kind], now) for kind in RequestKind]
    return (*rows, _row(None, known, now))


def _row(kind: RequestKind | None, facts: list[RequestFacts], now: datetime) -> KindFigures:
    return KindFigures(
        kind, len(facts),
        _share(None if each.contact is None else each.contact.kept(now) for each in facts),
        _share(None if each.answer is None else each.answer.kept(now) for each in facts),
        _share(each.satisfied for each in facts),
    )  # fmt: skip


def _share(judged: Iterable[bool | None]) -> Share:
    counted = [each for each in judged if each is not None]
    return Share(len(counted), sum(counted))
