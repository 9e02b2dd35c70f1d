"""The demo's sample subdistrict: the example workbook, imported as any other, and the phones on the chat page."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select

from governance.alliance.changes import alliance_changes
from governance.alliance.entries import EMPTY_BOOK
from governance.clock import local_day
from governance.days import month_of
from governance.duty.patterns import Pattern
from governance.duty.plan_sheets import DutyPlan, PatternEntry, StationEntry
from governance.duty.stations import StationKind
from governance.stars.round_dates import dates_of, opened
from handlers.context import Context, SubdistrictConfig
from handlers.duty.plan_ahead import plan_ahead
from handlers.roster import import_roster
from linli.sample_alliance import sample_book
from linli.sample_phones import LEAD, PHONES
from storage.alliance_book import write_book
from storage.console.answers import keep_answer
from storage.database import Database
from storage.duty.plan_write import write_plan
from storage.models import Account, Person, Place
from storage.place_book import PlaceBook
from storage.stars.rounds import plan_round
from storage.tags import want_tags
from storage.unit_of_work import UnitOfWork
from storage.workbook.reader import read_workbook

EXAMPLE = Path(__file__).parent / "example_roster.xlsx"
STATIONS = (
    StationEntry("C1-Y", StationKind.MEDIATION, "R00002", False),
    StationEntry("C2-Y", StationKind.REPAIR, None, True),
)
PATTERNS = (
    PatternEntry("C1-D", "C1-Y", Pattern(frozenset(range(7)), 9 * 60, 11 * 60), 2, None),
    PatternEntry("C1-E", "C1-Y", Pattern(frozenset(range(5)), 18 * 60 + 30, 20 * 60 + 30), 1, None),
    PatternEntry("C2-W", "C2-Y", Pattern(frozenset({5, 6}), 14 * 60, 16 * 60), 2, "在职党员"),
)
"""Two stations of the example with their weekly shifts."""
ANSWERS = (
    ("居住证在哪里办", "带身份证和租房合同到社区一楼便民窗口，工作日 9 点到 17 点。（示例）"),
    ("老年优待证怎么办", "满 60 岁带身份证和一寸照片到社区便民窗口，当场受理。（示例）"),
    ("旧沙发旧床垫等大件垃圾扔到哪里", "请放到小区大件垃圾点，每周三、周六清运；搬不动可以报修。（示例）"),
)
"""What the example knows at once; staff add to it in the back office."""
STARS_AT = "梧桐社区"
"""Where a round of the stars is open from the first day of the demo, whatever day of the month that is."""


def build(database: Database, zone: ZoneInfo, now: datetime, progress: Callable[[int], None]) -> None:
    """Imports the example and binds its phones, unless places are there already."""
    with database.read() as connection:
        if connection.execute(select(Place.id).limit(1)).first() is not None:
            return
    import_roster(database, read_workbook(EXAMPLE), zone, now, removals_agreed=False, progress=progress)
    with database.write() as connection:
        people = dict(connection.execute(select(Person.code, Person.id)).all())
        homes = dict(connection.execute(select(Place.code, Place.id)).all())
        for phone in PHONES:
            connection.execute(
                insert(Account).values(
                    channel="wechat", openid=phone.openid, person_id=people.get(phone.person or ""),
                    place_id=homes.get(phone.home or ""), subscribed_at=now, last_inbound_at=now,
                )
            )  # fmt: skip
        want_tags(connection, now)
        write_plan(connection, DutyPlan(STATIONS, PATTERNS, ()), now)
        alliances = alliance_changes(EMPTY_BOOK, sample_book(local_day(now, zone)), ())
        write_book(connection, alliances, zone, now)
        ctx = Context(UnitOfWork(connection), SubdistrictConfig(zone=zone), now, PlaceBook())
        plan_ahead(ctx, now)
        _open_round(ctx)
        for question, answer in ANSWERS:
            keep_answer(ctx.uow, None, question, answer, people[LEAD], now)
        ctx.uow.finish()


def _open_round(ctx: Context) -> None:
    """Nominations for the stars are open now; the steps after follow in their days."""
    month, zone, rules = month_of(ctx.today), ctx.config.zone, ctx.config.rules
    dates = replace(dates_of(month, zone, rules), opens_at=ctx.now)
    community = next(node.id for node in ctx.places.nodes.values() if node.name == STARS_AT)
    plan_round(ctx.uow, community, month, opened(dates, ctx.now, zone, rules))
