"""The month in figures: three rates and times by community, grid, category and month; prevention and the pool apart."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime

from governance.days import month_before, next_month, start_of
from governance.emergency import balance
from governance.rates import Facts, Row, row, rows_by
from governance.tickets.satisfaction import ClosedAs, Score
from governance.tickets.states import TicketState
from handlers.context import Context, SubdistrictConfig
from handlers.texts import statistics as words
from handlers.tickets.prevention import CHANNEL
from storage.database import Database
from storage.emergency import BookedDraw, draws_between
from storage.place_book import PlaceBook
from storage.ticket_facts import CountedTicket, counted_tickets
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
        zone, earliest = config.zone, month
        first, end = start_of(month, zone), start_of(next_month(month), zone)
        for _ in range(MONTHS - 1):
            earliest = month_before(earliest)
        facts = facts_of(ctx, start_of(earliest, zone), end)
        year = draws_between(ctx.uow, start_of(month.replace(month=1), zone), end)
    reports = [each for each in facts if not each.prevention]
    here = [each for each in reports if each.month == f"{month:%Y-%m}"]
    ahead = [each for each in facts if each.prevention and each.month == f"{month:%Y-%m}"]

    def by(key: Callable[[Facts], str]) -> list[Row]:
        return rows_by(key, here, now)

    return MonthReport(
        month=month,
        total=row(words.ALL, here, now),
        prevention=row(words.PREVENTION, ahead, now),
        by_community=by(lambda each: each.community),
        by_grid=by(lambda each: each.grid),
        by_category=by(lambda each: each.category),
        by_month=rows_by(lambda each: each.month, reports, now),
        draws=[each for each in year if each.drawn_at >= first],
        pool=config.rules.emergency_pool_yuan * 100,
        pool_left=balance(tuple(each.draw for each in year), config.rules),
        calendar_known=config.calendar.known(month),
    )


def facts_of(ctx: Context, first: datetime, end: datetime) -> list[Facts]:
    """What is counted of the tickets opened from `first` until before `end`."""
    return [facts for _, facts in facts_with_numbers(ctx, first, end)]


def facts_with_numbers(
    ctx: Context, first: datetime, end: datetime, places: Collection[int] | None = None
) -> list[tuple[str, Facts]]:
    """Likewise, each with its ticket's number; `places`: only of what lies there (None: all)."""
    return [(each.number, _facts(ctx, each)) for each in counted_tickets(ctx.uow, first, end, places)]


def _facts(ctx: Context, ticket: CountedTicket) -> Facts:
    place = None if ticket.place_id is None else ctx.places.community_of(ticket.place_id)
    category = ctx.config.category(ticket.category)
    return Facts(
        state=TicketState(ticket.state),
        opened_at=ticket.opened_at,
        taken_at=ticket.taken_at,
        take_due=ticket.take_due,
        handled_at=ticket.handled_at,
        handle_due=ticket.handle_due,
        reopened=ticket.reopened,
        score=None if ticket.score is None else Score(ticket.score),
        closed_as=None if ticket.closed_as is None else ClosedAs(ticket.closed_as),
        community=words.NOWHERE if place is None else ctx.places.nodes[place].name,
        grid=ticket.grid or words.NOWHERE,
        category=category.full_name if category is not None else words.NO_CATEGORY,
        month=f"{ticket.opened_at.astimezone(ctx.config.zone):%Y-%m}",
        prevention=ticket.channel == CHANNEL,
    )
