"""Somebody asks how a matter stands, whether anybody came, or with whom they speak: they are told, and nothing is filed."""

import pytest

from tests.journeys.handling import reported
from tests.staff import Staff

TILES = "梧桐里1号院05幢外墙瓷砖往下掉"
BELL = "梧桐里1号院05幢2单元门铃坏了按不响"


@pytest.fixture
def matters(chat, people: Staff, resident):
    """A lamp that is worked on, a bell that nobody has taken, and a danger."""
    reported(chat, resident)
    reported(chat, chat.person("赵大爷"), BELL)
    reported(chat, chat.person("赵大爷"), TILES)
    people.worker.says("接单 1")
    return people


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("lead", "外墙瓷砖的那个事办到什么程度了"),
        ("secretary", "瓷砖往下掉那个有什么进展"),
        ("dispatcher", "05幢瓷砖的事处理得怎么样了"),
        ("head", "瓷砖那单弄好了没有"),
    ],
)
def test_staff_who_ask_how_far_a_danger_is_read_who_has_it_and_until_when(chat, matters, role, words):
    answer = getattr(matters, role).says(words)
    assert "NH20261124-0003　已派单【安全隐患】" in answer, answer
    assert "在网格员陈试用手上" in answer
    assert "今天 12:00前到场勘查" in answer
    assert len(chat.tickets()) == 3


def test_what_was_done_is_told_with_who_and_when(chat, clock, matters):
    clock.turn(minutes=20)
    matters.worker.says("到场 1")
    matters.worker.says("方案 1 下午换灯座")
    answer = matters.secretary.says("楼道灯那个办到哪一步了")
    assert "今天 10:20 陈试用到场" in answer, answer
    assert "陈试用方案：下午换灯座" in answer


def test_words_that_fit_nothing_of_the_area_file_nothing(chat, matters):
    assert "没有找到这样一件" in matters.secretary.says("喷水池那个办到哪一步了")
    assert len(chat.tickets()) == 3


@pytest.mark.parametrize("words", ["师傅来过没有啊", "有人来看过了吗", "修灯的师傅到了没"])
def test_a_reporter_who_asks_whether_anybody_came_hears_just_that_first(clock, matters, resident, words):
    assert resident.says(words).startswith("还没有人到场。")
    clock.turn(minutes=30)
    matters.worker.says("到场 1")
    assert resident.says(words).startswith("来过了：陈试用 今天 10:30到场。")


@pytest.mark.parametrize("words", ["催催灯那个", "楼道灯帮我催一下"])
def test_who_urges_is_not_only_told(chat, matters, resident, words):
    assert "已催办 NH20261124-0001" in resident.says(words)


@pytest.mark.parametrize("words", ["我片里哪些还没人接的", "我的网格还有哪些没人接"])
def test_of_the_own_area_only_what_is_asked_for(matters, words):
    answer = matters.head.says(words)
    assert "还没人接 2 件" in answer, answer
    assert "NH20261124-0001" not in answer


@pytest.mark.parametrize("words", ["你们到底是哪个单位的呀", "你们是谁啊", "你是机器人还是真人", "请问您是哪个部门的"])
def test_who_asks_with_whom_they_speak_is_told(chat, matters, resident, words):
    for speaker in (chat.person("路人"), resident):
        answer = speaker.says(words)
        assert "我是“邻里”" in answer, answer
        assert "转人工" in answer
    assert len(chat.tickets()) == 3


@pytest.mark.parametrize("words", ["其实我住的是1幢，不是05幢，当时选错了", "我家住址填错了，应该是1幢"])
def test_where_somebody_lives_is_put_right(chat, people, words):
    neighbour = chat.person("新来的")
    neighbour.says("我住梧桐里1号院05幢")
    assert "您住梧桐里1号院1幢" in neighbour.says(words)


def test_with_an_open_report_it_is_asked_what_is_to_be_put_right(chat, people):
    neighbour = chat.person("新来的")
    neighbour.says("我住梧桐里1号院05幢")
    neighbour.says("门口的垃圾桶满了")
    answer = neighbour.says("其实我住的是1幢，不是05幢，当时选错了")
    assert "1 改您登记的住址" in answer, answer
    assert "您住梧桐里1号院1幢" in neighbour.says("1")
    assert chat.tickets()[0].place_text == "梧桐里1号院05幢门口"


def test_a_report_becomes_a_danger_by_what_is_said_later(chat, people, resident):
    reported(chat, resident, "梧桐里1号院05幢2楼灶台上的锅老是忘了端，油烟熏人")
    if chat.tickets()[0].urgency == "hazard":
        pytest.fail("it is to begin as none")
    people.worker.says("接单 1")
    answer = resident.says("那个锅现在还在冒烟，你们赶紧派人啊")
    assert answer.startswith("请先拨打119"), answer
    assert "NH20261124-0001" in answer
    assert [ticket.urgency for ticket in chat.tickets()] == ["hazard"]
    chat.work()
    assert any("还在冒烟" in notice for notice in people.lead.notices)


@pytest.mark.parametrize("words", ["楼上大爷把锅烧干了，楼道里全是烟", "隔壁厨房灶上冒着烟，满屋子都是烟"])
def test_smoke_that_fills_a_house_is_a_danger(chat, people, words):
    neighbour = chat.person("新来的")
    neighbour.says("我住梧桐里1号院05幢")
    assert neighbour.says(words).startswith("请先拨打119")
    assert chat.tickets()[0].urgency == "hazard"
