"""Who keeps visits comes from a household and says what they saw: it is kept as a visit, and nobody is alarmed."""

import pytest
from sqlalchemy import select

from storage.models import Visit
from tests.visits import visitors
from understanding.visit_just_made import says_visited, visit_just_made


@pytest.fixture
def people(chat):
    return visitors(chat)


def notes(chat):
    return [row.note for row in chat.rows(select(Visit.__table__).order_by(Visit.id))]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("刚从9幢孙大爷家出来 独居 糖尿病 药只剩两天的 帮我记一下", "糖尿病"),
        ("才去9幢302李婆婆家坐了会儿 腿脚不好 一个人过 记一笔", "腿脚不好"),
        ("我刚刚从9幢那户人家回来，老两口 心脏病史，登记一下", "心脏病史"),
    ],
)
@pytest.mark.parametrize("who", ["secretary", "cadre"])
def test_it_is_a_visit_and_no_danger(chat, people, who, words, kept):
    answer = getattr(people, who).says(words)
    assert "已记走访" in answer, answer
    assert kept in notes(chat)[0]
    assert chat.tickets() == []


def test_what_is_not_clear_is_asked_and_still_no_alarm(chat, people):
    answer = people.secretary.says("刚从1幢赵奶奶家出来 一个人住 血压高 记一下")
    assert "哪" in answer, answer
    assert chat.tickets() == []


def test_what_is_broken_there_becomes_a_ticket_as_with_any_visit(chat, people):
    people.secretary.says("刚从9幢302钱大妈家出来 阳台瓷砖要掉下来了 记一下")
    assert [ticket.urgency for ticket in chat.tickets()] == ["hazard"]


def test_who_keeps_no_visits_reports_as_before(chat, people):
    neighbour = chat.person("周阿姨")
    neighbour.says("刚从梧桐里2号院9幢孙大爷家出来 他被困在厕所里了 喊不应 记一下")
    assert [ticket.urgency for ticket in chat.tickets()] == ["hazard"]


@pytest.mark.parametrize(
    "words",
    [
        "刚从3幢钱奶奶家出来 她晕倒了 快来人", "从5幢出来看到井盖没了", "刚从菜场回来 记一下明天开会",
        "王奶奶一个人住 敲门没人应 记一下", "刚从我家出来 楼道着火了 记一下",
    ],
)  # fmt: skip
def test_what_only_begins_like_it_is_none(words):
    assert visit_just_made(words) is None


def test_a_burner_that_does_not_light_is_brought_and_is_no_fire(chat, people):
    answer = people.secretary.says("上午走访了9幢302的钱奶奶，一个人住，煤气灶总打不着火，想找人看看")
    assert "已记走访" in answer, answer
    assert "119" not in answer
    ticket = chat.tickets()[0]
    assert ticket.urgency != "hazard"
    assert "打不着火" in ticket.summary
    assert "302" in ticket.place_text


@pytest.mark.parametrize("said", ["明天走访了再说", "还没走访过3幢201", "谁走访了3幢201", "走访了吗"])
def test_a_visit_that_was_not_made_is_none(said):
    assert not says_visited(said)
