"""Questions that nobody answered: closed, and what was said becomes a draft that staff see."""

from governance.notices import NoticeKind
from governance.roles import Role
from handlers.context import Context
from handlers.conversation import texts
from handlers.conversation.questions import Question
from handlers.jobs import Job, JobTools, Lane, in_transaction
from handlers.notices import ANSWERABLE, tell_first
from handlers.texts import jobs as words
from handlers.texts.next_step import GIVE, buttons, with_step
from storage.accounts import channel_of, free_account
from storage.dialogues import OpenQuestion, accounts_unanswered, close_question, question_of
from storage.tickets import adopt_loose, open_ticket, set_draft, tickets_numbered

TOLD_ELSE = (Role.DISPATCHER, Role.ADMINISTRATOR)
"""Who is told of a draft where no place is known: those who dispatch."""
QUESTIONS = "questions"
MOST = 200


def _due(ctx: Context) -> list[str]:
    return [str(account) for account in accounts_unanswered(ctx.uow, ctx.now, QUESTIONS, MOST)]


def _close(ctx: Context, item: str) -> int:
    """Closes one account's question. The account is locked first, as a message does: whoever answers now is waited for."""
    if not free_account(ctx.uow, int(item)):
        return 0
    question = question_of(ctx.uow, int(item))
    if question is None or question.expires_at > ctx.now:
        return 0
    close_question(ctx.uow, question.account_id)
    match Question(question.kind):
        case Question.PLACE:
            for number in sorted(question.data["numbers"]):
                set_draft(ctx.uow, number)
                for ticket in tickets_numbered(ctx.uow, [number]):
                    _tell(ctx, number, ticket.summary, None)
        case Question.PROBLEM:
            _draft(ctx, question)
        case _:
            pass  # the ticket stands as it is: a danger until somebody says otherwise, one thing unless split
    return 1


def _draft(ctx: Context, question: OpenQuestion) -> None:
    """A ticket of what came without a problem: a place, or pictures."""
    uow, now = ctx.uow, ctx.now
    place, place_text = question.data.get("place"), question.data.get("place_text")
    text = texts.DRAFT_OF_PLACE.format(place=place_text) if place_text else texts.DRAFT_OF_MEDIA
    channel, number = channel_of(uow, question.account_id), ctx.next_number()
    open_ticket(
        uow, number=number, account_id=question.account_id, channel=channel, now=now, text=text, summary=text[:80],
        place_text=place_text, place_id=place, draft=True, names=ctx.names,
    )  # fmt: skip
    adopt_loose(uow, question.account_id, number, since=question.opened_at, names=ctx.names)
    _tell(ctx, number, text[:40], place)


def _tell(ctx: Context, number: str, summary: str, place: int | None) -> None:
    text = with_step(texts.NOTICE_DRAFT.format(number=number, summary=summary), number, GIVE)
    roles, taps = ANSWERABLE if place is not None else TOLD_ELSE, buttons(number, GIVE)
    tell_first(ctx, place, roles, f"draft:{number}", NoticeKind.DRAFT, text, number=number, taps=taps)


JOBS: tuple[Job[JobTools], ...] = (Job(QUESTIONS, *words.QUESTIONS, Lane.TICKETS, _due, in_transaction(_close)),)
