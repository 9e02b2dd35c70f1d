"""Questions that nobody answered: closed, and what was said becomes a draft that staff see."""

from datetime import datetime

from sqlalchemy import select

from governance.roles import Role
from handlers import texts
from handlers.context import Context, SubdistrictConfig
from handlers.notices import ANSWERABLE, tell_first
from handlers.questions import Question
from storage.database import Database
from storage.dialogues import OpenQuestion, close_question, expired_questions
from storage.models import Account
from storage.place_book import PlaceBook
from storage.tickets import adopt_loose, open_ticket, set_draft, tickets_numbered
from storage.unit_of_work import UnitOfWork

TOLD_ELSE = (Role.DISPATCHER, Role.ADMINISTRATOR)
"""Who is told of a draft where no place is known: those who dispatch."""


def close_silent(database: Database, config: SubdistrictConfig, now: datetime, book: PlaceBook) -> int:
    """Ends the questions whose time is over; answers how many."""
    with database.write() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        silent = expired_questions(connection, now)
        for question in silent:
            _close(ctx, question)
        ctx.uow.finish()
    return len(silent)


def _close(ctx: Context, question: OpenQuestion) -> None:
    close_question(ctx.uow, question.account_id)
    match Question(question.kind):
        case Question.PLACE:
            for number in question.data["numbers"]:
                set_draft(ctx.uow, number)
                for ticket in tickets_numbered(ctx.uow, [number]):
                    _tell(ctx, number, ticket.summary, None)
        case Question.PROBLEM:
            _draft(ctx, question)
        case _:
            return  # the ticket stands as it is: a danger until somebody says otherwise, one thing unless split


def _draft(ctx: Context, question: OpenQuestion) -> None:
    """A ticket of what came without a problem: a place, or pictures."""
    uow, now = ctx.uow, ctx.now
    place, place_text = question.data.get("place"), question.data.get("place_text")
    number = ctx.next_number()
    text = texts.DRAFT_OF_PLACE.format(place=place_text) if place_text else texts.DRAFT_OF_MEDIA
    channel = uow.execute(select(Account.channel).where(Account.id == question.account_id)).scalar_one()
    open_ticket(
        uow, number=number, account_id=question.account_id, channel=channel, now=now, text=text, summary=text[:80],
        place_text=place_text, place_id=place, draft=True,
    )  # fmt: skip
    adopt_loose(uow, question.account_id, number, since=question.opened_at)
    _tell(ctx, number, text[:40], place)


def _tell(ctx: Context, number: str, summary: str, place: int | None) -> None:
    text = texts.NOTICE_DRAFT.format(number=number, summary=summary)
    tell_first(ctx, place, ANSWERABLE if place is not None else TOLD_ELSE, f"draft:{number}", "draft", text)
