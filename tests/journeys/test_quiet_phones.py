"""Phones that stay readable: one message of many pushes, a day's budget, hands that are full; dangers wait for nothing."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from bot.delivery import PUSHES
from bot.keeping_back import keeping_back
from handlers.jobs import Lane, run_lane
from scheduler.registry import JOBS
from storage.outbox_delivery import claim
from tests.journeys.phones import account_of, at, owed, pushed, ruled, tell_of_event


@pytest.fixture
def nobody_near(people):
    """The grid's own workers cannot be reached: what is reported there is for the head to dispatch."""
    people.worker.phone.unfollow()
    people.part_time.phone.unfollow()


def test_what_is_due_together_is_one_message_with_number_step_and_button_of_each(chat, people, resident):
    before = len(pushed(chat, people.worker))
    for floor in range(1, 6):
        resident.says(f"梧桐里1号院05幢{floor}楼楼道灯坏了")
    chat.decide()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: chat.run(PUSHES), range(4)))
    (message,) = pushed(chat, people.worker)[before:]
    lines = message.text.split("\n")
    assert lines[0] == "共 5 件，请按各行的下一步办："
    for n in range(1, 6):
        (line,) = [line for line in lines if f"NH20261124-000{n}" in line]
        assert line.endswith(f"→ 接单 {n}"), line
        assert f"接单 {n}" in message.taps
    rows = owed(chat, "given")
    assert {row.state for row in rows} == {"sent"}
    assert {row.message_id for row in rows} == {rows[0].id}, "each part knows the message that it went with"
    assert "已接单" in people.worker.chooses("接单 3")


def test_a_lone_push_says_number_and_next_step_in_its_first_line(chat, people, resident):
    resident.says("梧桐里1号院05幢3楼楼道灯坏了")
    chat.work()
    push = pushed(chat, people.worker)[-1]
    assert push.text.split("\n")[0] == "新上报 NH20261124-0001 → 接单 1"
    assert push.taps == ("接单 1", "退单 1")


def test_more_than_fits_is_still_one_message(chat, people, resident, quota):
    before = len(pushed(chat, people.worker))
    neighbours = [
        resident,
        chat.person("赵大爷"),
        chat.person("钱奶奶"),
    ]  # one account opens no more than twenty an hour
    for floor in range(1, 41):
        neighbours[floor % 3].says(f"梧桐里1号院05幢{floor}楼楼道灯坏了，已经好几天了，晚上老人上下楼很不方便")
    ruled(chat, most_open=100)
    chat.work()
    (message,) = pushed(chat, people.worker)[before:]
    assert len(message.text.encode()) <= 2048
    assert message.text.startswith("共 40 件")
    for row in chat.tickets():
        n = int(row.number[-4:])
        assert row.number in message.text or f"、{n}" in message.text or f"接单 {n}" in message.text


def test_a_head_hears_of_what_is_no_danger_a_quarter_of_an_hour_apart(chat, clock, people, resident, nobody_near):
    before = len(pushed(chat, people.head))
    for floor in (1, 2, 3):
        resident.says(f"梧桐里1号院05幢{floor}楼楼道灯坏了")
        chat.work()
        clock.turn(minutes=1)
    (first,) = pushed(chat, people.head)[before:]
    assert "NH20261124-0001 → 派单 1 给谁" in first.text.split("\n")[0]
    resident.says("梧桐里1号院05幢外墙瓷砖往下掉")
    chat.work()
    danger = pushed(chat, people.head)[before + 1 :]
    assert danger, "a danger waits for nothing"
    assert all("NH20261124-0004" in each.text and "0002" not in each.text for each in danger), "and comes alone"
    clock.turn(minutes=12)
    chat.work()
    later = pushed(chat, people.head)[before + 1 + len(danger) :]
    (bundle,) = [each for each in later if "派单 2 给谁" in each.text]
    assert "派单 3 给谁" in bundle.text
    assert {"派单 2", "派单 3"} <= set(bundle.taps)


def test_over_the_days_budget_it_comes_with_the_next_brief_and_nothing_is_lost(
    chat, clock, people, resident, nobody_near
):
    ruled(chat, pushes_a_day_head=2)
    before = len(pushed(chat, people.head))
    for floor, hour in ((1, 10), (2, 16), (3, 17), (4, 18)):
        at(clock, hour)
        resident.says(f"梧桐里1号院05幢{floor}楼楼道灯坏了")
        chat.work()
    assert [f"派单 {n} 给谁" in each.text for n, each in enumerate(pushed(chat, people.head)[before:], 1)] == [
        True,
        True,
    ]
    waiting = [row for row in owed(chat, "by_hand") if row.state == "waiting"]
    assert {row.held for row in waiting} == {"budget"}
    assert {row.not_before for row in waiting} == {datetime(2026, 11, 25, 0, 30, tzinfo=UTC)}
    before = len(pushed(chat, people.head))
    at(clock, 8, 31, day=25)
    run_lane(chat.tools, JOBS, Lane.BRIEFS)
    chat.work()
    (morning,) = pushed(chat, people.head)[before:]
    assert all(f"派单 {int(row.number[-4:])} 给谁" in morning.text for row in waiting)
    assert {row.state for row in owed(chat, "by_hand")} == {"sent"}


def test_urgent_orders_go_at_once_and_use_up_the_days_budget(chat, clock, people, resident, nobody_near):
    ruled(chat, pushes_a_day_head=2)
    for minute, what in ((0, "停水了"), (4, "下水道堵了，污水往外冒"), (8, "电梯坏了")):  # before anything is late
        at(clock, 10, minute)
        before = len(pushed(chat, people.head))
        resident.says(f"梧桐里1号院05幢{what}")
        chat.work()
        assert len(pushed(chat, people.head)) > before, "the third goes too: half an hour to take it is running"
    before = len(pushed(chat, people.head))
    at(clock, 10, 12)
    resident.says("梧桐里1号院05幢3楼楼道灯坏了")
    chat.work()
    (held,) = [row for row in owed(chat, "by_hand") if row.state == "waiting"]
    assert held.held == "budget"
    assert pushed(chat, people.head)[before:] == []


def test_dangers_go_at_once_and_use_up_half_of_the_days_budget_at_most(
    quota, chat, clock, people, resident, nobody_near
):
    ruled(chat, pushes_a_day_head=4)
    for hour, what in ((10, "外墙瓷砖往下掉"), (11, "电线断了露在外面"), (12, "楼道里有很浓的煤气味")):
        at(clock, hour)
        before = len(pushed(chat, people.head))
        resident.says(f"梧桐里1号院05幢{what}")
        chat.work()
        assert len(pushed(chat, people.head)) > before
    for floor, hour in ((1, 13), (2, 18), (3, 20), (4, 21)):
        at(clock, hour)
        resident.says(f"梧桐里1号院05幢{floor}楼楼道灯坏了")
        chat.work()
    said = "\n".join(each.text for each in pushed(chat, people.head))
    assert [f"NH20261124-000{n}" in said for n in (4, 5, 6, 7)] == [True, True, False, False]
    assert [(row.state, row.held) for row in owed(chat, "by_hand")] == [
        ("sent", None), ("sent", None), ("waiting", "budget"), ("waiting", "budget")
    ]  # fmt: skip


def test_when_hands_are_full_neighbours_and_crews_are_asked_and_a_danger_finds_its_own(chat, people, resident):
    ruled(chat, most_open=1)
    neighbour = chat.bound("赵演示", "0002")
    resident.says("梧桐里1号院05幢3楼楼道灯坏了")
    chat.work()
    people.part_time.phone.unfollow()
    resident.says("梧桐里1号院05幢2楼楼道墙皮脱落")
    chat.work()
    assert "当地的人手上都满了，请邻近网格支援" in pushed(chat, neighbour)[-1].text
    assert "已接单" in neighbour.says("接单 2")
    resident.says("梧桐里1号院05幢下水道堵了，污水往外冒")
    chat.work()
    assert "请维修队支援" in pushed(chat, people.crew)[-1].text
    resident.says("梧桐里1号院05幢外墙瓷砖往下掉")
    chat.work()
    number = chat.tickets()[-1].number
    assert number in pushed(chat, people.worker)[-1].text, "the rule about full hands never holds a danger"


def test_where_nobody_has_a_hand_free_the_grids_worker_gets_what_is_urgent_and_the_head_is_left_in_peace(
    chat, people, resident
):
    ruled(chat, most_open=1, most_open_urgent=3)
    people.part_time.phone.unfollow()
    people.crew.phone.unfollow()
    resident.says("梧桐里1号院05幢3楼楼道灯坏了")
    chat.work()
    before = len(pushed(chat, people.head))
    for what in ("下水道堵了，污水往外冒", "电梯坏了"):
        resident.says(f"梧桐里1号院05幢{what}")
        chat.work()
        number = chat.tickets()[-1].number
        said = pushed(chat, people.worker)[-1].text
        assert f"{number}【应急】 → 接单 {int(number[-4:])}" in said
        assert "都满了，应急件先派给网格员" in said
    assert pushed(chat, people.head)[before:] == []
    resident.says("梧桐里1号院05幢停水了")
    chat.work()
    assert "派单 4 给谁" in pushed(chat, people.head)[-1].text, "three in hand are too many even for this"


def test_a_deliverer_that_dies_leaves_what_it_held_back_as_it_was(chat, clock, people, resident, nobody_near):
    for floor in (1, 2, 3):
        resident.says(f"梧桐里1号院05幢{floor}楼楼道灯坏了")
    chat.work()
    clock.turn(minutes=1)
    resident.says("梧桐里1号院05幢4楼楼道灯坏了")
    resident.says("梧桐里2号院9幢4楼楼道灯坏了")
    chat.decide()
    taken = claim(chat.database, clock(), PUSHES, False, 50, keeping_back(chat.tools, clock()))
    assert taken.ended > 0
    clock.turn(minutes=3)
    chat.work()
    before = len(pushed(chat, people.head))
    states = {row.number[-4:]: row.state for row in owed(chat, "by_hand")}
    assert states["0004"] == "waiting", "it was looked at, not tried"
    clock.turn(minutes=12)
    chat.work()
    assert "派单 4 给谁" in pushed(chat, people.head)[before].text
    assert owed(chat, "by_hand")[3].state == "sent"


def test_a_bundle_whose_deliverer_died_is_maybe_sent_in_each_of_its_parts(chat, clock, people, resident):
    for floor in (1, 2, 3):
        resident.says(f"梧桐里1号院05幢{floor}楼楼道灯坏了")
    chat.decide()
    before = len(pushed(chat, people.worker))
    taken = claim(chat.database, clock(), PUSHES, False, 50, keeping_back(chat.tools, clock())).pushes
    assert [push.kind for push in taken].count("given") == 3
    clock.turn(minutes=3)
    chat.work()
    assert {row.state for row in owed(chat, "given")} == {"maybe_sent"}
    assert len(pushed(chat, people.worker)) == before


def test_of_one_event_a_worker_hears_once_in_five_minutes(chat, clock, people):
    """Told here as an event's own code does it: under the event's number."""
    worker = account_of(chat, people.worker)
    before = len(pushed(chat, people.worker))
    for minute in range(11):
        tell_of_event(chat, clock, worker, minute)
        chat.work()
        clock.turn(minutes=1)
    messages = pushed(chat, people.worker)[before:]
    assert len(messages) == 3, "at once, after five and after ten minutes"
    said = "\n".join(each.text for each in messages)
    assert all(f"第{minute}件" in said for minute in range(11)), "and nothing is lost"
