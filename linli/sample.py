"""The demo's sample subdistrict: the example workbook, imported as any other, and the phones on the chat page."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select

from governance.days import month_of
from governance.duty.patterns import Pattern
from governance.duty.plan_sheets import DutyPlan, PatternEntry, StationEntry
from governance.duty.stations import StationKind
from governance.stars.round_dates import dates_of, opened
from handlers.context import Context, SubdistrictConfig
from handlers.duty.plan_ahead import plan_ahead
from handlers.roster import import_roster
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


TEMPLATE_ID = "demo-notice"
TEMPLATE_FIELDS = {"character_string1": "number", "thing2": "rest", "time3": "time"}
RULES = f"""[[template]]
groups = ["news", "work", "reminder", "brief"]
id = "{TEMPLATE_ID}"
kind = "subscribe"
fields = {{ {", ".join(f'{name} = "{source}"' for name, source in TEMPLATE_FIELDS.items())} }}
"""
"""The demo's rules: outside the 48 hours notices go by a template of the stand-in."""


@dataclass(frozen=True)
class SamplePhone:
    """A phone on the chat page; `person`: the code of whom it is bound to in the roster, `home`: of the building."""

    openid: str
    name: str
    about: str
    person: str | None = None
    home: str | None = None


LEAD = "R00729"
PHONES = (
    SamplePhone("o-demo-resident-li", "李示例", "居民 · 梧桐里1号院1幢", "R00001", "Y01-01"),
    SamplePhone("o-demo-leader-wang", "王样本", "红色楼栋长 · 梧桐里1号院1幢", "R00002", "Y01-01"),
    SamplePhone("o-demo-worker-chen", "陈试用", "网格员 · 第1网格", "R00003"),
    SamplePhone("o-demo-head-kong", "孔模拟", "网格长 · 第1网格", "R00089"),
    SamplePhone("o-demo-secretary-zhao", "赵试写", "社区书记 · 梧桐社区", "R00709"),
    SamplePhone("o-demo-crew-shen", "沈假设", "维修队 · 示例东片联盟", "R00718"),
    SamplePhone("o-demo-lead-kong", "孔主任", "街道领导", LEAD),
    SamplePhone("o-demo-member-zhou", "周虚构", "在职党员 · 梧桐社区", "R00004"),
    SamplePhone("o-demo-new", "新邻居", "还没有绑定：试试“绑定 赵演示 0005”"),
)


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
