"""转告: a word to the reporter through the account, who may have no phone number; their answer comes back."""

from datetime import timedelta

from governance.notices import NoticeKind
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.urgency import Urgency
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Question
from handlers.texts import follow
from handlers.tickets.commands import RelayToReporter
from handlers.tickets.finding import find
from handlers.tickets.moving import note_event
from handlers.tickets.news import reports
from handlers.tickets.outcomes import Errand, ref
from handlers.tickets.parts import titled
from handlers.tickets.permitting import Brought
from handlers.tickets.relay_outcomes import NobodyToTell, Relayed
from storage.accounts import following
from storage.deadlines import meet_deadlines
from storage.dialogues import OpenQuestion, open_question, question_of
from storage.outbox import enqueue_notification
from storage.work_tickets import steps_so_far

ANSWER_WITHIN = timedelta(hours=24)


@executes(RelayToReporter)
def relay(command: RelayToReporter, ctx: Context) -> Relayed | NobodyToTell:
    """Told to whoever reported it."""
    found = find(ctx, command.ticket, Errand.RELAY, Brought(command.note))
    ticket, note = found.ticket, command.note
    note_event(ctx, ticket, "relay", note)
    meet_deadlines(ctx.uow, ticket.number, [DeadlineKind.CONTACT], ctx.now)
    who = titled(ctx, found.worker.person_id, ticket.place_id)
    accounts = [own.account_id for own in reports(ctx, ticket) if own.account_id is not None]
    reached = following(ctx.uow, accounts)
    if not reached:
        return NobodyToTell(ref(ticket))
    for account in reached:
        text = follow.RELAYED.format(number=ticket.number, who=who, note=note)
        key = f"relay:{ticket.number}:{steps_so_far(ctx.uow, ticket.number)}:{account}"
        enqueue_notification(
            ctx.uow,
            dedupe_key=key,
            account_id=account,
            kind=NoticeKind.RELAY,
            text=text,
            now=ctx.now,
            number=ticket.number,
        )
        _wait(ctx, account, ticket.number, found.worker.person_id)
    return Relayed(ref(ticket), ticket.urgency == Urgency.ENQUIRY)


def _wait(ctx: Context, account: int, number: str, person: int) -> None:
    """What the reporter says next goes back to who asked, unless something else was asked of them."""
    known = question_of(ctx.uow, account)
    if known is not None and known.kind != Question.REPLY:
        return
    data = {"number": number, "person": person}
    question = OpenQuestion(account, Question.REPLY.value, data, ctx.now, ctx.now + ANSWER_WITHIN)
    open_question(ctx.uow, question, replaces=known is not None)
