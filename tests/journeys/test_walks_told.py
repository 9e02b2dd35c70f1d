"""Building leaders tell of their rounds and visits in their own words: what is well makes no ticket, what is not is not lost."""

import pytest
from sqlalchemy import func, select

from storage.models import CheckIn, Ticket
from tests.duty import crew
from tests.stars import neighbour


@pytest.fixture
def people(chat):
    return crew(chat)


def tickets(chat):
    return chat.rows(select(func.count(Ticket.number)))[0][0]


def notes(chat):
    return [row.note for row in chat.rows(select(CheckIn.note).order_by(CheckIn.id))]


@pytest.mark.parametrize(
    "text",
    [
        "今天去5幢兜了一圈，蛮干净的，没啥事", "我把楼上楼下巡了一遍，一切都好", "5幢看过了 没什么情况",
        "刚从上到下走了一遍，没看到乱堆的",
    ],
)  # fmt: skip
def test_a_round_that_finds_nothing_makes_no_ticket(chat, people, text):
    said = people.lead.says(text)
    assert "已记巡楼：梧桐里1号院05幢，无异常" in said
    assert tickets(chat) == 0


def test_a_second_round_keeps_what_it_finds_and_where(chat, people):
    people.lead.says("刚从上到下走了一遍，都正常")
    said = people.lead.says("晚上我又走了一圈 一单元二楼拐角堆了个旧柜子 差点绊一跤")
    assert "今天已经巡过" in said
    assert "一单元二楼" in said
    assert tickets(chat) == 1
    (note,) = notes(chat)
    assert "都正常" in note
    assert "旧柜子" in note


def test_an_option_that_is_named_in_a_sentence_acts_on_the_first_text(chat, people):
    resident = neighbour(chat, "李阿姨")
    resident.says("门口的地砖翘起来了")
    assert "您是想" in resident.says("住的地址写错了，应该是虎踞北路4号5幢")
    said = resident.says("肯定是更正上报嘛，麻烦快点")
    assert "地点改为虎踞北路4号5幢" in said


@pytest.mark.parametrize(
    "text",
    [
        "三单元402的孙爷爷我下午去看望过了，精神不错，就是耳朵背", "楼上的周奶奶我去探望了一下 老人家挺好",
        "走访了独居的吴阿姨，药都按时吃，血压还有点高",
    ],
)  # fmt: skip
def test_a_visit_is_kept_with_the_words_and_makes_no_ticket(chat, people, text):
    said = people.lead.says(text)
    assert "已记走访：梧桐里1号院05幢" in said
    assert text[:12] in said
    assert tickets(chat) == 0
    assert notes(chat) == [text]


def test_a_trouble_told_of_a_visit_is_reported_as_well(chat, people):
    said = people.lead.says("刚去看了独居的吴阿姨，她家水管漏得厉害")
    assert "已记走访" in said
    assert "已登记" in said
    assert tickets(chat) == 1


def test_a_part_time_worker_visits_too(chat, people):
    part = chat.bound("郑假设", "0008")
    said = part.says("刚到梧桐里1号院05幢钱大爷家坐了坐 他血压有点高 药还有")
    assert "已记走访：梧桐里1号院05幢" in said
    assert tickets(chat) == 0
