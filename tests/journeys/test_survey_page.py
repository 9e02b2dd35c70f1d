"""A survey is answered on a page, at an address that only who was asked was given."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from storage.models import Outbox, SurveyAnswer, SurveyBox, SurveyPerson
from tests.office import plain
from tests.surveys import court, does, draft, sent, told


@pytest.fixture
def house(chat, quota):
    return court(chat)


def address(speaker, number=1):
    """The path in what somebody was asked with."""
    (asked,) = told(speaker, f"意见征集{number}《")
    return re.search(r"https?://[^/]+(/surveys/answer/\S+)", asked)[1]


def opens(chat, path):
    return chat.app.test_client().get(path)


def sends(chat, path, **fields):
    return chat.app.test_client().post(path, data=fields)


def answers(chat):
    return sorted(row.text for row in chat.rows(select(SurveyAnswer.text)))


def test_who_is_asked_answers_on_their_page_and_changes_it_until_the_end(chat, clock, house):
    sent(chat, house)
    path = address(house.neighbours[0])
    page = opens(chat, path)
    assert page.status_code == 200
    assert "form-action 'self'" in page.headers["Content-Security-Policy"]
    assert re.findall(r"<script[^>]*>", page.text) == ['<script src="/page.js" defer>'], "it works without, as here"
    assert "您赞成加装电梯吗" in plain(page.text)
    assert "收到了，谢谢您" in plain(sends(chat, path, q1="1").text)
    assert 'value="1" checked' in opens(chat, path).text
    assert "收到了" in plain(sends(chat, path, q1="2").text)
    assert answers(chat) == ["2"], "one answer a person"
    assert "意见1 已改" in house.neighbours[0].says("意见1 无所谓"), "by chat it is the same answer"
    assert 'value="3" checked' in opens(chat, path).text
    clock.turn(days=3, hours=10)
    late = sends(chat, path, q1="1")
    assert late.status_code == 409
    assert "您这次填的没有记" in plain(late.text)
    assert 'value="1" checked' in late.text, "what was ticked is not lost"
    chat.work()
    assert "已经截止" in plain(opens(chat, path).text)
    assert answers(chat) == ["3"]


def test_nothing_that_was_typed_is_lost_and_nothing_wrong_is_kept(chat, house):
    draft(house, choices="充电桩、长椅、路灯", question="要什么", form="several")
    does(house.office, "add", survey="1", question="还有什么想说的")
    does(house.office, "send", survey="1")
    chat.work()
    path = address(house.neighbours[0])
    empty = sends(chat, path)
    assert (empty.status_code, "还没有选或填" in plain(empty.text)) == (422, True)
    long = "树太密了<b>，" * 60
    wrong = sends(chat, path, q1=["1", "3"], q2=long)
    assert wrong.status_code == 422
    assert "300 字以内" in plain(wrong.text)
    assert long.replace("<", "&lt;").replace(">", "&gt;") in wrong.text, "as it was typed, and no markup"
    assert wrong.text.count(" checked") == 2
    assert sends(chat, path, q1=["1", "9"], q2="好").status_code == 422
    assert answers(chat) == []
    assert sends(chat, path, q1=["1", "3"], q2="希望多种花").status_code == 200
    assert answers(chat) == ["1,3", "希望多种花"]


def test_an_address_that_nobody_was_given_opens_nothing(chat, house):
    sent(chat, house)
    mine, other = (address(each) for each in house.neighbours[:2])
    number, mark = mine.rpartition("/")[2].split("-")
    theirs = other.rpartition("/")[2].split("-")[0]
    for forged in (f"{theirs}-{mark}", f"{number}-{'0' * 32}", f"{number}-{mark}0", "1", "x-y", f"99999-{mark}"):
        assert opens(chat, f"/surveys/answer/{forged}").status_code == 404
        assert sends(chat, f"/surveys/answer/{forged}", q1="1").status_code == 404
    assert answers(chat) == []


def test_of_an_anonymous_one_no_row_leads_from_an_address_to_an_answer(chat, clock, house):
    sent(chat, house, anonymous="1", question="有什么想说的", choices="")
    path = address(house.neighbours[0])
    token = path.rpartition("/")[2]
    kept = sends(chat, path, q1="晚上太吵")
    assert "收到了" in plain(kept.text)
    assert "晚上太吵" not in kept.text
    assert "晚上太吵" not in opens(chat, path).text
    assert "您答过了" in plain(opens(chat, path).text)
    assert answers(chat) == []
    (box,) = chat.rows(select(SurveyBox.held))
    assert "晚上太吵" in box.held
    assert token.partition("-")[2] not in box.held
    asked = chat.rows(select(SurveyPerson.__table__))
    assert not any(token.partition("-")[2] in str(row) for row in asked)
    sends(chat, path, q1="还是晚上太吵")
    clock.turn(days=3, hours=10)
    chat.work()
    (box,) = chat.rows(select(SurveyBox.held))
    assert box.held.count("晚上太吵") == 1
    assert "5 人，1 人答复" in plain(opens(chat, "/surveys").text)


@pytest.mark.parametrize("anonymous", ["", "1"])
def test_by_page_and_by_chat_at_once_there_is_one_answer_a_person(chat, house, anonymous):
    sent(chat, house, anonymous=anonymous)
    paths = [address(each) for each in house.neighbours]
    with ThreadPoolExecutor(8) as pool:
        pages = list(pool.map(lambda each: sends(chat, each, q1="1").status_code, paths * 3))
        said = list(pool.map(lambda each: each.says("意见1 2"), house.neighbours))
    assert set(pages) == {200}
    assert all("意见1 已改" in each for each in said)
    does(house.office, "end", survey="1")
    page = house.office.sees("/console/surveys/1")
    assert "4 / 5 人" in page or "4 人答复" in page
    assert "反对 4 人，100%" in page


def test_each_is_asked_with_an_address_of_their_own(chat, house):
    sent(chat, house)
    texts = [row.text for row in chat.rows(select(Outbox.text).where(Outbox.kind == "survey"))]
    found = [re.search(r"/answer/(\S+)", text)[1] for text in texts]
    assert len(set(found)) == len(found) == 5
