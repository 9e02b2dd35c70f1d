"""街道这一年: the year's figures, solved cases and awards, for a booklet. Nothing in it names a reporter."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from governance.clock import local_day
from governance.days import start_of
from governance.rates import Row, row, rows_by
from handlers.context import Context, SubdistrictConfig
from handlers.month_report import facts_of
from handlers.stars.roll import AwardPage, roll_of
from handlers.texts import statistics as words
from storage.database import Database
from storage.duty.hours import minutes_by_person
from storage.place_book import PlaceBook
from storage.solved_cases import SolvedCase, solved_cases
from storage.unit_of_work import UnitOfWork
from understanding.personal_data import screened

MOST_CASES = 24


@dataclass(frozen=True)
class Case:
    """A solved matter in words; `community`: where, no more exactly than that."""

    category: str
    community: str
    summary: str
    days: int


@dataclass(frozen=True)
class YearReport:
    """What the booklet shows. `minutes` and `people`: of the ledger of service hours."""

    year: int
    subdistrict: str
    total: Row
    prevention: Row
    by_month: list[Row]
    by_community: list[Row]
    minutes: int
    people: int
    cases: list[Case]
    awards: list[AwardPage]


def year_report(database: Database, config: SubdistrictConfig, year: int, now: datetime) -> YearReport:
    """The year as it stands at `now`."""
    book = PlaceBook()
    with database.read() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        span = start_of(date(year, 1, 1), config.zone), start_of(date(year + 1, 1, 1), config.zone)
        facts = facts_of(ctx, *span)
        hours = minutes_by_person(ctx.uow, date(year, 1, 1), date(year, 12, 31))
        cases = _chosen(ctx, solved_cases(ctx.uow, *span))
        root = next((ctx.places.nodes[place].name for place in ctx.places.roots()), "")
    reports = [each for each in facts if not each.prevention]
    return YearReport(
        year=year,
        subdistrict=root,
        total=row(words.ALL, reports, now),
        prevention=row(words.PREVENTION, [each for each in facts if each.prevention], now),
        by_month=rows_by(lambda each: each.month, reports, now),
        by_community=rows_by(lambda each: each.community, reports, now),
        minutes=sum(hours.values()),
        people=sum(1 for minutes in hours.values() if minutes > 0),
        cases=cases,
        awards=roll_of(database, config, now, book, year),
    )


def _chosen(ctx: Context, found: list[SolvedCase]) -> list[Case]:
    """A few of each category in turn, the quickest first, so that no one matter fills the pages."""
    by_category: dict[str, list[SolvedCase]] = {}
    for case in sorted(found, key=lambda each: each.handled_at - each.opened_at):
        by_category.setdefault(case.category or "", []).append(case)
    chosen: list[SolvedCase] = []
    while len(chosen) < MOST_CASES and any(by_category.values()):
        chosen += [cases.pop(0) for cases in by_category.values() if cases]
    return [_case(ctx, case) for case in chosen[:MOST_CASES]]


def _case(ctx: Context, case: SolvedCase) -> Case:
    place = None if case.place_id is None else ctx.places.community_of(case.place_id)
    community = words.NOWHERE if place is None else ctx.places.nodes[place].name
    category = ctx.config.category(case.category)
    return Case(
        category.full_name if category is not None else words.NO_CATEGORY, community, screened(case.summary).text,
        _days(case.opened_at, case.handled_at, ctx.config.zone),
    )  # fmt: skip


def _days(opened: datetime, handled: datetime, zone: ZoneInfo) -> int:
    """0: the same day."""
    return (local_day(handled, zone) - local_day(opened, zone)).days
