"""The same for stars, events, notices to an area and people: two who do something at once, at every stop, both ways round.

A scene is made once and put back before each order, so that the same numbers come again and all that was written is compared.
"""

import itertools
import re
from dataclasses import dataclass, field

import pytest
from sqlalchemy import insert

from handlers.texts import BUSY
from storage.models import Account
from tests.duty import at
from tests.events import EVENT, reported
from tests.interleaving.saved import Saved
from tests.interleaving.town import Town, town
from tests.notices import HOMES, NUMBER, dwellers
from tests.staff import lines, staff
from tests.stars import ANNOUNCE, NOTICE, OPEN, REVIEW, neighbour, november, step

CODE = re.compile(r"[0-9a-f]{16,}")
"""The address of an award, drawn anew each time."""
FARTHEST, ON_SQLITE = 60, 2
Said = tuple[str, str]
PUSHES = (
    "SELECT o.kind, a.openid, o.text, o.state FROM outbox o JOIN accounts a ON a.id = o.account_id ORDER BY 1, 2, 3, 4"
)


@dataclass(frozen=True)
class Case:
    """Two that happen at once; `before` is said first."""

    one: Said
    other: Said
    before: tuple[Said, ...] = ()
    after: tuple[Said, ...] = ()
    """What is done when both have ended, before the rows are compared."""
    blur: str = r"(?!)"
    """What of the answers depends on who came first by moments and is right either way."""
    long: bool = False


@dataclass(frozen=True)
class Scene:
    """What is compared, and the cases by name."""

    state: tuple[str, ...]
    cases: dict[str, Case] = field(default_factory=dict)


EVENTS = Scene(
    (
        "SELECT number, state, reopened, lead_person_id, confirmed_by, places FROM events ORDER BY number",
        "SELECT what, note, person_id FROM event_log ORDER BY 1, 2, 3",
        "SELECT kind, text FROM event_words ORDER BY 1, 2",
        "SELECT number, event_number, left_at IS NULL, over, told > 0 FROM event_reports ORDER BY number",
        "SELECT number, state FROM tickets ORDER BY number",
        PUSHES,
    ),
    {
        "two confirm": Case(("secretary", f"确认事件 {EVENT}"), ("head", f"确认事件 {EVENT}")),
        "confirm and refuse": Case(("secretary", f"确认事件 {EVENT}"), ("head", f"不是一回事 {EVENT}")),
        "end and a late report": Case(
            ("secretary", f"结束事件 {EVENT}"),
            ("late", "梧桐里1号院1幢停水了"),
            (("secretary", f"确认事件 {EVENT}"),),
            (("clock", "event_words"),),
            r"已答复\d位",  # whoever joins in that moment is told by the clock, after the others
        ),
        "end and what is gathered": Case(
            ("secretary", f"结束事件 {EVENT}"),
            ("clock", "events"),
            (("secretary", f"确认事件 {EVENT}"), ("late", "梧桐里1号院1幢停水了")),
        ),
        "end and water is back": Case(
            ("secretary", f"结束事件 {EVENT}"), ("first", "来水了"), (("secretary", f"确认事件 {EVENT}"),), long=True
        ),
        "refuse and what is gathered": Case(
            ("head", f"不是一回事 {EVENT}"), ("clock", "events"), (("late", "梧桐里1号院1幢停水了"),), long=True
        ),
    },
)
NOTICES = Scene(
    (
        "SELECT number, state, by_id, approved_by_id, audience, why FROM area_notices ORDER BY number",
        "SELECT name, text, told FROM area_notice_words ORDER BY 1, 2",
        PUSHES,
    ),
    {
        "two approve": Case(("lead", f"可以发 {NUMBER}"), ("dispatcher", f"可以发 {NUMBER}")),
        "withhold and approve": Case(("lead", f"可以发 {NUMBER}"), ("secretary", f"先别发 {NUMBER} 时间没定")),
        "end and tell": Case(
            ("secretary", f"结束通知 {NUMBER} 提前通水了"),
            ("clock", "area_words"),
            (("lead", f"可以发 {NUMBER}"),),
            (("clock", "area_words"),),
            r"'area_words': \d+",  # what somebody else holds the clock does with its next pass
            long=True,
        ),
    },
)
STARS_REVIEWED = Scene(
    (
        "SELECT state, reason, held FROM star_rounds ORDER BY id",
        "SELECT id, state, name, announcement_id IS NULL FROM star_awards ORDER BY id",
        PUSHES,
    ),
    {
        "two review": Case(("secretary", "评议通过"), ("lead", "评议通过")),
        "pass and return": Case(("secretary", "评议通过 1"), ("lead", "评议退回 1 事迹需要核实")),
        "pass and take back consent": Case(("secretary", "评议通过 1"), ("nominee", "不同意公示")),
        "skip and pass": Case(("secretary", "评议通过"), ("lead", "本月不评 梧桐社区 正在换届"), long=True),
        "merge and agree": Case(("secretary", "评议合并 2 到 1"), ("nominee", "同意公示"), long=True),
    },
)
STARS_PASSED = Scene(
    STARS_REVIEWED.state,
    {
        "cancel and publish": Case(("clock", "star_rounds"), ("secretary", "本月不评 正在换届")),
        "return and publish": Case(("clock", "star_rounds"), ("secretary", "评议退回 1 事迹需要核实"), long=True),
        "two publish": Case(("clock", "star_rounds"), ("clock", "star_rounds"), long=True),
    },
)
STARS_NOTICED = Scene(
    STARS_REVIEWED.state,
    {
        "two announce": Case(("clock", "star_rounds"), ("clock", "star_rounds")),
        "object and announce": Case(("auntie", "异议 1 取奶的是另外一个人"), ("clock", "star_rounds")),
        "take back consent and announce": Case(("nominee", "不同意公示"), ("clock", "star_rounds"), long=True),
    },
)
PEOPLE = Scene(
    (
        "SELECT openid, person_id FROM accounts ORDER BY openid",
        "SELECT person_id, stand_in_id, cancelled_at IS NULL FROM leaves ORDER BY 1, 2, 3",
        "SELECT number, state, assignee_id FROM tickets ORDER BY number",
        PUSHES,
    ),
    {
        "two bind one person": Case(("stranger", "绑定 赵演示 0002"), ("other", "绑定 赵演示 0002")),
        "bind and rebind": Case(("stranger", "绑定 赵演示 0002"), ("part_time", "改绑 赵演示 0002"), long=True),
        "each stands in for the other": Case(
            ("worker", "请假 明天 由郑假设代岗"), ("part_time", "请假 明天 由陈试用代岗")
        ),
        "two leaves of one": Case(
            ("worker", "请假 明天 由郑假设代岗"), ("worker", "请假 后天 由郑假设代岗"), long=True
        ),
        "role removed and dispatch": Case(("roster", "R4"), ("head", "派单 1 给 郑假设")),
        "role removed and take": Case(("roster", "R1"), ("worker", "接单 1")),
        "unbind and dispatch": Case(("worker", "解绑"), ("head", "派单 1 给 陈试用"), long=True),
    },
)
SCENES = {
    "events": EVENTS,
    "notices": NOTICES,
    "stars reviewed": STARS_REVIEWED,
    "stars passed": STARS_PASSED,
    "stars noticed": STARS_NOTICED,
    "people": PEOPLE,
}


def _events(chat, clock):
    people = staff(chat)
    homes = [neighbour(chat, name, home) for name, home in HOMES[:4]]
    reported(chat, homes[:3])
    late = neighbour(chat, "后来的", "梧桐里1号院1幢")
    return {"secretary": people.secretary, "head": people.head, "first": homes[0], "late": late}


def _notices(chat, clock):
    people = staff(chat)
    with chat.database.write() as connection:
        connection.execute(insert(Account), dwellers(chat, 210, clock()))
    people.secretary.says("通知梧桐里1号院明天9点到15点停水")
    people.secretary.says(f"可以发 {NUMBER}")
    return {"secretary": people.secretary, "lead": people.lead, "dispatcher": people.dispatcher}


def _stars(chat, clock):
    people = november(chat, clock)
    auntie = neighbour(chat, "李阿姨")
    step(chat, clock, OPEN)
    auntie.says("推荐 甲一员 05幢 每天帮独居老人取奶")
    neighbour(chat, "赵大姐").says("推荐 甲大姐 05幢 每天帮老人取奶")
    people.members[0].says("同意公示")
    step(chat, clock, REVIEW)
    lead = chat.bound("魏领导", "0031")
    return {"secretary": people.secretary, "lead": lead, "auntie": auntie, "nominee": people.members[0]}


def _stars_passed(chat, clock):
    speakers = _stars(chat, clock)
    speakers["secretary"].says("评议通过 1")
    at(clock, NOTICE)
    return speakers


def _stars_noticed(chat, clock):
    speakers = _stars_passed(chat, clock)
    step(chat, clock, NOTICE)
    at(clock, ANNOUNCE)
    return speakers


def _people(chat, clock):
    people = staff(chat)
    chat.person("李阿姨").says("梧桐里1号院05幢楼道灯坏了")
    chat.decide()
    found = {name: getattr(people, name) for name in ("worker", "head", "part_time")}
    return found | {"stranger": chat.person("生人"), "other": chat.person("另一人")}


SETTINGS = {
    "events": _events,
    "notices": _notices,
    "stars reviewed": _stars,
    "stars passed": _stars_passed,
    "stars noticed": _stars_noticed,
    "people": _people,
}


def _without(chat, code):
    """Imports the roster again without one person's posts."""
    left = lines()
    left["posts"] = [line for line in left["posts"] if line["person"] != code]
    chat._import(left)
    return ""


def _offices(scene, chat, database_url, clock, redis, tmp_path):
    speakers = SETTINGS[scene](chat, clock)
    return town(chat, database_url, clock, redis, tmp_path, {name: each.openid for name, each in speakers.items()})


def _ends(offices: Town, scene: Scene, saved: Saved, case: Case, order: tuple[int, int], stop: int | None):
    """What comes of a case in one order: the answers by speaker and the rows, and whether the first came to its stop."""
    for gate in offices.gates:
        gate.open()
    saved.again()
    for who, words in case.before:
        offices.says(2, who, words)()
    said = [(case.one, case.other)[place] for place in order]
    if stop is None:
        answers, reached = [offices.says(door, *each)() for door, each in enumerate(said)], True
    else:
        answers, reached = offices.play(said, (stop,))
    assert BUSY not in answers, (order, stop)
    for who, words in case.after:
        offices.says(2, who, words)()
    answers = [re.sub(case.blur, "", answer) for answer in answers]
    assert offices.deadlocks == 0, (order, stop)
    rows = [
        tuple(CODE.sub("CODE", each) if isinstance(each, str) else each for each in row)
        for row in offices.rows(scene.state)
    ]
    return (tuple(sorted(zip(order, answers, strict=True))), tuple(rows)), reached


def _differ(found, serial):
    return [[row for row in found[part] if row not in one[part]] for one in serial for part in (0, 1)]


@pytest.mark.parametrize("scene", list(SCENES))
@pytest.mark.parametrize("long", [False, pytest.param(True, marks=pytest.mark.soak)], ids=["short", "long"])
def test_two_at_once_end_as_in_one_of_their_serial_orders(scene, long, chat, database_url, clock, redis, tmp_path):
    with _offices(scene, chat, database_url, clock, redis, tmp_path) as offices:
        offices.others["roster"] = _without
        saved = Saved(chat.database)
        for name, case in SCENES[scene].cases.items():
            if case.long == long:
                _play(offices, SCENES[scene], saved, name, case)


def _play(offices, scene, saved, name, case):
    orders = list(itertools.permutations(range(2)))
    serial = [_ends(offices, scene, saved, case, order, None)[0] for order in orders]
    for order in orders:
        for stop in range(ON_SQLITE if offices.chat.database.is_sqlite else FARTHEST):
            found, reached = _ends(offices, scene, saved, case, order, stop)
            assert found in serial, (name, order, stop, _differ(found, serial), serial[0][0], serial[1][0])
            if not reached:
                break
