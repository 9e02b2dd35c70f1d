"""Leave by chat: a stand-in takes over, and gives back."""

import pytest
from sqlalchemy import select

from storage.models import Audit
from tests.roster import small


@pytest.fixture
def worker(chat):
    chat.subdistrict()
    return chat.bound("陈试用", "0001")


@pytest.fixture
def colleague(chat, worker):
    return chat.bound("赵演示", "0002")


def report(chat, what):
    chat.person("李阿姨").says(f"梧桐里1号院1幢{what}")
    chat.work()


def new_ones(worker):
    return [text for text in worker.notices if text.startswith("新上报")]


def test_during_leave_reports_go_to_the_stand_in(chat, worker, colleague, clock):
    answer = worker.says("请假 11月25日到11月27日 由赵演示代岗")
    assert "11月25日至27日 请假，由赵演示代岗" in answer
    chat.work()
    assert "陈试用 11月25日至27日 请假，由您代岗" in colleague.notices[-1]
    report(chat, "楼道灯坏了")
    assert "楼道灯坏了" in worker.notices[-1]
    clock.turn(days=1)
    colleague.says("帮助")
    report(chat, "垃圾没人收")
    assert "垃圾没人收" in new_ones(colleague)[-1]
    assert "垃圾没人收" not in "".join(worker.notices)
    resident = chat.person("问的人")
    resident.says("我住梧桐里1号院1幢")
    assert "网格员：赵演示（代陈网格员）" in resident.says("我的网格员是谁")
    clock.turn(days=3)
    worker.says("帮助")
    report(chat, "水管漏水")
    assert "水管漏水" in new_ones(worker)[-1]


def test_coming_back_early_gives_the_work_back(chat, worker, colleague):
    worker.says("今天请假，赵演示代班")
    report(chat, "楼道灯坏了")
    assert "楼道灯坏了" in colleague.notices[-1]
    assert "欢迎回来" in worker.says("销假")
    report(chat, "水管漏水")
    assert "水管漏水" in new_ones(worker)[-1]
    assert "您的代岗结束" in colleague.notices[-1]
    assert "不用销假" in worker.says("销假")
    actions = [
        row.action for row in chat.rows(select(Audit.action).where(Audit.action.like("leave%")).order_by(Audit.id))
    ]
    assert actions == ["leave.begin", "leave.end"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("请假", "请写明日期"),
        ("请假 明天", "请写明日期"),
        ("请假 由赵演示代岗", "请写明日期"),
        ("请假 昨天 由赵演示代岗", "已经过了"),
        ("请假 明天到下月30号 由赵演示代岗", "最多请假 31 天"),
        ("请假 明天 由陈试用代岗", "不能是自己"),
        ("请假 明天 由周虚构代岗", "没有工作岗位"),
        ("请假 明天 由查无此人代岗", "没有在岗的“查无此人”"),
        ("请假 后天到明天 由赵演示代岗", "请写明日期"),
    ],
)
def test_what_is_missing_or_impossible_is_said(worker, text, words):
    assert words in worker.says(text)


def test_two_leaves_do_not_overlap_and_a_stand_in_who_is_away_is_refused(worker, colleague):
    assert "已记下" in worker.says("请假 明天到后天 由赵演示代岗")
    assert "已经请过假" in worker.says("请假 后天 由孙模拟代岗")
    assert "那几天也请假了" in colleague.says("请假 明天 由陈试用代岗")


def test_of_several_of_one_name_the_one_in_the_same_community_stands_in(chat, worker):
    lines = small()
    lines["people"].append({"code": "R20", "name": "赵演示", "phone": "19911110002"})
    lines["posts"].append({"person": "R20", "role": "网格员", "grid": "G03"})
    chat.subdistrict(lines)
    assert "由赵演示代岗" in worker.says("请假 明天 由赵演示代岗")
    worker.says("销假")
    lines["posts"].append({"person": "R20", "role": "网格长", "grid": "G02"})
    chat.subdistrict(lines)
    asked = worker.says("请假 明天 由赵演示代岗")
    assert "有 2 位" in asked
    assert "1 赵演示　网格员（第2网格）" in asked, "what tells them apart, no code"
    assert "由赵演示代岗" in worker.says("2")


def test_residents_have_no_duty_to_take_leave_from(chat, worker):
    assert "抱歉" in chat.person("李阿姨").says("请假 明天 由赵演示代岗")
