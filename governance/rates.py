"""响应率, 解决率, 满意率, and how long things took: from the facts of tickets, with the number each figure rests on."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from governance.tickets.satisfaction import ClosedAs, Score
from governance.tickets.states import TicketState


class Facts(NamedTuple):
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
QUANTILES = (0.5, 0.9)
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


class Judged(NamedTuple):
    """What a ticket counts for in each figure, None: not in it."""

    response: bool | None
    solution: bool | None
    satisfaction: bool | None
    silent: bool
    response_span: timedelta | None
    handling_span: timedelta | None


def judged(ticket: Facts, now: datetime) -> Judged | None:
    """As it stands at `now`; None for a merged, withdrawn or voided one, which is not counted.

    Response: taken by a person in time, of those taken or overdue. Solution: handled in time, verified and never
    reopened, of those ended or overdue. Satisfaction: satisfied or fairly so, of those rated; silence is counted apart.
    """
    if ticket.state in (TicketState.MERGED, TicketState.WITHDRAWN) or ticket.closed_as is ClosedAs.VOIDED:
        return None
    return Judged(
        _responded(ticket, now), _solved(ticket, now),
        None if ticket.score is None else ticket.score is not Score.DISSATISFIED,
        ticket.closed_as is ClosedAs.SILENT,
        None if ticket.taken_at is None else _span(ticket.opened_at, ticket.taken_at),
        None if ticket.handled_at is None else _span(ticket.opened_at, ticket.handled_at),
    )  # fmt: skip


Counted = tuple[Facts, Judged | None]


def count(tickets: Iterable[Facts], now: datetime) -> list[Counted]:
    """Each of them judged once, for several tables."""
    return [(ticket, judged(ticket, now)) for ticket in tickets]


def row_of(name: str, tickets: Iterable[Counted]) -> Row:
    """The figures of these tickets."""
    found = [each for _, each in tickets if each is not None]
    responses = [each.response_span for each in found if each.response_span is not None]
    handlings = [each.handling_span for each in found if each.handling_span is not None]
    return Row(
        name,
        len(found),
        _share(each.response for each in found),
        _share(each.solution for each in found),
        _share(each.satisfaction for each in found),
        sum(each.silent for each in found),
        *quantiles(responses),
        *quantiles(handlings),
    )


def rows_of(key: Callable[[Facts], str], tickets: Iterable[Counted]) -> list[Row]:
    """A row for each value of the key, by name."""
    groups: dict[str, list[Counted]] = {}
    for counted in tickets:
        groups.setdefault(key(counted[0]), []).append(counted)
    return [row_of(name, groups[name]) for name in sorted(groups)]


def row(name: str, tickets: Iterable[Facts], now: datetime) -> Row:
    """The figures of these tickets as they stand at `now`."""
    return row_of(name, count(tickets, now))


def rows_by(key: Callable[[Facts], str], tickets: Iterable[Facts], now: datetime) -> list[Row]:
    """A row for each value of the key, by name."""
    return rows_of(key, count(tickets, now))


def verdict(figure: str, ticket: Facts, now: datetime) -> bool | None:
    """Whether a ticket is good or bad in a figure (response, solution, satisfaction), or (None) not counted in it."""
    found = judged(ticket, now)
    if found is None:
        return None
    verdicts = {"response": found.response, "solution": found.solution, "satisfaction": found.satisfaction}
    return verdicts[figure]


def quantiles(spans: Iterable[timedelta], shares: Sequence[float] = QUANTILES) -> tuple[timedelta | None, ...]:
    """The spans that so large shares do not exceed (nearest rank); None of none."""
    ranked = sorted(spans)
    return tuple(ranked[rank(share, len(ranked))] if ranked else None for share in shares)


def rank(share: float, count: int) -> int:
    """Which of so many in order, from 0, so large a share does not exceed."""
    return max(math.ceil(share * count - 1e-9), 1) - 1


def _share(verdicts: Iterable[bool | None]) -> Share:
    known = [verdict for verdict in verdicts if verdict is not None]
    return Share(len(known), sum(known))


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
