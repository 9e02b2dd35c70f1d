"""Questions that nobody answered: closed, and what was said becomes a draft that staff see."""

from datetime import datetime

from sqlalchemy import select

from governance.clock import local_day
from governance.roles import Role
from governance.ticket_numbers import ticket_number
from handlers import texts
from handlers.questions import Question
from handlers.scene import House
from storage.database import Database
from storage.dialogues import OpenQuestion, close_question, expired_questions
from storage.models import Account
from storage.outbox import owe
from storage.place_book import PlaceBook
from storage.serving import followed_accounts, serving
from storage.tickets import adopt_loose, open_ticket, set_draft, tickets_numbered
from storage.unit_of_work import UnitOfWork

TOLD_AT_PLACE = (Role.GRID_WORKER, Role.GRID_HEAD, Role.COMMUNITY_SECRETARY)
TOLD_ELSE = (Role.DISPATCHER, Role.ADMINISTRATOR)
"""Who is told of a draft: the first of whom can be reached; where no place is known, those who dispatch."""


def close_silent(database: Database, house: House, now: datetime) -> int:
    """Ends the questions whose time is over; answers how many."""
    with database.write() as connection:
        uow = UnitOfWork(connection)
        silent = expired_questions(connection, now)
        book = PlaceBook()
        for question in silent:
            _close(uow, book, house, question, now)
        uow.finish()
    return len(silent)


def _close(uow: UnitOfWork, book: PlaceBook, house: House, question: OpenQuestion, now: datetime) -> None:
    close_question(uow, question.account_id)
    match Question(question.kind):
        case Question.PLACE:
            for number in question.data["numbers"]:
                set_draft(uow, number)
                for ticket in tickets_numbered(uow, [number]):
                    _tell(uow, book, number, ticket.summary, None, now)
        case Question.PROBLEM:
            _draft(uow, book, house, question, now)
        case _:
            return  # the ticket stands as it is: a danger until somebody says otherwise, one thing unless split


def _draft(uow: UnitOfWork, book: PlaceBook, house: House, question: OpenQuestion, now: datetime) -> None:
    """A ticket of what came without a problem: a place, or pictures."""
    place, place_text = question.data.get("place"), question.data.get("place_text")
    day = local_day(now, house.zone)
    number = ticket_number(house.ticket_prefix, day, uow.next_running_number(day))
    text = texts.DRAFT_OF_PLACE.format(place=place_text) if place_text else texts.DRAFT_OF_MEDIA
    channel = uow.execute(select(Account.channel).where(Account.id == question.account_id)).scalar_one()
    open_ticket(
        uow, number=number, account_id=question.account_id, channel=channel, now=now, text=text, summary=text[:80],
        place_text=place_text, place_id=place, draft=True,
    )  # fmt: skip
    adopt_loose(uow, question.account_id, number, since=question.opened_at)
    _tell(uow, book, number, text[:40], place, now)


def _tell(uow: UnitOfWork, book: PlaceBook, number: str, summary: str, place: int | None, now: datetime) -> None:
    index = book.index(uow)
    line = index.line_of(place) if place is not None else index.roots()[:1]
    acting = serving(uow, line, now) if line else ()
    for role in TOLD_AT_PLACE if place is not None else TOLD_ELSE:
        accounts = followed_accounts(uow, [servant.person for servant in acting if servant.role is role])
        for account_id in accounts:
            text = texts.NOTICE_DRAFT.format(number=number, summary=summary)
            owe(uow, dedupe_key=f"draft:{number}:{account_id}", account_id=account_id, kind="draft", text=text, now=now)
        if accounts:
            return
