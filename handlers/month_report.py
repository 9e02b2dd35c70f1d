"""The month in figures: three rates and times by community, grid, category and month; prevention and the pool apart."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from governance.days import month_before, next_month, start_of
from governance.emergency import balance
from governance.rates import Facts, Row, count, row, row_of, rows_of
from governance.tickets.satisfaction import ClosedAs, Score
from governance.tickets.states import TicketState
from handlers.context import Context, SubdistrictConfig
from handlers.texts import statistics as words
from handlers.tickets.prevention import CHANNEL
from storage.database import Database
from storage.emergency import BookedDraw, draws_between
from storage.place_book import PlaceBook
from storage.ticket_facts import CountedTicket, counted_tickets
from storage.ticket_sums import sums, times
from storage.unit_of_work import UnitOfWork

MONTHS = 6
"""How many months the comparison by month shows, this one included."""


@dataclass(frozen=True)
class MonthReport:
    """All tables of a month. `pool_left`: of the year's pool at the end of the month, in fen."""

    month: date
    total: Row
    prevention: Row
    by_community: list[Row]
    by_grid: list[Row]
    by_category: list[Row]
    by_month: list[Row]
    draws: list[BookedDraw]
    pool: int
    pool_left: int
    calendar_known: bool


def month_report(database: Database, config: SubdistrictConfig, month: date, now: datetime) -> MonthReport:
    """The figures of the month that begins on `month`, as they stand at `now`."""
    with database.read() as connection:
        ctx = Context(UnitOfWork(connection), config, now, PlaceBook())
        zone = config.zone
        first, end = start_of(month, zone), start_of(next_month(month), zone)
        months = [month]
        for _ in range(MONTHS - 1):
            months.insert(0, month_before(months[0]))
        facts = facts_of(ctx, first, end)
        before = [found for each in months[:-1] if (found := row_of_month(ctx, each)) is not None]
        year = draws_between(ctx.uow, start_of(month.replace(month=1), zone), end)
    here = count((each for each in facts if not each.prevention), now)

    total = row_of(words.ALL, here)

    def by(key: Callable[[Facts], str]) -> list[Row]:
        return rows_of(key, here)

    return MonthReport(
        month=month,
        total=total,
        prevention=row(words.PREVENTION, (each for each in facts if each.prevention), now),
        by_community=by(lambda each: each.community),
        by_grid=by(lambda each: each.grid),
        by_category=by(lambda each: each.category),
        by_month=[*before, *([replace(total, name=f"{month:%Y-%m}")] if here else [])],
        draws=[each for each in year if each.drawn_at >= first],
        pool=config.rules.emergency_pool_yuan * 100,
        pool_left=balance(tuple(each.draw for each in year), config.rules),
        calendar_known=config.calendar.known(month),
    )


def row_of_month(ctx: Context, month: date) -> Row | None:
    """A month's line among the others; None where nothing was reported."""
    zone = ctx.config.zone
    span = start_of(month, zone), start_of(next_month(month), zone)
    found = sums(ctx.uow, *span, ctx.now, not_by=CHANNEL)
    if not found.found:
        return None
    taken, handled = times(ctx.uow, *span, not_by=CHANNEL)
    return Row(
        f"{month:%Y-%m}", found.count, found.response, found.solution, found.satisfaction, found.silent,
        *taken, *handled,
    )  # fmt: skip


def facts_of(ctx: Context, first: datetime, end: datetime) -> list[Facts]:
    """What is counted of the tickets opened from `first` until before `end`."""
    return [facts for _, facts in facts_with_numbers(ctx, first, end)]


def facts_with_numbers(
    ctx: Context, first: datetime, end: datetime, places: Collection[int] | None = None
) -> list[tuple[str, Facts]]:
    """Likewise, each with its ticket's number; `places`: only of what lies there (None: all)."""
    called = _Names(ctx)
    return [(each.number, called.facts_of(each)) for each in counted_tickets(ctx.uow, first, end, places)]


_STATES = {each.value: each for each in TicketState}
_SCORES: dict[str | None, Score | None] = {None: None} | {each.value: each for each in Score}
_ENDS: dict[str | None, ClosedAs | None] = {None: None} | {each.value: each for each in ClosedAs}


class _Names:
    """What places, categories and months are called, each found once: there are many tickets and few of those."""

    def __init__(self, ctx: Context) -> None:
        self._places, self._config = ctx.places, ctx.config
        self._communities: dict[int | None, str] = {None: words.NOWHERE}
        self._categories: dict[str | None, str] = {}
        self._months: dict[datetime, str] = {}

    def facts_of(self, ticket: CountedTicket) -> Facts:
        """The ticket as it is counted."""
        return Facts(
            _STATES[ticket.state], ticket.opened_at, ticket.taken_at, ticket.take_due, ticket.handled_at,
            ticket.handle_due, ticket.reopened, _SCORES[ticket.score],
            _ENDS[ticket.closed_as], self._community(ticket.place_id),
            ticket.grid or words.NOWHERE, self._category(ticket.category), self._month(ticket.opened_at),
            ticket.channel == CHANNEL,
        )  # fmt: skip

    def _community(self, place: int | None) -> str:
        if place not in self._communities:
            community = None if place is None else self._places.community_of(place)
            self._communities[place] = words.NOWHERE if community is None else self._places.nodes[community].name
        return self._communities[place]

    def _category(self, code: str | None) -> str:
        if code not in self._categories:
            category = self._config.category(code)
            self._categories[code] = words.NO_CATEGORY if category is None else category.full_name
        return self._categories[code]

    def _month(self, at: datetime) -> str:
        hour = at.replace(minute=0, second=0, microsecond=0)
        if hour not in self._months:
            self._months[hour] = f"{at.astimezone(self._config.zone):%Y-%m}"
        return self._months[hour]
