"""办结: words and a picture of what was done, then somebody else looks. An enquiry's answer goes straight to the reporter."""

from collections.abc import Sequence

from governance.tickets.lifecycle import Move
from governance.tickets.states import TicketState
from governance.tickets.urgency import Urgency
from handlers.inbound import Reply
from handlers.texts import follow
from handlers.texts import work as words
from handlers.turn import Turn
from handlers.work.details import ask_detail
from handlers.work.evidence import take_proof, want
from handlers.work.finding import find, head_of, said
from handlers.work.moving import make
from handlers.work.news import ask_reporters, tell_reporters
from handlers.work.orders import order
from handlers.work.parts import DISPATCHERS, VERIFIERS, called, first_reached, titled
from handlers.work.pictures import show
from handlers.work.take import taken
from storage.work_tickets import WorkTicket


def handle(turn: Turn) -> Reply:
    """Ends the work on a ticket, or asks for what is missing."""
    found = find(turn, Move.HANDLE)
    if isinstance(found, Reply):
        return found
    ticket, note = found.ticket, said(turn)
    if not note:
        return ask_detail(turn, ticket, words.NOTE_WANTED.format(n=words.short(ticket.number)))
    if ticket.urgency == Urgency.ENQUIRY:
        return _answer(turn, taken(turn, found), note)
    proof = take_proof(turn, ticket, Move.HANDLE)
    ticket = taken(turn, found)
    return handled(turn, ticket, note, proof.pictures) if proof.pictures else want(turn, ticket, Move.HANDLE, note)


def handled(turn: Turn, ticket: WorkTicket, note: str, pictures: Sequence[int]) -> Reply:
    """Writes that it is handled, tells the reporters with the pictures, and asks somebody else to verify."""
    ticket = make(turn, ticket, Move.HANDLE, note)
    who = titled(turn, ticket.assignee_id, ticket.place_id) if ticket.assignee_id is not None else ""
    tell_reporters(turn, ticket, follow.HANDLED.format(who=who, note=note), pictures)
    verifiers = first_reached(turn, ticket.place_id, VERIFIERS, but={ticket.assignee_id, turn.person_id})
    others = verifiers or first_reached(turn, ticket.place_id, DISPATCHERS, but={ticket.assignee_id})
    text = words.TO_VERIFY.format(head=head_of(ticket), who=who, note=note)
    order(turn, ticket, others, "verify", text, words.taps(ticket.number, Move.VERIFY, Move.REJECT))
    show(turn, ticket, [servant.person for servant in others], pictures)
    if not verifiers:
        return Reply(words.HANDLED_NOBODY.format(head=head_of(ticket)))
    return Reply(words.HANDLED.format(head=head_of(ticket), who=called(turn, verifiers)))


def _answer(turn: Turn, ticket: WorkTicket, note: str) -> Reply:
    ticket = make(turn, ticket, Move.ANSWER, note)
    assert ticket.state is TicketState.VERIFIED
    ask_reporters(turn, ticket, "rate", follow.RATE_ANSWER, "rate", note=note)
    return Reply(words.ANSWERED.format(head=head_of(ticket)))
