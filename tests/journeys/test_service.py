"""打卡, 巡楼, 报到, 活动, 急需: what leaders and members do beside shifts."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, insert, select

from storage.models import Account, CheckIn, Enrolment, Person, ServiceHours, SignUp, Ticket
from tests.duty import PATTERNS, STATIONS, at, crew, plan, tick
from tests.journeys.test_duty_month import number_of, shift_on


@pytest.fixture
def people(chat):
    return crew(chat)


def count(chat, model, *where):
    with chat.database.read() as connection:
        return connection.execute(select(func.count()).select_from(model).where(*where)).scalar()


def test_a_leader_checks_in_each_day(chat, clock, people):
    leader = people.lead
    first = leader.says("打卡")
    assert "已打卡：梧桐里1号院05幢" in first
    assert "连续 1 天" in first
    assert "已经打过卡" in leader.says("打卡")
    assert "已打卡：梧桐和事佬工作室" in leader.says("打卡 梧桐和事佬工作室")
    at(clock, "2026-11-25T08:30")
    assert "连续 2 天" in leader.says("打卡")
    at(clock, "2026-11-27T08:59")
    assert "昨天" in leader.says("昨天打卡")
    assert "连续 4 天" in leader.says("打卡")
    at(clock, "2026-11-29T09:00")
    assert "早上 9 点前" in leader.says("昨天打卡")
    shown = leader.says("我的打卡")
    assert "打卡 4 天" in shown
    assert "24√" in shown
    assert "28·" in shown
    assert count(chat, CheckIn) == 5


def test_far_away_is_refused_with_the_distance_and_near_is_proof(chat, clock, people):
    one = people.members[0]
    one.sends_location("远处", 32.095, 118.76)
    far = one.says("打卡 梧桐和事佬工作室")
    assert "5.0 公里" in far
    assert "没有记打卡" in far
    assert count(chat, CheckIn) == 0
    clock.turn(minutes=20)
    assert "已打卡" in one.says("打卡 梧桐和事佬工作室")
    assert "不能算到场" in one.sends_location("远处", 32.095, 118.76)
    clock.turn(minutes=20)
    two = people.members[1]
    two.says("打卡 梧桐和事佬工作室")
    assert "算到场打卡" in two.sends_location("门口", 32.0503, 118.76)
    assert "哪里打卡" in people.members[2].says("打卡")
    assert "已打卡：梧桐和事佬工作室" in people.members[2].says("梧桐和事佬工作室")
    with chat.database.read() as connection:
        rows = connection.execute(select(CheckIn.method, CheckIn.distance_m).order_by(CheckIn.id)).all()
    assert [tuple(row) for row in rows] == [("text", None), ("location", 33), ("text", None)]


def test_a_leader_checks_in_for_who_stands_beside(chat, people):
    leader, one = people.lead, people.members[0]
    assert "只有楼栋长" in one.says("帮乙一员打卡")
    assert "没有叫路人" in leader.says("帮路人打卡")
    assert "当面代打" in leader.says("帮甲一员打卡")
    with chat.database.read() as connection:
        row = connection.execute(select(CheckIn.method, CheckIn.by_id, CheckIn.person_id)).one()
    assert row.method == "beside"
    assert row.by_id not in (None, row.person_id)


def test_scanning_a_code_checks_members_in_and_leaves_residents_alone(chat, clock, people):
    with chat.database.write() as connection:
        connection.exec_driver_sql("update places set qr_scene = 'H1' where code = 'H1'")
    resident = chat.person("路人")
    assert "已扫码" not in resident.scans("H1")
    assert "已扫码打卡" in people.members[0].scans("H1")
    clock.turn(seconds=5)
    assert "已经打过卡" in people.members[0].scans("H1")
    assert "先确认身份" in resident.says("打卡")


def test_a_patrol_finds_nothing_or_opens_a_ticket(chat, clock, people):
    leader = people.lead
    assert "楼道堆物" in leader.says("巡楼")
    well = leader.says("无异常")
    assert "已记巡楼：梧桐里1号院05幢，无异常" in well
    assert "20 分钟" in well
    assert count(chat, Ticket) == 0
    found = leader.says("巡楼 1幢 3楼楼道灯坏了")
    assert "已记巡楼：梧桐里1号院1幢" in found
    assert "NH20261124-0001" in found
    assert "已加到工单 NH20261124-0001" in leader.sends_picture()
    again = leader.says("巡楼 05幢 无异常")
    assert "已经巡过" in again
    with chat.database.read() as connection:
        rows = connection.execute(select(CheckIn.kind, CheckIn.number).order_by(CheckIn.id)).all()
        minutes = connection.execute(select(func.sum(ServiceHours.minutes))).scalar()
    assert [tuple(row) for row in rows] == [("patrol", None), ("patrol", "NH20261124-0001")]
    assert minutes == 40
    at(clock, "2026-11-26T09:00")
    people.head.says("您好")
    assert "都巡过" in people.head.says("谁没巡楼")
    at(clock, "2026-12-03T09:00")
    people.head.says("您好")
    at(clock, "2026-12-04T16:00")
    tick(chat)
    assert any("本周还没有巡楼的楼栋长（1 位）：王样本" in text for text in people.head.notices)


def test_enrolling_in_two_turns(chat, people):
    one = people.members[0]
    asked = one.says("报到")
    assert "报到成功：梧桐社区（示例学校）" in asked
    done = one.says("特长 调解、电工，周末上午、工作日晚上")
    assert "调解、电工" in done
    assert "周末上午、工作日晚上" in done
    with chat.database.read() as connection:
        row = connection.execute(select(Enrolment.skills, Enrolment.wishes)).one()
    assert tuple(row) == ("调解、电工", "weekend_morning,workday_evening")
    assert "已结束" in one.says("取消报到")
    assert "没有在社区报到" in one.says("取消报到")


def test_a_campaign_counts_by_unit(chat, clock, people):
    for member in people.members:
        member.says("报到 梧桐社区 周末")
    assert "社区书记" in people.members[0].says("发起活动 防汛巡查 12月6日 9点到11点 20人")
    opened = people.secretary.says("发起活动 防汛巡查 12月6日 9点到11点 20人")
    assert "已通知 4 人" in opened
    n = number_of(people.secretary.says("活动"))
    chat.work()
    for member in people.members[:3]:
        assert "报名成功" in member.chooses(f"报名 {n}")
    told = people.secretary.says(f"活动 {n}")
    assert "已报 3/20 人" in told
    assert "示例学校 2 人、示例电力 1 人" in told


def test_a_call_up_that_reaches_nobody_says_so(people):
    assert "请另外联系" in people.secretary.says("急需2人到梧桐里1号院搬沙袋")


def test_a_call_up_stops_when_it_is_filled(chat, clock, people):
    for member in people.members:
        member.says("报到 梧桐社区 特长 电工")
    at(clock, "2026-11-24T23:30")
    for member in people.members:
        member.says("您好")
    called = people.secretary.says("急需2人到梧桐里1号院搬沙袋")
    assert "已通知 4 人" in called
    chat.work()
    one, two, three, four = people.members
    n = number_of(people.secretary.says("活动"))
    assert "紧急召集" in one.notices[-1], "it comes at night"
    assert "报名成功" in one.chooses(f"报名 {n}")
    assert "报名成功" in two.chooses(f"报名 {n}")
    full = three.chooses(f"报名 {n}")
    assert "已招满" in full
    assert "候补第 1 位" in full
    chat.work()
    assert any("已招满 2 人：甲一员、乙一员" in text for text in people.secretary.notices)
    assert "社区书记" in four.says("急需3人到3幢")


def test_two_hundred_race_for_twenty_places(chat, clock, people):
    """Through the real webhook, ten at a time: exactly twenty stand, the others wait in order, nobody twice."""
    plan(chat, STATIONS, [{**PATTERNS[0], "capacity": "20"}, *PATTERNS[1:]])
    n = shift_on(people.members[0], "周六")
    speakers = [chat.person(f"赛{number}") for number in range(200)]
    with chat.database.write() as connection:
        for number, speaker in enumerate(speakers):
            values = {"code": f"W{number}", "name": f"赛跑{number}"}
            person = connection.execute(insert(Person).values(**values).returning(Person.id)).scalar_one()
            account = {
                "channel": "wechat",
                "openid": speaker.openid,
                "last_inbound_at": clock(),
                "subscribed_at": clock(),
            }
            connection.execute(insert(Account).values(person_id=person, **account))
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda speaker: speaker.says(f"报名 {n}"), speakers))
    assert sum("报名成功" in answer for answer in answers) == 20
    places = sorted(int(answer.split("候补第 ")[1].split(" ")[0]) for answer in answers if "候补第" in answer)
    assert places == list(range(1, 181))
    with chat.database.read() as connection:
        rows = connection.execute(
            select(SignUp.state, SignUp.person_id).where(SignUp.shift_id == int(n)).order_by(SignUp.id)
        ).all()
    assert [row.state for row in rows] == ["signed"] * 20 + ["standby"] * 180
    assert len({row.person_id for row in rows}) == 200


def test_two_phones_at_the_same_second_for_the_last_place(chat, clock, people):
    n = shift_on(people.members[0], "周六")
    people.members[3].says(f"报名 {n}")
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda member: member.says(f"报名 {n}"), people.members[:2]))
    assert sorted("报名成功" in answer for answer in answers) == [False, True]
    assert any("候补第 1 位" in answer for answer in answers)
    assert count(chat, SignUp, SignUp.state == "signed") == 2


def test_a_wrong_duty_workbook_changes_nothing(chat, people):
    before = count(chat, SignUp), shift_on(people.members[0], "周六")
    problems = plan(
        chat, [*STATIONS, {"place": "没有", "kind": "和事佬工作室"}],
        [{**PATTERNS[0], "start": "25:00"}, {**PATTERNS[1], "weekdays": "八"}, {**PATTERNS[2], "capacity": "0"}],
    )  # fmt: skip
    assert len(problems) == 4, problems
    assert all("表 第" in problem for problem in problems)
    assert (count(chat, SignUp), shift_on(people.members[0], "周六")) == before
