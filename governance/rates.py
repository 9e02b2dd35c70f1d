"""响应率, 解决率, 满意率, and how long things took: from the facts of tickets, with the number each figure rests on."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from governance.tickets.satisfaction import ClosedAs, Score
from governance.tickets.states import TicketState


@dataclass(frozen=True)
class Facts:
    """What is counted of a ticket. Instants are UTC; `take_due`: by when somebody was to have taken it."""

    state: TicketState
    opened_at: datetime
    taken_at: datetime | None
    take_due: datetime | None
    handled_at: datetime | None
    handle_due: datetime | None
    reopened: int
    score: Score | None
    closed_as: ClosedAs | None
    community: str
    grid: str
    category: str
    month: str
    prevention: bool = False


@dataclass(frozen=True)
class Share:
    """So many of so many; None where there is nothing to count."""

    of: int
    good: int

    @property
    def percent(self) -> float | None:
        """The share in percent."""
        return None if self.of == 0 else self.good * 100 / self.of


RANKED_FROM = 10
"""A share of fewer cases is shown, and not ranked."""
_Z = 1.96


def interval(share: Share) -> tuple[float, float] | None:
    """Between which percentages the share lies for all one can tell from so many cases (Wilson, 95 %); None of none."""
    if share.of == 0:
        return None
    n, p = share.of, share.good / share.of
    middle, spread = p + _Z**2 / (2 * n), _Z * math.sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2))
    low, high = (middle - spread) / (1 + _Z**2 / n), (middle + spread) / (1 + _Z**2 / n)
    return max(low, 0.0) * 100, min(high, 1.0) * 100


def ranks(shares: Mapping[str, Share]) -> dict[str, int]:
    """The rank of each share of enough cases, by the lower end of its interval; equal ends share a rank."""
    ends = {name: found[0] for name, share in shares.items() if share.of >= RANKED_FROM and (found := interval(share))}
    return {name: 1 + sum(other > end for other in ends.values()) for name, end in ends.items()}


@dataclass(frozen=True)
class Row:
    """One line of the report. Times are spans from the report; None where nothing was counted."""

    name: str
    count: int
    response: Share
    solution: Share
    satisfaction: Share
    silent: int
    response_median: timedelta | None
    response_p90: timedelta | None
    handling_median: timedelta | None
    handling_p90: timedelta | None


def row(name: str, tickets: Sequence[Facts], now: datetime) -> Row:
    """The figures of these tickets as they stand at `now`; merged and withdrawn ones are not counted.

    Response: taken by a person in time, of those taken or overdue. Solution: handled in time, verified and never
    reopened, of those ended or overdue. Satisfaction: satisfied or fairly so, of those rated; silence is counted apart.
    """
    counted = [t for t in tickets if t.state not in (TicketState.MERGED, TicketState.WITHDRAWN)]
    responses = [_span(t.opened_at, t.taken_at) for t in counted if t.taken_at is not None]
    handlings = [_span(t.opened_at, t.handled_at) for t in counted if t.handled_at is not None]
    rated = [t for t in counted if t.score is not None]
    return Row(
        name,
        len(counted),
        _share(counted, lambda t: _responded(t, now)),
        _share(counted, lambda t: _solved(t, now)),
        Share(len(rated), sum(t.score is not Score.DISSATISFIED for t in rated)),
        sum(t.closed_as is ClosedAs.SILENT for t in counted),
        quantile(responses, 0.5),
        quantile(responses, 0.9),
        quantile(handlings, 0.5),
        quantile(handlings, 0.9),
    )


def rows_by(key: Callable[[Facts], str], tickets: Iterable[Facts], now: datetime) -> list[Row]:
    """A row for each value of the key, by name."""
    groups: dict[str, list[Facts]] = {}
    for ticket in tickets:
        groups.setdefault(key(ticket), []).append(ticket)
    return [row(name, groups[name], now) for name in sorted(groups)]


def verdict(figure: str, ticket: Facts, now: datetime) -> bool | None:
    """Whether a ticket is good or bad in a figure (response, solution, satisfaction), or (None) not counted in it."""
    if ticket.state in (TicketState.MERGED, TicketState.WITHDRAWN):
        return None
    if figure == "satisfaction":
        return None if ticket.score is None else ticket.score is not Score.DISSATISFIED
    return _responded(ticket, now) if figure == "response" else _solved(ticket, now)


def quantile(spans: Sequence[timedelta], share: float) -> timedelta | None:
    """The span that so large a share does not exceed (nearest rank); None of none."""
    if not spans:
        return None
    ranked = sorted(spans)
    return ranked[max(math.ceil(share * len(ranked) - 1e-9), 1) - 1]


def _share(tickets: Sequence[Facts], judged: Callable[[Facts], bool | None]) -> Share:
    verdicts = [verdict for ticket in tickets if (verdict := judged(ticket)) is not None]
    return Share(len(verdicts), sum(verdicts))


def _responded(ticket: Facts, now: datetime) -> bool | None:
    """In time or not; None while it is still open and in time."""
    if ticket.taken_at is not None:
        return ticket.take_due is None or ticket.taken_at <= ticket.take_due
    return False if ticket.take_due is not None and ticket.take_due < now else None


def _solved(ticket: Facts, now: datetime) -> bool | None:
    late = ticket.handle_due is not None and (ticket.handled_at or now) > ticket.handle_due
    if ticket.state is TicketState.CLOSED:
        return not late and ticket.reopened == 0 and ticket.score is not Score.DISSATISFIED
    return False if late or ticket.reopened else None


def _span(start: datetime, end: datetime) -> timedelta:
    """Never less than nothing, whatever a clock did."""
    return max(end - start, timedelta())
