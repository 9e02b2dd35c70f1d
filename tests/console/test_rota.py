"""The rota's calendar at the office: who stands where, what is open, what collides; moved by the lead, never past a rule."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlalchemy import insert, select, update

from governance.clock import SHANGHAI
from governance.days import start_of
from storage.models import Leave, Person, Shift, SignUp
from tests.duty import PATTERNS, STATIONS, at, crew, plan
from tests.office import Office, plain

SATURDAY = date(2026, 11, 28)
TWO = [*PATTERNS[:2], {**PATTERNS[2], "qualification": ""}]


@pytest.fixture
def people(chat):
    return crew(chat, patterns=TWO)


@pytest.fixture
def office(chat, people):
    return Office(chat).signs_in(people.secretary)


def shift_on(chat, day, hour):
    rows = chat.rows(select(Shift.id, Shift.starts_at).where(Shift.day == day))
    return next(row.id for row in rows if (row.starts_at.hour + 8) % 24 == hour)


def standing(chat):
    """Code, shift and state of everybody who stands anywhere."""
    joined = select(Person.code, SignUp.shift_id, SignUp.state).join(Person, Person.id == SignUp.person_id)
    gone = SignUp.state.not_in(("cancelled", "swapped"))
    return sorted(tuple(row) for row in chat.rows(joined.where(gone)))


def sends(office, do, **fields):
    answer = office.posts("/console/rota", inside=True, do=do, dragged="1", **fields)
    return answer.status_code, plain(answer.text)


def test_the_week_shows_who_stands_what_is_open_and_the_way_on(chat, people, office):
    n = shift_on(chat, SATURDAY, 9)
    people.members[0].says(f"报名 {n}")
    week = office.sees("/console/rota")
    assert "缺 3 人，0 处撞班，0 条建议待发布" in week
    assert re.search(rf"11月28日 周六.*09:00–11:00 #{n} 缺1人 甲一员", week), week
    by_person = office.sees("/console/rota?by=person")
    assert re.search(rf"还缺人的班 .*#{n} 梧桐和事佬工作室 缺1人.* 甲一员 .*#{n} 梧桐和事佬工作室", by_person), (
        by_person
    )
    month = office.sees("/console/rota?span=month&day=2026-12-15")
    assert month.count("按站点 1") == 5, month
    assert "2026-11-30 至 2027-01-03" in month


def test_what_is_dragged_is_done_told_and_can_be_undone(chat, people, office):
    early, late = shift_on(chat, SATURDAY, 9), shift_on(chat, SATURDAY, 10)
    status, said = sends(office, "assign", shift=str(early), name="M10")
    assert (status, "已安排甲一员" in said, "撤销" in said) == (200, True, True), said
    status, said = sends(office, "move", shift=str(early), name="M10", to=str(late))
    assert (status, f"甲一员已从班次 {early} 调到班次 {late}" in said) == (200, True), said
    assert standing(chat) == [("M10", late, "signed")]
    chat.work()
    assert any(
        f"改到11月28日 周六 10:00-12:00 梧桐鲁班能量屋，班次号 {late}" in each for each in people.members[0].notices
    )
    sends(office, "assign", shift=str(early), name="M11")
    status, said = sends(office, "exchange", shift=str(late), name="M10", other_shift=str(early), other="M11")
    assert (status, "已对换" in said) == (200, True), said
    assert standing(chat) == [("M10", early, "signed"), ("M11", late, "signed")]
    status, said = sends(office, "take_off", shift=str(late), name="M11")
    assert (status, "已撤下乙一员" in said) == (200, True), said
    assert standing(chat) == [("M10", early, "signed")]


def test_who_waited_moves_up_when_somebody_is_moved_away(chat, people, office):
    night = shift_on(chat, date(2026, 11, 25), 22)
    for member in people.members[:2]:
        member.says(f"报名 {night}")
    to = shift_on(chat, SATURDAY, 9)
    assert sends(office, "move", shift=str(night), name="M10", to=str(to))[0] == 200
    assert standing(chat) == [("M10", to, "signed"), ("M11", night, "signed")]


@pytest.mark.parametrize(
    ("do", "why"),
    [
        ("collision", "同一时间已有值班"),
        ("full", "已经排满"),
        ("past", "已经开始"),
        ("unqualified", "没有“电工”资格"),
        ("absent", "不在班次"),
        ("itself", "已经在这个班上"),
    ],
)
def test_what_may_not_be_is_refused_with_the_reason_and_nothing_changes(chat, clock, people, office, do, why):
    early, late = shift_on(chat, SATURDAY, 9), shift_on(chat, SATURDAY, 10)
    night = shift_on(chat, date(2026, 11, 25), 22)
    people.members[0].says(f"报名 {night}")
    people.members[1].says(f"报名 {early}")
    fields = {"shift": str(night), "name": "M10", "to": str(early)}
    if do == "collision":
        people.members[0].says(f"报名 {late}")
    if do == "full":
        people.members[2].says(f"报名 {early}")
    if do == "past":
        at(clock, "2026-11-25T22:30")
        office.signs_in_again()
    if do == "unqualified":
        with chat.database.write() as connection:
            connection.execute(update(Shift).where(Shift.id == early).values(qualification="电工"))
    if do == "absent":
        fields["name"] = "M13"
    if do == "itself":
        fields["to"] = str(night)
    before = standing(chat)
    status, said = sends(office, "move", **fields)
    assert (status, why in said) == (409, True), said
    assert standing(chat) == before


def test_an_exchange_that_one_of_them_may_not_make_leaves_both(chat, people, office):
    early, late = shift_on(chat, SATURDAY, 9), shift_on(chat, SATURDAY, 10)
    night = shift_on(chat, date(2026, 11, 25), 22)
    people.members[0].says(f"报名 {night}")
    people.members[0].says(f"报名 {late}")
    people.members[1].says(f"报名 {early}")
    before = standing(chat)
    status, said = sends(office, "exchange", shift=str(night), name="M10", other_shift=str(early), other="M11")
    assert (status, "同一时间已有值班" in said) == (409, True), said
    assert standing(chat) == before


def test_a_full_shift_takes_nobody_more_by_a_drag(chat, people, office):
    night = shift_on(chat, date(2026, 11, 25), 22)
    people.members[0].says(f"报名 {night}")
    status, said = sends(office, "assign", shift=str(night), name="M11")
    assert (status, "已经排满" in said) == (409, True), said
    assert standing(chat) == [("M10", night, "signed")]


def test_two_who_move_the_same_place_at_once_move_it_once(chat, people, office):
    night, one = shift_on(chat, date(2026, 11, 25), 22), shift_on(chat, SATURDAY, 9)
    two = shift_on(chat, SATURDAY + timedelta(days=7), 9)
    people.members[0].says(f"报名 {night}")
    other = Office(chat).signs_in(people.secretary)
    both = [(office, one), (other, two)]
    with ThreadPoolExecutor(2) as pool:
        answers = list(
            pool.map(lambda each: sends(each[0], "move", shift=str(night), name="M10", to=str(each[1])), both)
        )
    assert sorted(status for status, _ in answers) == [200, 409], answers
    assert len(standing(chat)) == 1


def test_the_planner_proposes_with_reasons_and_nothing_is_told_before_it_is_published(chat, people, office):
    for member in people.members[:2]:
        member.says("报到 梧桐社区 周末上午")
    status, said = sends(office, "propose", month="2026-12-01")
    assert (status, "12月排班建议已生成" in said) == (200, True), said
    week = office.sees("/console/rota?day=2026-12-05")
    assert re.search("乙一员 建议 合您报到时选的时间，您本月已排 0分钟，其他能来的人最少", week), week
    n = next(shift for code, shift, _ in standing(chat) if code == "M10")
    status, said = sends(office, "take_off", shift=str(n), name="M10")
    assert (status, "已去掉甲一员" in said) == (200, True), said
    chat.work()
    assert not any("值班" in each for each in people.members[0].notices)
    status, said = sends(office, "publish", month="2026-12-01")
    assert (status, "已确认" in said) == (200, True), said
    chat.work()
    assert any("给您排了值班" in each for each in people.members[1].notices)
    assert {state for _, _, state in standing(chat)} == {"signed"}
    assert sends(office, "publish", month="2026-12-01")[0] == 200


def test_what_stays_open_in_a_proposal_is_said_with_the_reason_and_nothing_is_offered_to_publish(chat, people, office):
    status, said = sends(office, "propose", month="2026-12-01")
    assert (status, "12月一个空位也没有排上" in said) == (200, True), said
    assert re.search(r"梧桐社区：\d+ 个班缺 \d+ 人，还没有人在这里报到。请想来的人在微信里回复“报到 梧桐社区”", said), (
        said
    )
    page = office.sees("/console/rota?day=2026-12-05")
    assert "还没有人在这些站点的社区报到" in page
    assert "发布 12 月" not in page
    people.members[0].says("报到 梧桐社区")
    away = date(2026, 12, 5)
    with chat.database.write() as connection:
        begin, end = (start_of(each, SHANGHAI) for each in (away, away + timedelta(days=1)))
        who = {"person_id": person(chat, "M10"), "stand_in_id": person(chat, "M11")}
        connection.execute(insert(Leave).values(since=begin, until=end, created_at=chat.clock(), **who))
    _, said = sends(office, "propose", month="2026-12-01", nonce="second")
    assert re.search(
        r"另有 \d+ 个空位没有人能来。原因：.*梧桐和事佬工作室：1 个班缺 2 人。在这里报到的 1 人里，甲一员那时请假", said
    ), said
    assert re.search(
        r"梧桐鲁班能量屋：\d+ 个班缺 \d+ 人。在这里报到的 1 人里，甲一员(那时已有别的班|那时请假)", said
    ), said
    assert not any(day == away for _, day in proposed_days(chat))
    assert re.search(r"发布 12 月的 \d+ 条建议", office.sees("/console/rota?day=2026-12-05"))


def person(chat, code):
    return chat.rows(select(Person.id).where(Person.code == code))[0].id


def proposed_days(chat):
    asked = select(SignUp.person_id, Shift.day).join(Shift, Shift.id == SignUp.shift_id)
    return [tuple(row) for row in chat.rows(asked.where(SignUp.state == "proposed"))]


def test_a_proposal_that_collides_by_now_is_shown_so(chat, people, office):
    people.members[0].says("报到 梧桐社区 周末上午")
    sends(office, "propose", month="2026-12-01")
    code, n, _ = standing(chat)[0]
    day = chat.rows(select(Shift.day).where(Shift.id == n))[0].day
    other = next(row.id for row in chat.rows(select(Shift.id).where(Shift.day == day, Shift.id != n)))
    people.members[0].says(f"报名 {other}")
    assert re.search("2 处撞班", office.sees(f"/console/rota?day={day}")), code


def test_the_same_drag_sent_twice_is_done_once(chat, people, office):
    early, late = shift_on(chat, SATURDAY, 9), shift_on(chat, SATURDAY, 10)
    people.members[0].says(f"报名 {early}")
    answers = [sends(office, "move", shift=str(early), name="M10", to=str(late)) for _ in range(2)]
    assert [status for status, _ in answers] == [200, 200]
    assert standing(chat) == [("M10", late, "signed")]


def test_without_script_a_form_does_it_and_leads_back(chat, office):
    n = shift_on(chat, SATURDAY, 9)
    assert 'method="post" action="/console/rota"' in office.web.get("/console/rota").text
    answer = office.posts("/console/rota", do="assign", shift=str(n), name="甲一员")
    assert (answer.status_code, "已安排甲一员" in plain(answer.text)) == (200, True)
    assert "回到排班" in answer.text
    answer = office.posts("/console/rota", inside=True, do="assign", shift="", name="甲一员")
    assert (answer.status_code, "甲一员" in answer.text) == (422, True)


def test_a_shift_of_a_station_that_is_not_theirs_is_as_if_it_were_none(chat, people):
    """The lead of one station who works at the office makes the rota of that one only; who leads none has no such page."""
    plan(chat, [STATIONS[0], {**STATIONS[1], "lead": "R4"}], TWO)
    early, late = shift_on(chat, SATURDAY, 9), shift_on(chat, SATURDAY, 10)
    people.members[0].says(f"报名 {early}")
    lead = Office(chat).signs_in(people.head)
    assert "梧桐鲁班能量屋" in lead.sees("/console/rota")
    assert "梧桐和事佬工作室" not in lead.sees("/console/rota")
    for fields in ({"shift": early, "name": "M10", "to": late}, {"shift": late, "name": "M10", "to": early}):
        assert sends(lead, "move", **fields)[0] == 404
    assert sends(lead, "take_off", shift=str(early), name="M10")[0] == 404
    assert standing(chat) == [("M10", early, "signed")]
    assert sends(lead, "assign", shift=str(late), name="M11")[0] == 200
    assert lead.web.get("/console/rota?station=999").status_code == 404
    plan(chat, STATIONS, TWO)
    assert lead.web.get("/console/rota").status_code == 403
    assert sends(lead, "take_off", shift=str(late), name="M11")[0] == 403
