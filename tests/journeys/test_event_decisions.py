"""What those decide who answer for an event, and what becomes of each report."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import insert, select
from sqlalchemy.event import listen, remove

from governance.clock import SHANGHAI
from governance.rules import Rules
from handlers.context import SubdistrictConfig
from storage.models import Deadline, Event, EventReport, Person, Place, Shift, SignUp, Station
from tests.events import EVENT, FIRST, event, reported, told
from tests.office import Office, plain


def test_a_report_that_is_something_else_is_taken_out_and_as_it_was(chat, people, households):
    reported(chat, households, (*FIRST, "梧桐里1号院1幢停水了"))
    people.secretary.says(f"确认事件 {EVENT}")
    before = chat.tickets()
    clocks = chat.rows(select(Deadline.__table__).order_by(Deadline.id))
    answer = people.secretary.says("移出事件 2")
    assert "已把 NH20261124-0002（梧桐里1号院05幢家里没得水了）移出" in answer
    people.secretary.says(f"通报事件 {EVENT} 正在抢修")
    chat.work()
    assert told(households[1]) == []
    assert len(told(households[0])) == 1
    assert chat.tickets() == before
    assert chat.rows(select(Deadline.__table__).order_by(Deadline.id)) == clocks
    assert "不在任何事件里" in people.secretary.says("移出事件 2")


def test_what_is_refused_is_not_proposed_again_and_each_report_is_as_it_was(chat, people, households):
    reported(chat, households)
    before = chat.tickets()
    assert "3件上报各自办理" in people.head.chooses(f"不是一回事 {EVENT}")
    assert chat.tickets() == before
    assert "已经取消（孙模拟，今天 10:00）" in people.secretary.says(f"确认事件 {EVENT}")
    reported(chat, households[3:6])
    assert len(chat.rows(select(Event.number))) == 1
    assert event(chat).state == "refused"


def test_whoever_comes_second_is_told_how_it_stands_and_undoes_nothing(chat, people, households):
    reported(chat, households)
    members = select(EventReport.number).where(EventReport.left_at.is_(None))
    people.secretary.says(f"确认事件 {EVENT}")
    joined = chat.rows(members)
    late = people.head.chooses(f"不是一回事 {EVENT}")
    assert "已经由吴范例确认（今天 10:00），正在处理，没有取消" in late
    assert f"结束事件 {EVENT}" in late
    assert "已经由吴范例确认" in people.head.says("不是一回事")
    assert event(chat).state == "open"
    assert chat.rows(members) == joined != []
    may_refuse = {
        name: 'value="refuse"' in Office(chat).signs_in(speaker).web.get(f"/console/events/{EVENT}").text
        for name, speaker in (("head", people.head), ("secretary", people.secretary))
    }
    assert may_refuse == {"head": False, "secretary": True}
    office = Office(chat).signs_in(people.head)
    sent = {"do": "refuse", "csrf": office.csrf, "nonce": "late"}
    assert office.web.post(f"/console/events/{EVENT}", data=sent).status_code == 409
    assert event(chat).state == "open"
    assert "3件上报各自办理" in people.secretary.says(f"不是一回事 {EVENT}"), "one's own word may be taken back"
    assert "已经取消（吴范例，今天 10:00）" in people.head.chooses(f"确认事件 {EVENT}")
    assert event(chat).state == "refused"


def test_it_is_widened_narrowed_and_stretched_over_everything(chat, people, households):
    reported(chat, households)
    people.secretary.says(f"确认事件 {EVENT}")
    assert "范围现在是：梧桐里1号院、梧桐里2号院停水" in people.secretary.says(f"扩大事件 {EVENT} 到 梧桐里2号院")
    assert "没看懂扩到哪里" in people.secretary.says(f"扩大事件 {EVENT} 到 火星")
    narrowed = people.secretary.says(f"缩小事件 {EVENT} 到 1幢")
    assert "范围现在是：梧桐里1号院1幢停水" in narrowed
    assert "NH20261124-0002" in narrowed
    households[3].says("梧桐里1号院05幢停水")
    households[4].says("梧桐里1号院1幢停水")
    chat.work()
    assert "3人" in people.secretary.says("看事件"), "only what lies where somebody said"
    for _ in range(3):
        answer = people.dispatcher.says(f"扩大事件 {EVENT}")
    assert "范围现在是：示例街道停水" in answer
    assert "这是全街道范围" in answer
    assert "事件" in households[5].says("虎踞北路4号5幢停水了"), "everywhere now"


def test_who_decides_in_one_community_widens_it_no_further(chat, people, households):
    reported(chat, households)
    people.secretary.says(f"确认事件 {EVENT}")
    for said in (f"扩大事件 {EVENT} 到 虎踞北路4号", f"缩小事件 {EVENT} 到 虎踞北路4号5幢"):
        assert "要由" in people.secretary.says(said)
    assert "梧桐社区停水" in people.secretary.says(f"扩大事件 {EVENT}")
    assert "要由" in people.secretary.says(f"扩大事件 {EVENT}"), "the whole subdistrict is not theirs"
    assert "示例街道停水" in people.dispatcher.says(f"扩大事件 {EVENT}")


def test_who_may_not_decide_is_told_whose_business_it_is(chat, people, households):
    reported(chat, households)
    assert "网格长" in people.worker.says(f"确认事件 {EVENT}")
    assert "要由" in households[0].says(f"确认事件 {EVENT}")
    assert event(chat).state == "proposed"
    assert "没有找到事件 SJ20261124-09" in people.secretary.says("确认事件 SJ20261124-09")
    assert "要告诉上报人什么" in people.secretary.says("通报事件")
    assert "已经过了" in people.secretary.says(f"预计 {EVENT} 今天8:00来水")
    assert "已确认这个事件" in people.secretary.says(f"预计 {EVENT} 今天20:00来水"), "who answers all confirms it"
    assert "由网格长孙模拟牵头" in people.secretary.says(f"牵头事件 {EVENT} 给孙模拟")
    chat.work()
    assert "吴范例请您牵头" in people.head.notices[-1]
    assert "已经答复过上报人" in people.secretary.says(f"不是一回事 {EVENT}")


def test_one_person_three_times_is_no_event(chat, people, households):
    for words in FIRST:
        households[0].says(words)
    chat.work()
    assert chat.rows(select(Event.number)) == []


def test_who_has_gone_or_taken_it_back_is_not_told(chat, people, households):
    reported(chat, households, (*FIRST, "梧桐里1号院1幢停水了", "梧桐里1号院1幢停水"))
    people.secretary.says(f"确认事件 {EVENT}")
    households[0].says("撤回 1")
    households[1].phone.unfollow()
    people.secretary.says(f"通报事件 {EVENT} 正在抢修")
    chat.work()
    assert [len(told(home)) for home in households[:5]] == [0, 0, 1, 1, 1]


def test_what_nobody_confirms_is_dropped_after_a_day(chat, clock, people, households):
    reported(chat, households)
    clock.turn(hours=25)
    chat.work()
    assert event(chat).state == "refused"
    assert chat.rows(select(EventReport.number).where(EventReport.left_at.is_(None))) == []


def test_reports_after_the_end_open_it_again(chat, clock, people, households):
    reported(chat, households)
    people.secretary.says(f"结束事件 {EVENT}")
    clock.turn(minutes=40)
    reported(chat, households[3:6])
    assert event(chat).state == "open"
    assert len(chat.rows(select(Event.number))) == 1
    assert any("结束后又有3人上报" in notice for notice in people.secretary.notices)
    chat.work()
    assert len(told(households[4])) == 1, "the newest word, not those before they came"


def test_a_rule_confirms_water_by_itself_and_nothing_else(chat, people, households):
    chat.tools = replace(chat.tools, config=SubdistrictConfig(rules=Rules(event_confirms_itself=3)))
    reported(chat, households)
    reported(chat, households[3:], ("梧桐里1号院1幢电梯坏了", "梧桐里1号院1幢电梯停了", "梧桐里1号院1幢电梯不动了"))
    assert [row.state for row in chat.rows(select(Event.state).order_by(Event.number))] == ["open", "proposed"]
    assert any("已按规则自动确认" in notice for notice in people.secretary.notices)
    assert "梧桐里1号院停水（事件" in households[6].says("梧桐里1号院1幢停水"), "whoever comes is told at once"


def test_who_asks_how_far_it_is_reads_the_newest_word(chat, people, households):
    reported(chat, households)
    people.secretary.says(f"预计 {EVENT} 下午4点来水")
    chat.work()
    assert "预计今天 16:00来水" in households[1].says("进度 2")
    people.secretary.says("移出事件 2")
    assert "来水" not in households[1].says("进度 2")


def test_what_the_office_does_is_done_as_by_chat(chat, people, households):
    reported(chat, households)
    office = Office(chat).signs_in(people.secretary)

    def does(do, **fields):
        answer = office.web.post(
            f"/console/events/{EVENT}", data={"do": do, "csrf": office.csrf, "nonce": do, **fields}
        )
        return answer.status_code, plain(answer.text)

    assert does("confirm") == (200, does("confirm")[1]), "the same form twice is done once"
    status, said = does("estimate", until="2026-11-24T17:30", text="在换阀门")
    assert status == 200
    assert "预计今天 17:30来水。在换阀门" in said
    assert does("estimate", until="2026-11-24T08:00")[0] == 409
    assert does("estimate", until="soon")[0] == 422
    assert "要缩到哪里" in does("narrow", where="火星")[1]
    assert "已移出" in does("narrow", where="05幢")[1]
    assert does("take_out", ticket="NH20261124-0002")[0] == 200
    assert does("confirm", nonce="again")[0] == 409
    page = office.sees(f"/console/events/{EVENT}")
    assert "吴范例 缩小范围" in page


def test_by_night_the_answer_reaches_who_is_awake_and_the_others_in_the_morning(chat, clock, people, households):
    clock.now = datetime(2026, 11, 24, 20, 0, tzinfo=SHANGHAI)
    reported(chat, households)
    people.secretary.says(f"确认事件 {EVENT}")
    clock.now = datetime(2026, 11, 24, 22, 30, tzinfo=SHANGHAI)
    households[0].says("进度")
    people.secretary.says(f"通报事件 {EVENT} 正在抢修")
    chat.work()
    assert [len(told(each)) for each in households[:3]] == [1, 0, 0]
    clock.now = datetime(2026, 11, 25, 8, 0, tzinfo=SHANGHAI)
    chat.work()
    assert [len(told(each)) for each in households[:3]] == [1, 1, 1]


def test_by_night_only_who_is_on_duty_hears_of_it(chat, clock, people, households):

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
    reported(chat, households)
    assert "【事件】梧桐里1号院停水" in people.leader.notices[-1]
    assert before == {name: len(getattr(people, name).notices) for name in before}
    assert "已确认" in people.leader.chooses(f"确认事件 {EVENT}")


def test_a_message_asks_the_same_however_large_the_event_is(chat, people, households):
    reported(chat, households)
    people.secretary.says(f"确认事件 {EVENT}")
    counts = [asked(chat, lambda home=home: home.says("梧桐里1号院1幢停水了")) for home in households[3:8]]
    assert len({len(each) for each in counts[1:]}) == 1, counts
    assert sum("FROM events" in each for each in counts[-1]) == 1, "all that run are read at once"
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


def test_what_a_report_says_of_itself_takes_it_out_of_nothing(chat, people, households):
    for home in households[:2]:
        home.says("梧桐里1号院05幢停水了")
    households[2].says("梧桐里1号院05幢停水了，请通知居民什么时候来水")
    chat.work()
    people.secretary.chooses(f"确认事件 {EVENT}")
    answer = people.secretary.says("通知梧桐里1号院05幢居民停水时间")
    assert "移出" not in answer.splitlines()[0] or "您是想" in answer, answer
    assert len(chat.rows(select(EventReport.number).where(EventReport.left_at.is_not(None)))) == 0


def test_an_exact_command_beats_an_open_list(chat, people, resident):
    resident.says("梧桐里1号院05幢通知栏的玻璃裂了，没人来看")
    chat.decide()
    people.secretary.says("通知栏那个")
    assert "督办" not in people.secretary.says("通知列表")
