"""A notice or an event that is named by its number is meant, whatever else is there; a number that is none is refused in words."""

import pytest

from tests import events
from tests.journeys.handling import reported
from tests.notices import NUMBER, got, outage

DAY = NUMBER[:-2]


@pytest.fixture
def three(people, homes):
    """Three drafts of three matters, so that none stands in for another."""
    for said in (
        "通知梧桐里1号院明天9点到15点停水", "通知梧桐里1号院后天9点到15点停电", "通知梧桐里2号院大后天9点到15点停气",
    ):  # fmt: skip
        people.secretary.says(said)


@pytest.mark.parametrize(
    ("words", "number", "done"),
    [
        ("把03那条发出去", "03", "开始发"),
        ("第二条通知可以发了", "02", "开始发"),
        ("2号通知先压着不发", "02", "不发了"),
        (f"{DAY}02 看过了 发出去吧", "02", "开始发"),
        ("tz3 停气的 发", "03", "开始发"),
        ("01那条停水的作废", "01", "不发了"),
        ("02的时间改成10点到16点", "02", "10:00—16:00"),
        ("7号通知发了吧", "07", "没有找到您能办的通知"),
        ("09那条不要了", "09", "没有找到您能办的通知"),
    ],
)
def test_a_number_decides_which_draft_is_meant(people, three, words, number, done):
    answer = people.secretary.says(words)
    assert done in answer, answer
    assert f"{DAY}{number}" in answer, answer
    others = {"01", "02", "03"} - {number}
    listed = people.secretary.says("通知列表")
    assert all(f"{DAY}{other} " in listed for other in others), listed
    assert listed.count("（还没发）") == (3 if number in ("07", "09") or "10点" in words else 2), listed


def test_a_number_decides_where_a_ticket_has_it_too(chat, people, homes, resident, three):
    for said in ("梧桐里1号院5幢楼道灯不亮", "梧桐里2号院9幢门口井盖没有了"):
        reported(chat, resident, said)
    answer = people.secretary.says("02那条发掉")
    assert f"通知 {DAY}02 开始发" in answer, answer


def test_what_went_out_is_named_by_its_number_too(chat, people, homes):
    outage(people)
    people.secretary.says("通知梧桐里2号院明天9点到15点停电")
    people.secretary.says("发02")
    chat.work()
    assert f"{DAY}02 取消了" in people.secretary.says("02那条停电的作废")
    chat.work()
    assert len(got(homes["钱大爷"], "【停电取消了】")) == 1
    assert "不用再办一次" in people.secretary.says("02那条撤掉")
    assert f"{DAY}01 取消了" in people.secretary.says("01那条也一样 结束掉")


def test_a_number_behind_a_question_with_numbers_is_still_a_notice(people, homes, three):
    people.secretary.says("结束")
    answer = people.secretary.says("02那条停电的不要了")
    assert f"{DAY}02 不发了" in answer, answer


def test_a_number_decides_which_event_is_meant(chat, people, households):
    """Two events of one kind: the number that is said is meant, and one that none has is refused."""
    events.reported(chat, households)
    water = (
        "虎踞北路4号5幢停水了", "虎踞北路4号5幢家里没得水了", "虎踞北路4号5幢水龙头一滴水都没有",
    )  # fmt: skip
    events.reported(chat, households[3:], water)
    for number in ("01", "02"):
        people.dispatcher.says(f"确认事件 {events.EVENT[:-2]}{number}")
    answer = people.dispatcher.says("第2个事件结束了 水都来了")
    assert f"{events.EVENT[:-2]}02" in answer, answer
    assert events.event(chat).state == "open"
    assert events.event(chat, f"{events.EVENT[:-2]}02").state == "ended"
    answer = people.dispatcher.says("7号事件已经恢复 结束吧")
    assert f"{events.EVENT[:-2]}07" in answer, answer
    assert events.event(chat).state == "open"


def test_one_is_taken_back_and_another_sent_in_one_breath(chat, people, homes):
    outage(people, "通知梧桐里1号院明天9点到15点停水")
    chat.work()
    people.secretary.says("通知梧桐里1号院明天10点到16点停水")
    answer = people.secretary.says("发错了！前面那条快收回来，发02")
    assert f"通知 {DAY}02 开始发" in answer, answer
    chat.work()
    listed = people.secretary.says("通知列表")
    assert "（已结束）" in listed, listed
    assert len(got(homes["李阿姨"], "10:00—16:00")) >= 1


@pytest.mark.parametrize("asked", ["一共多少户收到停水的通知了", "停水那条发给了多少人"])
def test_who_asks_how_many_got_a_notice_ends_none(chat, people, homes, asked):
    people.secretary.says("通知梧桐里1号院明天9点到15点停水")
    people.secretary.says("行，发吧")
    chat.work()
    answer = people.secretary.says(asked)
    assert NUMBER in answer
    assert "取消" not in answer.splitlines()[0]
    chat.work()
    listed = people.secretary.says("通知列表")
    assert "取消" not in listed
    assert "结束了" not in listed
