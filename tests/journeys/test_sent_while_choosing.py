"""A picture that comes while the bot still asks which of several things was meant ends nothing that its sender has not begun."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.conversation.questions import Question
from storage.dialogues import OpenQuestion, open_question
from storage.models import Account, Attachment
from storage.unit_of_work import UnitOfWork
from tests.journeys.handling import reported

BELL = "梧桐里1号院05幢2单元门铃坏了按不响"
LAMP_NUMBER, BELL_NUMBER = "NH20261124-0001", "NH20261124-0002"


@pytest.fixture
def worker(chat, people, resident):
    """Somebody to whom a lamp and a bell were given."""
    reported(chat, resident)
    reported(chat, chat.person("赵大爷"), BELL)
    return people.worker


def asks(chat, clock, who, *meant, text="东西都弄进去了"):
    """Leaves a question open between these: what is to be done, and of which ticket."""
    account = chat.rows(select(Account.id).where(Account.openid == who.phone.openid))[0].id
    options = [
        {"command": command, "ticket": number, "about": "事情", "shift": None, "variant": ""}
        for command, number in meant
    ]
    question = OpenQuestion(
        account, Question.CHOICE.value, {"text": text, "options": options}, clock(), clock() + timedelta(minutes=30)
    )
    with chat.database.write() as connection:
        uow = UnitOfWork(connection)
        open_question(uow, question, replaces=False)
        uow.flush()


def states(chat):
    return [ticket.state for ticket in chat.tickets()]


def belongs_to(chat):
    return [row.number for row in chat.rows(select(Attachment.number).order_by(Attachment.id))]


def test_it_goes_to_the_one_that_is_in_hand(chat, clock, worker):
    worker.says("灯那个我去弄")
    asks(chat, clock, worker, ("handle_ticket", BELL_NUMBER), ("take_ticket", BELL_NUMBER))
    answer = worker.sends_picture()
    assert f"照片已放进 {LAMP_NUMBER}" in answer, answer
    assert states(chat) == ["in_progress", "dispatched"]


def test_what_nobody_has_taken_is_not_ended_and_the_choice_is_asked_again(chat, clock, worker):
    asks(chat, clock, worker, ("handle_ticket", BELL_NUMBER), ("take_ticket", LAMP_NUMBER))
    answer = worker.sends_picture()
    assert "照片先留着了" in answer, answer
    assert BELL_NUMBER in answer
    assert states(chat) == ["dispatched", "dispatched"]
    assert belongs_to(chat) == [None]


def test_the_picture_that_was_kept_proves_what_is_chosen_then(chat, clock, worker):
    worker.says("灯跟门铃这两个都归我")
    asks(chat, clock, worker, ("handle_ticket", BELL_NUMBER), ("handle_ticket", LAMP_NUMBER), text="新的换上去了")
    assert "照片先留着了" in worker.sends_picture()
    assert states(chat) == ["in_progress", "in_progress"]
    assert f"已办结 {LAMP_NUMBER}" in worker.says("2")
    assert states(chat) == ["handled", "in_progress"]
    assert belongs_to(chat) == [LAMP_NUMBER]


def test_the_only_thing_in_hand_is_ended_by_it_as_before(chat, clock, worker):
    worker.says("灯那个我去弄")
    asks(chat, clock, worker, ("handle_ticket", LAMP_NUMBER), ("ask_question", None), text="灯头换过了")
    assert f"已办结 {LAMP_NUMBER}" in worker.sends_picture()
    assert states(chat) == ["handled", "dispatched"]


def test_of_two_in_hand_it_is_shown_of_the_one_that_was_asked_about_and_ends_neither(chat, clock, worker):
    worker.says("灯跟门铃这两个都归我")
    asks(chat, clock, worker, ("handle_ticket", BELL_NUMBER), ("arrive_on_site", BELL_NUMBER))
    assert f"照片已放进 {BELL_NUMBER}" in worker.sends_picture()
    assert states(chat) == ["in_progress", "in_progress"]
