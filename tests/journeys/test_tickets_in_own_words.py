"""Staff hand on, ask for time and money, and tell reporters in sentences of their own."""

import pytest
from sqlalchemy import select

from storage.models import Extension
from tests.journeys.handling import reported
from tests.staff import lines
from tests.understood import says_meaning

PIPE = "梧桐里1号院05幢水管爆了，水一直流"


@pytest.fixture
def lamp(chat, people, resident):
    """A lamp is reported, and the grid worker has it."""
    reported(chat, resident)
    people.worker.says("接单 1")
    return people


@pytest.mark.parametrize("text", ["把1号派给小孙", "这个单子改派给孙模拟吧", "0001让孙网格长去弄一下"])
def test_a_dispatcher_names_a_colleague_as_people_do(chat, lamp, text):
    answer = lamp.dispatcher.says(text)
    assert "孙模拟" in answer, answer
    chat.work()
    assert "NH20261124-0001" in lamp.head.notices[-1]


@pytest.mark.parametrize("text", ["转给城管 占道摆摊不归我管", "这事归城管管，麻烦转过去，占道摆摊不归我管"])
def test_a_line_of_work_is_named_anywhere_and_the_rest_is_why(chat, lamp, text):
    assert "郑假设" in says_meaning(lamp.worker, text, "转办")
    chat.work()
    assert "占道摆摊不归我管" in lamp.part_time.notices[-1]


def test_of_two_called_alike_it_is_asked_who_is_meant(chat, people, resident):
    more = lines()
    more["people"].append({"code": "R21", "name": "孙二号", "phone": "19900000021"})
    more["posts"].append({"person": "R21", "role": "网格员", "grid": "G01"})
    chat.subdistrict(more)
    reported(chat, resident)
    answer = people.dispatcher.says("把1号派给小孙")
    assert "“小孙”有 2 位" in answer
    assert "1 孙模拟　网格长（第1网格）" in answer, "what tells them apart, no code"
    assert "2 孙二号　网格员（第1网格）" in answer


def test_nobody_of_another_community_is_meant_by_a_surname(lamp):
    assert "没有" in lamp.worker.says("把1号转给小钱 他熟")


@pytest.mark.parametrize(
    ("text", "until", "reason"),
    [
        ("配件没到 宽限到下周五", "2026-12-04", "配件没到"),
        ("师傅排不开，能不能延到12月1号", "2026-12-01", "师傅排不开"),
        ("1号单再给三天，厂家没货", "2026-11-26", "厂家没货"),
    ],
)
def test_more_time_is_asked_for_in_a_sentence(chat, lamp, text, until, reason):
    answer = lamp.worker.says(text)
    assert [(row.until.isoformat(), row.reason) for row in chat.rows(select(Extension.until, Extension.reason))] == [
        (until, reason)
    ], answer


@pytest.mark.parametrize("text", ["应急先花八百块换一段主管", "动用应急包吧 换主管要八百块", "走应急 换主管大概八百"])
def test_the_fund_is_spent_in_spoken_amounts(chat, people, resident, text):
    reported(chat, resident, PIPE)
    people.worker.says("接单 1")
    says_meaning(people.worker, text, "应急")
    assert "已用 800元" in people.secretary.says("应急包")


@pytest.mark.parametrize("text", ["跟报的人讲一声 明天上午九点去换", "告诉李阿姨一声，明天上午九点去换"])
def test_the_reporter_reads_the_message_and_not_the_request_for_it(chat, lamp, resident, text):
    lamp.worker.says(text)
    chat.work()
    assert "明天上午九点去换" in resident.notices[-1]
    assert "讲一声" not in resident.notices[-1]
    assert "告诉李阿姨" not in resident.notices[-1]


def test_of_two_tickets_that_are_one_matter_one_goes_with_the_other(chat, people, resident):
    reported(chat, resident)
    reported(chat, chat.person("张爷爷"), "梧桐里1号院05幢楼道堆了很多杂物")
    answer = says_meaning(people.dispatcher, "2号单和1号单是一回事，并到一起办吧", "合并")
    assert "NH20261124-0001" in answer, answer
    assert [row.state for row in chat.tickets()] == ["dispatched", "merged"]


@pytest.mark.parametrize(
    ("text", "scored"),
    [("1号打过电话了，人家说挺满意", "满意"), ("电话回访了，他说还行吧凑合", "基本满意")],
)
def test_a_call_is_noted_by_what_was_answered(chat, lamp, resident, text, scored):
    lamp.worker.sends_picture()
    lamp.worker.says("办结 1 已换灯泡")
    chat.work()
    lamp.leader.says("核查 1 通过")
    chat.work()
    resident.says("不满意 灯还是不亮")
    chat.work()
    assert scored in says_meaning(lamp.head, text, "回访")


def test_a_reporter_lets_go_of_one_thing_by_its_name(chat):
    resident = chat.person("李阿姨")
    resident.says("梧桐里1号院1幢楼道的灯不亮了")
    resident.says("梧桐里1号院1幢门口堆了几袋旧衣服")
    assert "已撤回" in resident.says("旧衣服那个算了，收废品的刚搬走")
    assert "不亮" in resident.says("进度")


def test_everybodys_trouble_in_unknown_words_is_filed(chat, people):
    chat.person("李阿姨").says("梧桐里1号院1幢停水了")
    told = people.leader.says("1幢的龙头一滴水都出不来，邻居们都在问")
    assert "没有完全听懂" not in told
    assert "0002" in told or "同一" in told or "同类" in told
