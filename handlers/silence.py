"""Questions that nobody answered: closed, and what was said becomes a draft that staff see."""

from datetime import datetime

from sqlalchemy import select

from governance.roles import Role
from handlers import texts
from handlers.notices import ANSWERABLE, tell_first
from handlers.questions import Question
from handlers.scene import House, Scene
from storage.database import Database
from storage.dialogues import OpenQuestion, close_question, expired_questions
from storage.models import Account
from storage.place_book import PlaceBook
from storage.tickets import adopt_loose, open_ticket, set_draft, tickets_numbered
from storage.unit_of_work import UnitOfWork

TOLD_ELSE = (Role.DISPATCHER, Role.ADMINISTRATOR)
"""Who is told of a draft where no place is known: those who dispatch."""


def close_silent(database: Database, house: House, now: datetime, book: PlaceBook) -> int:
    """Ends the questions whose time is over; answers how many."""
    with database.write() as connection:
        scene = Scene(UnitOfWork(connection), house, now, book)
        silent = expired_questions(connection, now)
        for question in silent:
            _close(scene, question)
        scene.uow.finish()
    return len(silent)


def _close(scene: Scene, question: OpenQuestion) -> None:
    close_question(scene.uow, question.account_id)
    match Question(question.kind):
        case Question.PLACE:
            for number in question.data["numbers"]:
                set_draft(scene.uow, number)
                for ticket in tickets_numbered(scene.uow, [number]):
                    _tell(scene, number, ticket.summary, None)
        case Question.PROBLEM:
            _draft(scene, question)
        case _:
            return  # the ticket stands as it is: a danger until somebody says otherwise, one thing unless split


def _draft(scene: Scene, question: OpenQuestion) -> None:
    """A ticket of what came without a problem: a place, or pictures."""
    uow, now = scene.uow, scene.now
    place, place_text = question.data.get("place"), question.data.get("place_text")
    number = scene.next_number()
    text = texts.DRAFT_OF_PLACE.format(place=place_text) if place_text else texts.DRAFT_OF_MEDIA
    channel = uow.execute(select(Account.channel).where(Account.id == question.account_id)).scalar_one()
    open_ticket(
        uow, number=number, account_id=question.account_id, channel=channel, now=now, text=text, summary=text[:80],
        place_text=place_text, place_id=place, draft=True,
    )  # fmt: skip
    adopt_loose(uow, question.account_id, number, since=question.opened_at)
    _tell(scene, number, text[:40], place)


def _tell(scene: Scene, number: str, summary: str, place: int | None) -> None:
    text = texts.NOTICE_DRAFT.format(number=number, summary=summary)
    tell_first(scene, place, ANSWERABLE if place is not None else TOLD_ELSE, f"draft:{number}", "draft", text)
