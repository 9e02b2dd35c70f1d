"""What is no report: talk, help, the menu, links, events, following and its codes."""

import pytest
from sqlalchemy import select

from storage.models import Inbound, Outbox
from tests.roster import small


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("帮助", "进度"),
        ("打卡", "先确认身份"),
        ("提名 张三", "做了什么好事"),
        ("？", "进度"),
        ("怎么用", "照片"),
        ("好的", "随时"),
        ("你好", "邻里"),
        ("谢谢你们", "不客气"),
        ("HELP", "撤回"),
    ],
)
def test_small_talk_and_help_open_no_ticket(chat, text, expected):
    assert expected in chat.person("李阿姨").says(text)
    assert chat.tickets() == []


def test_help_shows_what_the_sender_may_do_by_topic(chat):
    chat.subdistrict()
    resident, worker = chat.person("李阿姨"), chat.bound("陈试用", "0001")
    assert "推荐 张三" in resident.says("帮助")
    assert "工单：" not in resident.says("帮助")
    assert "工单：" not in resident.says("帮助 工单")
    assert "办结 7" in worker.says("帮助")
    everything = worker.says("帮助 工单")
    assert "退单　退单 7" in everything
    assert "同意　" not in everything, "a grid worker approves nothing"
    assert len(everything.encode()) < 2048
    assert "换班 12" in worker.says("帮助值班")
    assert chat.tickets() == []


def test_who_only_lives_here_is_not_told_how_shifts_are_led(chat):
    lines = small()
    lines["people"].append({"code": "Z1", "name": "李住户", "phone": "19922220099"})
    lines["posts"].append({"person": "Z1", "role": "居民", "place": "C1"})
    chat.subdistrict(lines)
    told = chat.bound("李住户", "0099").says("帮助")
    assert "补记" not in told
    assert "进度" in told


def test_the_menu_does_what_its_entries_say(chat):
    resident = chat.person("李阿姨")
    resident.says("3幢楼道灯坏了")
    assert "共上报 1 件" in resident.taps("PROGRESS")
    assert "一句话" in resident.taps("REPORT")
    assert "邻里" in resident.taps("HELP")
    assert "看不懂" in resident.taps("NO-SUCH-KEY")
    assert "已撤回" in resident.taps("WITHDRAW")


def test_a_link_or_an_unknown_kind_gets_a_friendly_answer(chat):
    resident = chat.person("李阿姨")
    assert "链接" in (resident.phone.link("看看", "http://example.invalid") or "")
    assert "看不懂" in (chat.platform.send(resident.openid, "hologram") or "")
    assert "看不懂" in (chat.platform.act(resident.openid, "wormhole") or "")


@pytest.mark.parametrize(
    ("event", "fields"),
    [
        ("VIEW", {"EventKey": "http://example.invalid"}),
        ("LOCATION", {"Latitude": 32.05, "Longitude": 118.76, "Precision": 40}),
        ("TEMPLATESENDJOBFINISH", {"MsgID": 5, "Status": "success"}),
    ],
)
def test_events_that_only_tell_get_no_answer(chat, event, fields):
    resident = chat.person("李阿姨")
    assert chat.platform.act(resident.openid, event, **fields) is None
    assert [row.kind for row in chat.rows(select(Inbound.kind))] == ["notice"]


def test_following_by_a_buildings_code_makes_it_the_place_of_reports_and_tells_the_grid_worker(chat):
    worker = chat.person("小陈")
    chat.building("1幢", "b-1-1", worker)
    resident = chat.person("李阿姨")
    resident.phone.unfollow()
    assert "梧桐里1号院1幢" in resident.scans("b-1-1")
    assert "梧桐里1号院1幢" in resident.says("楼道灯坏了")
    assert chat.tickets()[0].place_text == "梧桐里1号院1幢楼道"
    worker.says("帮助")  # opens the window in which the account may write
    chat.work()
    assert "NH20261124-0001" in worker.notices[-1]
    assert "楼道灯坏了" in worker.notices[-1]
    resident.says("撤回")
    chat.work()
    assert "撤回" in worker.notices[-1]
    rows = chat.rows(select(Outbox.kind, Outbox.state).order_by(Outbox.id))
    assert [tuple(row) for row in rows] == [("given", "sent"), ("news", "dropped"), ("withdrawn", "sent")]


def test_a_code_that_hangs_nowhere_is_answered_in_words(chat):
    assert "没有登记" in chat.person("李阿姨").scans("b-99")


def test_following_is_welcomed_and_unfollowing_stops_pushes_without_forgetting(chat):
    worker = chat.person("小陈")
    chat.building("1幢", "b-1-1", worker)
    assert "大事小情有回音" in (worker.phone.follow() or "")
    assert worker.phone.unfollow() is None
    resident = chat.person("李阿姨")
    resident.scans("b-1-1")
    resident.says("楼道灯坏了")
    assert chat.rows(select(Outbox.id)) == []
    assert len(chat.tickets()) == 1
