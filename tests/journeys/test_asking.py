"""Questions that nobody has answered yet: who answers, until when; and a person for who wants one."""

import pytest
from sqlalchemy import select

from storage.models import KnownAnswer, Person, Ticket


@pytest.fixture
def known(chat, people, clock):
    """One kept answer."""
    from sqlalchemy import insert

    with chat.database.write() as connection:
        by = connection.execute(select(Person.id).where(Person.code == "R6")).scalar_one()
        values = {
            "question": "社区几点上班",
            "answer": "以门口张贴的时间为准。",
            "asked": 0,
            "by_id": by,
            "at": clock(),
        }
        connection.execute(insert(KnownAnswer).values(**values))


@pytest.mark.parametrize("asked", ["居住证去哪里办", "高龄补贴怎么申请呀", "请问生育登记要带哪些材料"])
def test_a_question_is_promised_an_answer_by_its_own_deadline(chat, resident, asked, clock):
    answer = resident.says(asked)
    assert "已登记，编号 NH20261124-0001" in answer
    assert "最晚明天 18:00前，工作人员在这里答复您" in answer, answer
    assert "还缺地点" not in answer
    assert chat.rows(select(Ticket.urgency)) == [("enquiry",)]


def test_a_question_on_friday_evening_is_answered_on_monday(chat, resident, clock):
    clock.turn(days=3, hours=10)
    assert "最晚11月30日 18:00前" in resident.says("居住证去哪里办")


@pytest.mark.parametrize("wish", ["转人工", "找个真人跟我说", "我要人工客服", "有没有活人啊"])
def test_a_person_gets_the_question_that_was_asked_last(chat, resident, known, wish):
    assert "以门口张贴的时间为准" in resident.says("你们社区几点上班")
    answer = resident.says(wish)
    assert "已登记，编号 NH20261124-0001" in answer, answer
    assert "最晚明天 18:00前" in answer
    assert [row.text for row in chat.tickets()] == ["你们社区几点上班"]


def test_a_question_that_is_with_somebody_is_not_asked_twice(chat, resident):
    resident.says("居住证去哪里办")
    answer = resident.says("转人工")
    assert "NH20261124-0001" in answer
    assert "最晚明天 18:00前" in answer
    assert len(chat.tickets()) == 1


@pytest.mark.parametrize("wish", ["转人工", "叫个活人来跟我讲", "你们有电话吗，我要跟人讲"])
def test_without_a_question_it_is_asked_what_it_is_about(chat, resident, wish):
    answer = resident.says(wish)
    assert "请说说是什么事" in answer, answer
    assert "110" in answer
    assert chat.tickets() == []
    assert "请说说是什么事" in resident.says("转人工")
    assert "不客气" in resident.says("谢谢")
    assert "已登记，编号 NH20261124-0001" in resident.says("老伴的老年证丢了怎么补")
    assert [row.text for row in chat.tickets()] == ["老伴的老年证丢了怎么补"]


def test_a_wish_that_says_what_it_is_about_is_enough(chat, resident):
    answer = resident.says("转人工，我想问残疾证换证的事")
    assert "已登记，编号 NH20261124-0001" in answer, answer
    assert "残疾证" in chat.tickets()[0].text


def test_a_danger_is_no_question(chat, resident):
    answer = resident.says("转人工，梧桐里1号院1幢有人触电了")
    assert answer.startswith("请远离"), answer
    assert "答复" not in answer


def test_a_question_about_a_service_is_none_about_an_open_report(chat, people, resident):
    resident.says("梧桐里1号院05幢3楼楼道灯坏了")
    answer = resident.says("我家老太婆问，医保缴费的那个叫什么，现在还能交不能")
    assert "工作人员在这里答复您" in answer
    assert "楼道灯" not in answer


def test_thanks_take_no_report_back(chat, people, resident):
    resident.says("梧桐里1号院05幢3楼楼道灯坏了")
    assert "撤回" not in resident.says("乖乖，吓死人了，陶大爷没得事就好，谢谢你们噢")
    assert [row.state for row in chat.tickets()] != ["withdrawn"]


@pytest.mark.parametrize("words", ["你们这个公众号是真人还是机器啊，回得蛮快", "你是机器人还是真人"])
def test_it_says_what_it_is(chat, people, resident, words):
    assert "不是真人" in resident.says(words)
