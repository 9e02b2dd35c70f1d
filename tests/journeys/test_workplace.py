"""What those see who work at a place: their tickets, not their neighbours'."""

import pytest


@pytest.fixture
def tickets(chat):
    chat.subdistrict()
    resident = chat.person("李阿姨")
    resident.says("梧桐里1号院1幢楼道灯坏了")
    resident.says("梧桐里2号院9幢垃圾没人收")


def test_a_grid_worker_sees_what_is_open_in_the_grid(chat, tickets):
    worker = chat.bound("陈试用", "0001")
    answer = worker.says("我的网格")
    assert "未办结的上报 1 件" in answer
    assert "楼道灯坏了" in answer
    assert "垃圾" not in answer
    assert answer == worker.taps("GRID")
    assert "楼道灯坏了" in worker.says("进度 0001")


def test_the_other_grids_ticket_is_refused_with_whom_to_ask(chat, tickets):
    worker = chat.bound("陈试用", "0001")
    answer = worker.says("进度 0002")
    assert "垃圾" not in answer
    assert "您可以找网格员赵演示" in answer


def test_a_secretary_sees_the_community(chat, tickets):
    assert "未办结的上报 2 件" in chat.bound("吴范例", "0006").says("我们社区的情况")


def test_a_resident_sees_only_their_own(chat, tickets):
    other = chat.person("别的居民")
    assert "没有找到您上报的工单 0001" in other.says("进度 0001")
    assert "抱歉" in other.says("我的网格")


def test_a_leader_sees_the_building(chat, tickets):
    leader = chat.bound("王样本", "0005")
    assert "目前没有未办结的上报" in leader.says("我的网格")
    chat.person("李阿姨").says("梧桐里1号院5幢水管漏水")
    assert "水管漏水" in leader.says("我的网格")
