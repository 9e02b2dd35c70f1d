"""Nights that stay quiet, and mornings that bring only what still counts."""

from datetime import UTC, datetime

from handlers.jobs import Lane, run_lane
from scheduler.registry import JOBS
from tests.journeys.phones import at, owed, pushed, put_on_duty


def test_what_the_ticket_has_overtaken_is_not_sent_and_it_is_noted_why(chat, clock, people, resident):
    at(clock, 22)
    resident.says("梧桐里1号院05幢3楼楼道灯坏了")
    chat.work()
    before = len(pushed(chat, people.worker))
    assert "已接单" in people.worker.says("接单 1")
    at(clock, 7, 31, day=25)
    chat.work()
    (row,) = owed(chat, "given")
    assert row.state == "dropped"
    assert row.last_error.startswith("overtaken: dispatched:")
    assert [each.text for each in pushed(chat, people.worker)[before:] if "接单 1" in each.text] == []


def test_a_reminder_that_would_come_after_the_breach_is_not_sent(chat, clock, people, resident):
    at(clock, 21, 10)
    resident.says("梧桐里1号院05幢停水了")
    chat.work()
    for minute in (26, 35, 41):  # 50 %, 80 % in the quiet hours, broken
        at(clock, 21, minute)
        chat.work()
    at(clock, 7, 31, day=25)
    chat.work()
    reminders = [row for row in owed(chat, "remind") if "前接单" in row.text]
    assert [(row.state, row.last_error) for row in reminders] == [
        ("sent", None), ("dropped", "overtaken: the next level has come")
    ]  # fmt: skip
    assert not any("前接单，时间已过 80%" in each.text for each in pushed(chat, people.worker))
    late = [each.text for each in pushed(chat, people.head) if "超时" in each.text]
    assert late, "whoever answers for it hears of the broken promise in the morning"
    assert "NH20261124-0001" in late[0].split("\n")[0]


def test_of_several_levels_of_one_ticket_somebody_hears_the_highest_only(chat, clock, people, resident):
    at(clock, 22)
    resident.says("梧桐里1号院05幢停水了")
    chat.work()
    at(clock, 7, 31, day=25)
    chat.work()
    at(clock, 13, day=25)
    chat.work()
    clock.turn(minutes=16)
    chat.work()
    for speaker in (people.head, people.lead):
        for message in pushed(chat, speaker):
            levels = [line for line in message.text.split("\n") if "0001" in line and "超时" in line]
            assert len(levels) <= 1, message.text
    assert any("overtaken" in (row.last_error or "") for row in [*owed(chat, "remind"), *owed(chat, "late")])


def test_at_night_something_urgent_wakes_the_person_on_duty_alone(chat, clock, people, resident):
    other = chat.bound("赵演示", "0002")
    put_on_duty(chat, "赵演示", datetime(2026, 11, 24, 14, tzinfo=UTC))
    at(clock, 23)
    before = {speaker: len(pushed(chat, speaker)) for speaker in (*vars(people).values(), other)}
    resident.says("梧桐里1号院05幢停水了")
    chat.work()
    rung = {speaker for speaker, count in before.items() if len(pushed(chat, speaker)) > count}
    assert rung == {other}
    assert "夜间应急由值夜班的人先处理" in pushed(chat, other)[-1].text
    assert "已接单" in other.says("接单 1")


def test_at_night_where_nobody_is_on_duty_the_grids_worker_hears_of_it(chat, clock, people, resident):
    at(clock, 23)
    resident.says("梧桐里1号院05幢停水了")
    chat.work()
    assert "接单 1" in pushed(chat, people.worker)[-1].text
    before = len(pushed(chat, people.worker))
    resident.says("梧桐里1号院05幢3楼楼道灯坏了")
    chat.work()
    assert len(pushed(chat, people.worker)) == before, "what is not urgent waits for the morning"


def test_who_wrote_within_two_hours_gets_the_answer_at_night(chat, clock, people, resident):
    at(clock, 20)
    resident.says("梧桐里1号院05幢3楼楼道灯坏了")
    chat.work()
    late = chat.person("王叔叔")
    at(clock, 22)
    late.says("梧桐里1号院1幢楼道灯坏了")
    chat.work()
    for n in (1, 2):
        assert "已接单" in people.worker.says(f"接单 {n}")
    clock.turn(minutes=3)
    chat.work()
    assert "已接单" in late.notices[-1]
    assert "已接单" not in resident.notices[-1], "two hours and more ago: it waits for the morning"
    at(clock, 7, 31, day=25)
    chat.work()
    assert "已接单" in resident.notices[-1]


def test_the_morning_brief_names_each_danger_with_who_has_it(chat, clock, people, resident):
    resident.says("梧桐里1号院05幢外墙瓷砖往下掉")
    chat.work()
    people.worker.says("接单 1")
    at(clock, 8, 31, day=25)
    people.secretary.says("帮助")
    run_lane(chat.tools, JOBS, Lane.BRIEFS)
    chat.work()
    (brief,) = [text for text in people.secretary.notices if "早报" in text]
    (line,) = [line for line in brief.split("\n") if line.startswith("【安全隐患】")]
    assert "NH20261124-0001" in line
    assert "梧桐里1号院05幢" in line
    assert "外墙瓷砖往下掉" in line
    assert "网格员陈试用" in line
    assert line.endswith("→ 督办 1 要求")
