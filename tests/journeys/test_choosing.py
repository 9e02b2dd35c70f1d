"""Which of several things was meant is answered by number, by its name, with more words, or by saying something else."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.conversation.questions import Question
from storage.dialogues import OpenQuestion, open_question
from storage.models import Account
from storage.unit_of_work import UnitOfWork

OFFERED = "院子里那个事情怎么讲 门口的树倒了"
OPTIONS = ("show_shifts", "report_problem", "ask_question")


@pytest.fixture
def asked(chat, clock, resident):
    """A resident who was asked which of three things they meant."""
    resident.says("我住梧桐里1号院1幢")
    account = chat.rows(select(Account.id).where(Account.openid == resident.phone.openid))[0].id
    options = [{"command": name, "ticket": None, "about": "", "shift": None, "variant": None} for name in OPTIONS]
    data = {"text": OFFERED, "options": options}
    question = OpenQuestion(account, Question.CHOICE.value, data, clock(), clock() + timedelta(minutes=30))
    with chat.database.write() as connection:
        uow = UnitOfWork(connection)
        open_question(uow, question, replaces=True)
        uow.flush()
    return resident


@pytest.mark.parametrize("words", ["2", "上报", "上报吧", "第二个"])
def test_by_number_and_by_name(chat, asked, words):
    assert "已登记，编号 NH20261124-0001" in asked.says(words)
    assert [row.text for row in chat.tickets()] == [OFFERED]


def test_what_is_said_behind_the_number_belongs_to_it(chat, asked):
    assert "已登记" in asked.says("2，压到自行车了")
    assert [row.text for row in chat.tickets()] == [f"{OFFERED}，压到自行车了"]


@pytest.mark.parametrize("words", ["都不是", "算啦算啦，没事", "不是"])
def test_none_of_them_does_nothing(chat, asked, words):
    assert "您是想" not in asked.says(words)
    assert chat.tickets() == []


def test_none_of_them_but_something_else(chat, asked):
    answer = asked.says("都不对，梧桐里1号院05幢楼下有辆面包车堵着消防通道三天了")
    assert "已登记，编号 NH20261124-0001" in answer
    assert "05幢" in answer
