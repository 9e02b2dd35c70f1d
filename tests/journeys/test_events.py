"""A burst main from the first word to the all-clear, and a storm of several matters with a gas smell inside it."""

from sqlalchemy import select

from storage.models import Deadline, Event, EventReport, Ticket
from tests.events import EVENT, FIRST, event, reported, states, told
from tests.office import Office, plain


def test_a_burst_main_from_the_first_word_to_the_all_clear(chat, clock, people, households):
    reported(chat, households[:2])
    assert chat.rows(select(Event.number)) == [], "two are no event"
    households[2].says(FIRST[2])
    households[3].says("梧桐里1号院1幢4楼楼上漏水滴到我家")
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
    for home in households[:3]:
        assert told(home) == [told(home)[0]]
        assert "预计今天 16:00来水。泵房在换阀门" in told(home)[0]
    assert told(households[3]) == [], "who has a leak is not of it"

    later = households[4].says("梧桐里2号院1幢也停水了")
    assert "梧桐里1号院停水（事件 SJ20261124-01）" in later
    assert "预计今天 16:00来水" in later, "the newest word in the first reply"
    chat.work()
    assert event(chat).title == "梧桐里1号院、梧桐里2号院停水", "it has grown"
    assert "还没有来水，已记上" in households[0].says("还没来水")
    households[5].says("我住梧桐里1号院05幢")
    assert "已登记" in households[5].says("还没来水"), "who lives there and reported nothing has reported it by that"
    chat.work()
    assert "5人，1人说还没恢复" in people.secretary.says("看事件")

    people.secretary.says(f"通报事件 {EVENT} 阀门到货晚了")
    chat.work()
    people.head.says(f"预计 {EVENT} 今天18:00")
    chat.work()
    assert "时间有变：原定今天 16:00，现在预计今天 18:00来水" in told(households[1])[-1]
    clock.turn(hours=8)
    assert "已答复5位上报人" in people.secretary.says(f"结束事件 {EVENT} 阀门换好了")
    chat.work()
    chat.work()
    for home in (*households[:3], households[4], households[5]):
        assert [text for text in told(home) if "已来水。阀门换好了" in text] == [told(home)[-1]]
    assert [len(told(home)) for home in households[:6]] == [4, 4, 4, 0, 3, 3], (
        "each answer once, the first with the first reply"
    )

    thanks = households[0].chooses(f"恢复了 {EVENT}")
    assert "您满意吗" in thanks
    assert states(chat)["1"] == "verified"
    assert "已结案" in households[0].says("满意 1")
    assert states(chat)["1"] == "closed"
    households[1].chooses(f"还没恢复 {EVENT}")
    households[2].chooses(f"还没恢复 {EVENT}")
    households[2].chooses(f"还没恢复 {EVENT}")
    assert event(chat).state == "ended", "one who says it twice is one"
    assert "马上继续处理" in households[4].chooses(f"还没恢复 {EVENT}")
    assert event(chat).state == "open"
    chat.work()
    assert "有3户反映还没有来水" in told(households[5])[-1]
    assert any("又打开了" in notice for notice in people.secretary.notices)
    people.secretary.says(f"结束事件 {EVENT} 主阀也换了")
    chat.work()
    for home in households[1:3]:
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


def test_a_storm_with_a_gas_smell_inside_it(chat, people, households):
    water = (*FIRST, "梧桐里1号院05幢停水，楼道里还有煤气味")
    reported(chat, households, water)
    power = ("梧桐里1号院1幢停电了", "梧桐里1号院05幢黑灯瞎火没电", "梧桐里1号院1幢家里没得电了")
    reported(chat, households[4:], power)
    strangers = [chat.person(f"过客{number}") for number in range(6)]
    reported(chat, strangers, (
        "梧桐里1号院1幢3楼楼道灯坏了", "梧桐里1号院05幢单元门口的地脏了没人拖", "梧桐里1号院1幢只有我家没水",
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
    households[3].chooses(f"恢复了 {EVENT}")
    (after,) = chat.rows(select(Ticket.state).where(Ticket.number == danger.number))
    assert after.state not in ("verified", "closed"), "water is back, the gas smell is not gone by that"

    page = plain(Office(chat).signs_in(people.dispatcher).sees(f"/console/events/{EVENT}"))
    assert page.index(danger.number) < page.index("NH20261124-0001")
    wall = plain(Office(chat).signs_in(people.dispatcher).sees("/console/wall"))
    assert "梧桐里1号院停电" in wall
    browser = Office(chat).signs_in(people.dispatcher).web
    link = f'<a href="/console/events/{EVENT}">梧桐里1号院停水</a>'
    assert link in browser.get(f"/console/tickets/{danger.number}").text
    assert "<dt>事件</dt>" not in browser.get("/console/tickets/NH20261124-0008").text, "a lamp is of no event"


def test_who_says_no_place_is_offered_where_it_runs_and_hears_the_newest_word(chat, people, households):
    reported(chat, households[:3])
    people.secretary.chooses(f"确认事件 {EVENT}")
    people.secretary.says(f"预计 {EVENT} 下午4点来水，泵房在换阀门")
    chat.work()
    stranger = households[4]
    asked = stranger.says("没水了怎么烧饭啊")
    assert "是下面哪一处" in asked
    assert "1. 梧桐里1号院" in asked
    placed = stranger.says("1")
    assert f"梧桐里1号院停水（事件 {EVENT}）" in placed
    assert "预计今天 16:00来水" in placed
    chat.work()
    assert told(stranger) == [], "what was read in the first reply is not told again"
    assert "4人" in people.secretary.says("看事件")


def test_who_only_asks_when_the_power_comes_back_has_reported_it(chat, people, households):
    assert "已登记" in households[0].says("楼里怎么还不来电，一个钟头了")
    assert "还缺地点" in households[1].says("为什么没得电哦")


def test_a_burst_main_and_the_water_in_the_street_are_one_event(chat, people, households):
    for home, words in zip(
        households, ("梧桐里1号院门口积水了", "梧桐里1号院门口水到小腿", "梧桐里1号院大门口被淹了"), strict=False
    ):
        home.says(words)
    chat.work()
    people.secretary.chooses(f"确认事件 {EVENT}")
    assert f"事件 {EVENT}" in households[3].says("梧桐里1号院大门外面水管爆了，没人来关阀门")
