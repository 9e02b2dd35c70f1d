"""A complete ticket in two turns: one question, for what is missing, with answers to tap, number, send or scan."""

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.models import Attachment, Dialogue, Inbound, Ticket
from tests.chat import Chat
from tests.roster import line, small


@pytest.fixture
def resident(chat):
    lines = small()
    line(lines, "places", "Y2-9").update(lat=32.0605, lon=118.7601)
    line(lines, "places", "N4").update(lat=32.0700, lon=118.7700)
    line(lines, "places", "N4-5").update(lat=32.0700, lon=118.7700)
    chat.subdistrict(lines)
    return chat.person("李阿姨")


def ticket(chat, number=0):
    return chat.tickets()[number]


def test_an_ambiguous_building_is_chosen_by_its_number(chat, resident):
    worker = chat.bound("赵演示", "0002")
    answer = resident.says("1幢楼道灯坏了")
    assert "1. 梧桐里1号院1幢\n2. 梧桐里2号院1幢" in answer
    assert "地点已补充" in resident.says("2")
    assert ticket(chat).place_text == "梧桐里2号院1幢"
    chat.work()
    assert "楼道灯坏了" in worker.notices[-1]
    assert chat.rows(select(Dialogue.kind)) == []


@pytest.mark.parametrize(
    ("answer", "place"),
    [
        ("第2个", "梧桐里2号院1幢"),
        ("二", "梧桐里2号院1幢"),
        ("梧桐里2号院一栋", "梧桐里2号院1幢"),
        ("在梧桐里2号院9幢3楼", "梧桐里2号院9幢3楼"),
        ("我住梧桐里2号院1幢", "梧桐里2号院1幢"),
        ("悟桐里2号院1幢", "梧桐里2号院1幢"),
        ("月亮湾小区8栋", "月亮湾小区8栋"),
    ],
)
def test_the_place_may_be_answered_in_many_ways(chat, resident, answer, place):
    resident.says("1幢楼道灯坏了")
    assert "地点已补充" in resident.says(answer)
    assert ticket(chat).place_text == place
    assert len(chat.tickets()) == 1


def test_a_location_or_a_code_answers_where(chat, resident):
    resident.says("路灯不亮")
    assert "梧桐里2号院9幢" in resident.sends_location("某处", 32.0606, 118.7602)
    resident.says("垃圾没人收")
    assert "梧桐里1号院1幢" in resident.scans("p-Y1-1")
    assert [row.place_text for row in chat.tickets()] == ["梧桐里2号院9幢", "梧桐里1号院1幢"]
    assert chat.rows(select(Attachment.kind)) == [("location",)]


def test_a_point_among_the_buildings_of_one_courtyard_is_the_courtyard(chat, resident):
    resident.says("路灯不亮")
    assert "虎踞北路4号" in resident.sends_location("某处", 32.0701, 118.7700)
    assert ticket(chat).place_text == "虎踞北路4号"


def test_a_point_far_from_everything_keeps_the_maps_words(chat, resident):
    resident.says("路灯不亮")
    assert "天边路1号" in resident.sends_location("天边路1号", 31.0, 117.0)
    assert ticket(chat).place_text == "天边路1号"


def test_a_place_alone_is_asked_what_is_wrong(chat, resident):
    assert "出了什么问题" in resident.says("梧桐里2号院9幢")
    answer = resident.says("下水道堵了")
    assert "梧桐里2号院9幢" in answer
    assert ticket(chat).place_text == "梧桐里2号院9幢"
    assert ticket(chat).urgency == "urgent"


def test_a_photo_first_is_asked_once_and_joins(chat, resident, clock):
    assert "出了什么问题" in resident.sends_picture()
    clock.turn(minutes=20)
    resident.says("梧桐里2号院9幢楼道灯坏了")
    assert chat.rows(select(Attachment.number)) == [("NH20261124-0001",)]


def test_an_answer_that_fits_several_is_asked_once_more(chat, resident):
    resident.says("路灯不亮")
    assert "1. 梧桐里1号院1幢" in resident.says("我是1幢的")
    assert "地点已补充" in resident.says("2")
    assert ticket(chat).place_text == "梧桐里2号院1幢"


def test_words_that_are_no_place_are_kept_and_the_question_stands(chat, resident):
    resident.says("路灯不亮")
    assert "请再告诉我在哪里" in resident.says("不知道几幢")
    assert "不客气" in resident.says("谢谢啊小伙子")
    assert "地点已补充" in resident.says("梧桐里2号院9幢那边")
    assert len(chat.tickets()) == 1


def test_no_need_to_come_takes_the_report_back_that_it_is_about(chat, resident):
    """It asked which one is meant even of a single report; now it is understood which."""
    resident.says("梧桐里2号院9幢水管漏水")
    resident.says("梧桐里2号院9幢单元门的锁坏了")
    assert "NH20261124-0001" in resident.says("水不漏了，不用来了")
    assert [row.state for row in chat.tickets()] == ["withdrawn", "reported"]


def test_never_mind_leaves_the_question_and_keeps_what_was_said(chat, resident):
    resident.says("路灯不亮")
    assert "NH20261124-0001 先这样登记" in resident.says("算了")
    assert "再说" in resident.says("算了")
    assert len(chat.tickets()) == 1


def test_a_command_or_a_new_report_is_no_answer(chat, resident):
    resident.says("路灯不亮")
    assert "共上报 1 件" in resident.says("进度")
    assert "已登记" in resident.says("梧桐里2号院9幢垃圾没人收")
    assert [row.place_text for row in chat.tickets()] == [None, "梧桐里2号院9幢"]


def test_silence_ends_the_question_and_staff_see_the_draft(chat, resident, clock):
    lines = small()
    lines["people"].append({"code": "D1", "name": "魏派单", "phone": "19911110031"})
    lines["posts"].append({"person": "D1", "role": "派单员", "place": "S"})
    chat.subdistrict(lines)
    dispatcher, worker = chat.bound("魏派单", "0031"), chat.bound("赵演示", "0002")
    resident.says("路灯不亮")
    other = chat.person("王叔叔")
    other.says("梧桐里2号院9幢")
    third = chat.person("张大爷")
    third.sends_picture()
    clock.turn(minutes=31)
    chat.work()
    assert [row.draft for row in chat.tickets()] == [True, True, True]
    assert "路灯不亮" in "".join(dispatcher.notices)
    assert "只发来照片" in "".join(dispatcher.notices)
    assert "只说了地点：梧桐里2号院9幢" in worker.notices[-1]
    assert "只说了地点" in worker.says("我的网格")
    assert chat.rows(select(Dialogue.kind)) == []
    chat.work()
    assert len(chat.tickets()) == 3
    assert chat.rows(select(Attachment.number)) == [("NH20261124-0003",)]


def test_a_restart_in_mid_question_loses_nothing(chat, resident, clock, redis, tmp_path):
    resident.says("1幢楼道灯坏了")
    clock.turn(seconds=1)
    again = Chat(
        Database(str(chat.database.engine.url.render_as_string(hide_password=False)).replace("+psycopg", "")),
        clock,
        redis,
        tmp_path / "f2",
    )
    try:
        same = again.person("李阿姨", openid=resident.openid)
        assert "地点已补充" in same.says("1")
    finally:
        again.close()
        again.database.close()
    assert ticket(chat).place_text == "梧桐里1号院1幢"


def test_a_retried_answer_is_taken_once(chat, resident):
    resident.says("1幢楼道灯坏了")
    chat.platform.faults.plan("drop", times=1)
    assert "地点已补充" in resident.says("2")
    assert len(chat.tickets()) == 1


def test_a_doubtful_danger_is_treated_as_one_until_it_is_denied(chat, resident):
    answer = resident.says("梧桐里2号院9幢配电间的门没关")
    assert "现在还有危险吗" in answer
    assert ticket(chat).urgency == "hazard"
    assert "改按一般事项" in resident.says("没有")
    assert ticket(chat).urgency == "normal"
    resident.says("梧桐里2号院9幢楼道里好像有股怪味")
    assert "按安全隐患加急" in resident.says("有")
    assert ticket(chat, 1).urgency == "hazard"


def test_a_danger_tells_everybody_in_the_line(chat, resident):
    people = [chat.bound(*who) for who in (("陈试用", "0001"), ("孙模拟", "0004"), ("吴范例", "0006"))]
    answer = resident.says("梧桐里1号院5幢外墙瓷砖往下掉")
    assert answer.startswith("请先远离")
    chat.work()
    assert all("【安全隐患】" in person.notices[-1] for person in people)


def test_a_danger_somewhere_alarms_the_subdistrict_and_then_the_grid(chat, resident):
    lines = small()
    lines["people"].append({"code": "D1", "name": "魏领导", "phone": "19911110031"})
    lines["posts"].append({"person": "D1", "role": "街道领导", "place": "S"})
    chat.subdistrict(lines)
    lead, worker = chat.bound("魏领导", "0031"), chat.bound("赵演示", "0002")
    assert "还缺地点" in resident.says("闻到很浓的煤气味")
    chat.work()
    assert "地点未明：闻到很浓的煤气味" in lead.notices[-1]
    resident.says("梧桐里2号院9幢")
    chat.work()
    assert "梧桐里2号院9幢：闻到很浓的煤气味" in worker.notices[-1]
    assert "梧桐里2号院9幢：闻到很浓的煤气味" in lead.notices[-1]


def test_several_things_are_offered_to_be_split(chat, resident):
    answer = resident.says("梧桐里2号院9幢：1、楼道灯坏了 2、垃圾没人收 3、下水道堵了")
    assert "像是 3 件事" in answer
    answer = resident.says("1")
    assert "已分成 3 件" in answer
    assert [row.summary for row in chat.tickets()] == ["楼道灯坏了", "垃圾没人收", "下水道堵了"]
    assert len({row.place_id for row in chat.tickets()} - {None}) == 1
    assert [row.category for row in chat.tickets()] == ["lighting", "garbage", "sewage"]


def test_several_things_may_stay_one(chat, resident):
    resident.says("楼道灯坏了。垃圾没人收。门口还有人乱停车。下水道堵了。狗叫得睡不着")
    assert "作为一件办理" in resident.says("2")
    assert len(chat.tickets()) == 1


def test_insults_get_a_calm_answer_and_no_ticket(chat, resident):
    assert "心情我理解" in resident.says("你们这群废物")
    assert chat.tickets() == []
    assert [row.kind for row in chat.rows(select(Inbound.kind))] == ["text"]
    assert "已登记" in resident.says("梧桐里2号院9幢垃圾没人收，妈的")


def test_an_enquiry_needs_no_place(chat, resident):
    answer = resident.says("居住证去哪里办")
    assert "已登记" in answer
    assert "还缺地点" not in answer
    assert chat.rows(select(Ticket.urgency)) == [("enquiry",)]


def test_urging_is_noted_and_told_once_an_hour(chat, resident, clock):
    worker = chat.bound("赵演示", "0002")
    assert "没有正在办理" in resident.says("催办")
    resident.says("梧桐里2号院9幢楼道灯坏了")
    assert "已催办 NH20261124-0001" in resident.says("怎么还没人来")
    assert "已催办" in resident.says("催一下")
    chat.work()
    assert sum("催办" in notice for notice in worker.notices) == 1
    clock.turn(hours=1)
    resident.says("催办 0001")
    chat.work()
    assert sum("催办" in notice for notice in worker.notices) == 2


@pytest.mark.parametrize(
    "text",
    ["水" * 10_000, "😀" * 50, "8" * 30, "the lamp is broken in building 5", "'; DROP TABLE tickets; --", 
     "<script>alert(1)</script>",      "\u202e灯坏了\u202c", "\u200b\u200b", "{{7*7}}", "%s%s%n"],
)  # fmt: skip
def test_odd_texts_get_an_answer(resident, text):
    answer = resident.says(text)
    assert answer
    assert "故障" not in answer
    assert "暂时繁忙" not in answer
