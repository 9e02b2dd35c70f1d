"""转告: a word to the reporter through the account, who may have no phone number; their answer comes back."""

from datetime import timedelta

from handlers.inbound import Reply
from handlers.questions import Question
from handlers.texts import follow
from handlers.texts import work as words
from handlers.turn import Turn
from handlers.work.details import with_note
from handlers.work.finding import head_of
from handlers.work.moving import note_event
from handlers.work.news import reports
from handlers.work.orders import order
from handlers.work.parts import titled
from storage.accounts import following
from storage.dialogues import OpenQuestion, open_question, question_of
from storage.outbox import owe
from storage.work_tickets import steps_so_far, work_ticket

ANSWER_WITHIN = timedelta(hours=24)
LONGEST = 300


def relay(turn: Turn) -> Reply:
    """转告 N …: told to whoever reported it."""
    meant = with_note(turn, words.WHAT_RELAY, verb=words.RELAY)
    if isinstance(meant, Reply):
        return meant
    found, note = meant
    ticket = found.ticket
    note_event(turn, ticket, "relay", note)
    who = titled(turn, found.worker.person_id, ticket.place_id)
    accounts = [own.account_id for own in reports(turn, ticket) if own.account_id is not None]
    reached = following(turn.uow, accounts)
    if not reached:
        return Reply(words.NOBODY_TO_RELAY.format(head=head_of(ticket)))
    for account in reached:
        text = follow.RELAYED.format(number=ticket.number, who=who, note=note)
        key = f"relay:{ticket.number}:{steps_so_far(turn.uow, ticket.number)}:{account}"
        owe(turn.uow, dedupe_key=key, account_id=account, kind="relay", text=text, now=turn.now, number=ticket.number)
        _wait(turn, account, ticket.number, found.worker.person_id)
    return Reply(words.RELAY_SENT.format(head=head_of(ticket)))


def _wait(turn: Turn, account: int, number: str, person: int) -> None:
    """What the reporter says next goes back to who asked, unless something else was asked of them."""
    known = question_of(turn.uow, account)
    if known is not None and known.kind != Question.REPLY:
        return
    data = {"number": number, "person": person}
    question = OpenQuestion(account, Question.REPLY.value, data, turn.now, turn.now + ANSWER_WITHIN)
    open_question(turn.uow, question, replaces=known is not None)


def answered(turn: Turn, number: str, person: int) -> Reply:
    """The reporter's answer: kept with the ticket, told to who asked."""
    ticket = work_ticket(turn.uow, number)
    note = turn.inbound.text or turn.words
    note_event(turn, ticket, "reply", note)
    order(turn, ticket, person, "reply", words.REPLIED.format(head=head_of(ticket), note=note[:LONGEST]))
    return Reply(follow.NOTED.format(number=number))
