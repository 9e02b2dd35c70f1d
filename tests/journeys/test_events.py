"""A burst main from the first word to the all-clear, and a storm of several matters with a gas smell inside it."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import insert, select
from sqlalchemy.event import listen, remove

from governance.clock import SHANGHAI
from storage.models import Deadline, Event, EventReport, Person, Place, Shift, SignUp, Station, Ticket
from tests.office import Office, plain

EVENT = "SJ20261124-01"
FIRST = ("梧桐里1号院1幢停水了", "梧桐里1号院05幢家里没得水了", "梧桐里1号院1幢水龙头拧开一滴水都没有")


@pytest.fixture
def homes(chat, quota):
    """People who live there and report."""
    return [chat.person(f"居民{number}") for number in range(8)]


def reported(chat, homes, words=FIRST):
    """Each says one of these; then the workers work."""
    answers = [home.says(said) for home, said in zip(homes, words, strict=False)]
    chat.work()
    return answers


def states(chat):
    return {row.number[-1]: row.state for row in chat.tickets()}


def told(home):
    """What somebody was told of the event, each answer for itself."""
    return [part for notice in home.notices for part in notice.split("\n\n") if part.startswith("【梧桐里")]


def event(chat, number=EVENT):
    return chat.rows(select(Event.__table__).where(Event.number == number))[0]


def test_a_burst_main_from_the_first_word_to_the_all_clear(chat, clock, people, homes):
    reported(chat, homes[:2])
    assert chat.rows(select(Event.number)) == [], "two are no event"
    homes[2].says(FIRST[2])
    homes[3].says("梧桐里1号院1幢4楼楼上漏水滴到我家")
    chat.work()
    for decider in (people.secretary, people.head, people.dispatcher):
        proposal = next(notice for notice in decider.notices if "【事件】" in notice)
        assert proposal.startswith("【事件】梧桐里1号院停水：1分钟内有3人上报同样的情况")
        assert "漏水" not in proposal
    assert not any("事件" in notice for notice in people.worker.notices)
    answer = people.secretary.chooses(f"确认事件 {EVENT}")
    assert "已确认" in answer
    assert "3人上报" in answer
    assert "已经确认（吴范例，今天 10:00）" in people.head.chooses(f"确认事件 {EVENT}"), "twice at once: in clear words"

    assert "已答复3位上报人" in people.secretary.says(f"预计 {EVENT} 下午4点来水，泵房在换阀门")
    chat.work()
    for home in homes[:3]:
        assert told(home) == [told(home)[0]]
        assert "预计今天 16:00来水。泵房在换阀门" in told(home)[0]
    assert told(homes[3]) == [], "who has a leak is not of it"

    later = homes[4].says("梧桐里2号院1幢也停水了")
    assert "梧桐里1号院停水（事件 SJ20261124-01）" in later
    assert "预计今天 16:00来水" in later, "the newest word in the first reply"
    chat.work()
    assert event(chat).title == "梧桐里1号院、梧桐里2号院停水", "it has grown"
    assert "还没有来水，已记上" in homes[0].says("还没来水")
    homes[5].says("我住梧桐里1号院05幢")
    assert "已登记" in homes[5].says("还没来水"), "who lives there and reported nothing has reported it by that"
    chat.work()
    assert "5人，1人说还没恢复" in people.secretary.says("看事件")

    people.secretary.says(f"通报事件 {EVENT} 阀门到货晚了")
    chat.work()
    people.head.says(f"预计 {EVENT} 今天18:00")
    chat.work()
    assert "时间有变：原定今天 16:00，现在预计今天 18:00来水" in told(homes[1])[-1]
    clock.turn(hours=8)
    assert "已答复5位上报人" in people.secretary.says(f"结束事件 {EVENT} 阀门换好了")
    chat.work()
    chat.work()
    for home in (*homes[:3], homes[4], homes[5]):
        assert [text for text in told(home) if "已来水。阀门换好了" in text] == [told(home)[-1]]
    assert [len(told(home)) for home in homes[:6]] == [4, 4, 4, 0, 3, 3], (
        "each answer once, the first with the first reply"
    )

    thanks = homes[0].chooses(f"恢复了 {EVENT}")
    assert "您满意吗" in thanks
    assert states(chat)["1"] == "verified"
    assert "已结案" in homes[0].says("满意 1")
    assert states(chat)["1"] == "closed"
    homes[1].chooses(f"还没恢复 {EVENT}")
    homes[2].chooses(f"还没恢复 {EVENT}")
    homes[2].chooses(f"还没恢复 {EVENT}")
    assert event(chat).state == "ended", "one who says it twice is one"
    assert "马上继续处理" in homes[4].chooses(f"还没恢复 {EVENT}")
    assert event(chat).state == "open"
    chat.work()
    assert "有3户反映还没有来水" in told(homes[5])[-1]
    assert any("又打开了" in notice for notice in people.secretary.notices)
    people.secretary.says(f"结束事件 {EVENT} 主阀也换了")
    chat.work()
    for home in homes[1:3]:
        home.chooses(f"恢复了 {EVENT}")
    clock.turn(hours=25)
    chat.work()
    assert states(chat) == {
        "1": "closed",
        "2": "verified",
        "3": "verified",
        "4": states(chat)["4"],
        "5": "verified",
        "6": "verified",
    }
    assert states(chat)["4"] not in ("verified", "closed"), "the leak goes its own way"


def test_a_storm_with_a_gas_smell_inside_it(chat, people, homes):
    water = (*FIRST, "梧桐里1号院05幢停水，楼道里还有煤气味")
    reported(chat, homes, water)
    power = ("梧桐里1号院1幢停电了", "梧桐里1号院05幢黑灯瞎火没电", "梧桐里1号院1幢家里没得电了")
    reported(chat, homes[4:], power)
    strangers = [chat.person(f"过客{number}") for number in range(6)]
    reported(chat, strangers, (
        "梧桐里1号院1幢3楼楼道灯坏了", "梧桐里1号院05幢有人在楼道堆纸箱", "梧桐里1号院1幢只有我家没水",
        "梧桐里1号院05幢小广告贴满了", "梧桐里2号院1幢电动车没电了推不动", "梧桐里1号院1幢什么时候停水",
    ))  # fmt: skip
    (danger,) = [row for row in chat.tickets() if row.urgency == "hazard"]
    joined = chat.rows(
        select(EventReport.event_number, EventReport.number).where(EventReport.event_number.is_not(None))
    )
    by_event = {number: {row.number[-2:] for row in joined if row.event_number == number} for number, _ in joined}
    assert by_event == {EVENT: {"01", "02", "03", "04"}, "SJ20261124-02": {"05", "06", "07"}}, (
        "two in one place, nobody else's"
    )
    assert sum("【安全隐患】" in notice for notice in people.lead.notices) == 1, "the danger has its own push"
    proposal = next(n for n in people.dispatcher.notices if n.startswith("【安全隐患】其中"))
    assert danger.number in proposal.splitlines()[0]

    answer = people.dispatcher.says(f"确认事件 {EVENT}")
    assert f"其中 {danger.number} 有隐患，仍单独限时处置" in answer
    people.dispatcher.says("确认事件 SJ20261124-02")
    shown = people.dispatcher.says(f"看事件 {EVENT}")
    assert shown.splitlines()[1].startswith(f"【安全隐患】{danger.number}")
    clocks = {
        row.kind
        for row in chat.rows(select(Deadline.kind).where(Deadline.number == danger.number, Deadline.met_at.is_(None)))
    }
    assert {"survey", "plan", "crew"} <= clocks
    people.dispatcher.says(f"结束事件 {EVENT}")
    chat.work()
    chat.work()
    homes[3].chooses(f"恢复了 {EVENT}")
    (after,) = chat.rows(select(Ticket.state).where(Ticket.number == danger.number))
    assert after.state not in ("verified", "closed"), "water is back, the gas smell is not gone by that"

    page = plain(Office(chat).signs_in(people.dispatcher).sees(f"/console/events/{EVENT}"))
    assert page.index(danger.number) < page.index("NH20261124-0001")
    wall = plain(Office(chat).signs_in(people.dispatcher).sees("/console/wall"))
    assert "梧桐里1号院停电" in wall


def test_a_report_that_is_something_else_is_taken_out_and_as_it_was(chat, people, homes):
    reported(chat, homes, (*FIRST, "梧桐里1号院1幢停水了"))
    people.secretary.says(f"确认事件 {EVENT}")
    before = chat.tickets()
    clocks = chat.rows(select(Deadline.__table__).order_by(Deadline.id))
    answer = people.secretary.says("移出事件 2")
    assert "已把 NH20261124-0002（梧桐里1号院05幢家里没得水了）移出" in answer
    people.secretary.says(f"通报事件 {EVENT} 正在抢修")
    chat.work()
    assert told(homes[1]) == []
    assert len(told(homes[0])) == 1
    assert chat.tickets() == before
    assert chat.rows(select(Deadline.__table__).order_by(Deadline.id)) == clocks
    assert "不在任何事件里" in people.secretary.says("移出事件 2")


def test_what_is_refused_is_not_proposed_again_and_each_report_is_as_it_was(chat, people, homes):
    reported(chat, homes)
    before = chat.tickets()
    assert "3件上报各自办理" in people.head.chooses(f"不是一回事 {EVENT}")
    assert chat.tickets() == before
    assert "已经取消（孙模拟，今天 10:00）" in people.secretary.says(f"确认事件 {EVENT}")
    reported(chat, homes[3:6])
    assert len(chat.rows(select(Event.number))) == 1
    assert event(chat).state == "refused"


def test_it_is_widened_narrowed_and_stretched_over_everything(chat, people, homes):
    reported(chat, homes)
    people.secretary.says(f"确认事件 {EVENT}")
    assert "范围现在是：梧桐里1号院、梧桐里2号院停水" in people.secretary.says(f"扩大事件 {EVENT} 到 梧桐里2号院")
    assert "没看懂扩到哪里" in people.secretary.says(f"扩大事件 {EVENT} 到 火星")
    narrowed = people.secretary.says(f"缩小事件 {EVENT} 到 1幢")
    assert "范围现在是：梧桐里1号院1幢停水" in narrowed
    assert "NH20261124-0002" in narrowed
    homes[3].says("梧桐里1号院05幢停水")
    homes[4].says("梧桐里1号院1幢停水")
    chat.work()
    assert "3人" in people.secretary.says("看事件"), "only what lies where somebody said"
    for _ in range(3):
        answer = people.dispatcher.says(f"扩大事件 {EVENT}")
    assert "范围现在是：示例街道停水" in answer
    assert "这是全街道范围" in answer
    assert "事件" in homes[5].says("虎踞北路4号5幢停水了"), "everywhere now"


def test_who_may_not_decide_is_told_whose_business_it_is(chat, people, homes):
    reported(chat, homes)
    assert "网格长" in people.worker.says(f"确认事件 {EVENT}")
    assert "要由" in homes[0].says(f"确认事件 {EVENT}")
    assert event(chat).state == "proposed"
    assert "没有找到事件 SJ20261124-09" in people.secretary.says("确认事件 SJ20261124-09")
    assert "要告诉上报人什么" in people.secretary.says("通报事件")
    assert "已经过了" in people.secretary.says(f"预计 {EVENT} 今天8:00来水")
    assert "已确认这个事件" in people.secretary.says(f"预计 {EVENT} 今天20:00来水"), "who answers all confirms it"
    assert "由网格长孙模拟牵头" in people.secretary.says(f"牵头事件 {EVENT} 给孙模拟")
    chat.work()
    assert "吴范例请您牵头" in people.head.notices[-1]
    assert "已经答复过上报人" in people.secretary.says(f"不是一回事 {EVENT}")


def test_one_person_three_times_is_no_event(chat, people, homes):
    for words in FIRST:
        homes[0].says(words)
    chat.work()
    assert chat.rows(select(Event.number)) == []


def test_who_has_gone_or_taken_it_back_is_not_told(chat, people, homes):
    reported(chat, homes, (*FIRST, "梧桐里1号院1幢停水了", "梧桐里1号院1幢停水"))
    people.secretary.says(f"确认事件 {EVENT}")
    homes[0].says("撤回 1")
    homes[1].phone.unfollow()
    people.secretary.says(f"通报事件 {EVENT} 正在抢修")
    chat.work()
    assert [len(told(home)) for home in homes[:5]] == [0, 0, 1, 1, 1]


def test_what_nobody_confirms_is_dropped_after_a_day(chat, clock, people, homes):
    reported(chat, homes)
    clock.turn(hours=25)
    chat.work()
    assert event(chat).state == "refused"
    assert chat.rows(select(EventReport.number).where(EventReport.left_at.is_(None))) == []


def test_reports_after_the_end_open_it_again(chat, clock, people, homes):
    reported(chat, homes)
    people.secretary.says(f"结束事件 {EVENT}")
    clock.turn(minutes=40)
    reported(chat, homes[3:6])
    assert event(chat).state == "open"
    assert len(chat.rows(select(Event.number))) == 1
    assert any("结束后又有3人上报" in notice for notice in people.secretary.notices)
    chat.work()
    assert len(told(homes[4])) == 1, "the newest word, not those before they came"


def test_by_night_only_who_is_on_duty_hears_of_it(chat, clock, people, homes):

    clock.now = datetime(2026, 11, 24, 23, 30, tzinfo=SHANGHAI)
    with chat.database.write() as connection:
        place = connection.execute(select(Place.id).where(Place.code == "C1")).scalar_one()
        person = connection.execute(select(Person.id).where(Person.code == "R5")).scalar_one()
        station = connection.execute(
            insert(Station).values(place_id=place, kind="post", needs_code=False).returning(Station.id)
        ).scalar_one()
        shift = connection.execute(
            insert(Shift).values(
                station_id=station, day=clock.now.date(), starts_at=clock.now - timedelta(hours=1),
                ends_at=clock.now + timedelta(hours=6), capacity=1,
            ).returning(Shift.id)
        ).scalar_one()  # fmt: skip
        connection.execute(
            insert(SignUp).values(shift_id=shift, person_id=person, state="present", via="self", stage=0, at=clock.now)
        )
    before = {name: len(getattr(people, name).notices) for name in ("secretary", "head", "dispatcher")}
    reported(chat, homes)
    assert "【事件】梧桐里1号院停水" in people.leader.notices[-1]
    assert before == {name: len(getattr(people, name).notices) for name in before}
    assert "已确认" in people.leader.chooses(f"确认事件 {EVENT}")


def test_a_message_asks_the_same_however_large_the_event_is(chat, people, homes):
    reported(chat, homes)
    people.secretary.says(f"确认事件 {EVENT}")
    counts = [asked(chat, lambda home=home: home.says("梧桐里1号院1幢停水了")) for home in homes[3:8]]
    assert len({len(each) for each in counts[1:]}) == 1, counts
    assert sum("FROM events" in each for each in counts[-1]) == 1
    assert not any("FROM event_reports" in each for each in counts[-1])


def asked(chat, do):
    """The statements of what is done."""
    found = []

    def note(_connection, _cursor, statement, *_more):
        found.append(statement)

    listen(chat.database.engine, "before_cursor_execute", note)
    do()
    remove(chat.database.engine, "before_cursor_execute", note)
    return found
