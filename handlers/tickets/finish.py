"""办结: words and a picture of what was done, then somebody else looks. An enquiry's answer goes straight to the reporter."""

from governance.notices import NoticeKind
from governance.tickets.lifecycle import Move, Who
from governance.tickets.urgency import Urgency
from handlers.catalogue import executes
from handlers.context import Context
from handlers.texts import follow
from handlers.texts import work as words
from handlers.tickets.commands import HandleTicket
from handlers.tickets.evidence import take_proof
from handlers.tickets.finding import Found, find, head_of, meant
from handlers.tickets.moving import make
from handlers.tickets.news import ask_reporters, tell_reporters
from handlers.tickets.notify import notify_staff
from handlers.tickets.outcomes import Answered, Handled, ref
from handlers.tickets.parts import VERIFIERS, called, titled, who_verifies
from handlers.tickets.permitting import Brought, permit
from handlers.tickets.pictures import show
from handlers.tickets.take import taken
from handlers.tickets.urgency import stood_down
from storage.ticket_events import last_step
from storage.work_tickets import WorkTicket
from understanding.enquiry_told import only_says_answered


@executes(HandleTicket)
def handle(command: HandleTicket, ctx: Context) -> Handled | Answered:
    """Ends the work on a ticket, or asks for what is missing; an enquiry is answered by whose it is, or by who dispatches."""
    named = None if command.ticket is None else meant(ctx, command.ticket, Move.HANDLE)
    parts = frozenset[Who]() if named is None else named.parts
    answers = Who.ANSWERER in parts and Who.ASSIGNEE not in parts
    elsewhere = named is not None and named.ticket.urgency == Urgency.ENQUIRY and only_says_answered(command.note)
    note = "" if elsewhere and named is not None and not _was_told(ctx, named.ticket) else command.note
    found = find(ctx, command.ticket, Move.ANSWER if answers else Move.HANDLE, Brought(note))
    if found.ticket.urgency == Urgency.ENQUIRY:
        return _answer(ctx, found, note)
    return handled(ctx, found, note)


def _was_told(ctx: Context, ticket: WorkTicket) -> bool:
    """Whether the sender has passed words on to who asked."""
    return last_step(ctx.uow, ctx.person_id or 0, [ticket.number], ["relay"], ticket.opened_at) is not None


def handled(ctx: Context, found: Found, note: str) -> Handled:
    """With the picture that was sent: tells the reporters, and asks somebody else to verify. Who has none yet is asked for it."""
    ticket = taken(ctx, found)
    proof = take_proof(ctx, ticket, Move.HANDLE)
    if Who.SURVEYOR in found.parts and ticket.urgency == Urgency.HAZARD:
        permit(ctx, ticket, found.parts, Move.HANDLE, Brought(note, proof=proof))
        ticket, _ = stood_down(ctx, ticket, found.parts, words.HANDLED_UNCONFIRMED.format(note=note))
    ticket = make(ctx, ticket, Move.HANDLE, found.parts, note, proof=proof)
    who = titled(ctx, ticket.assignee_id, ticket.place_id) if ticket.assignee_id is not None else ""
    tell_reporters(ctx, ticket, follow.HANDLED.format(who=who, note=note), proof.pictures)
    others = who_verifies(ctx, ticket)
    text = words.TO_VERIFY.format(head=head_of(ticket), who=who, note=note)
    notify_staff(ctx, ticket, others, NoticeKind.VERIFY, text, words.taps(ticket.number, Move.VERIFY, Move.REJECT))
    show(ctx, ticket, [servant.person for servant in others], proof.pictures)
    return Handled(ref(ticket), called(ctx, [servant for servant in others if servant.role in VERIFIERS]))


def _answer(ctx: Context, found: Found, note: str) -> Answered:
    """The answer goes to who asked; words that it was given elsewhere are none, and only end it."""
    ticket = make(ctx, taken(ctx, found), Move.ANSWER, found.parts, note)
    elsewhere = only_says_answered(note)
    who = titled(ctx, ctx.person_id, ticket.place_id) if elsewhere and ctx.person_id is not None else ""
    text = follow.RATE_ANSWERED if elsewhere else follow.RATE_ANSWER
    ask_reporters(ctx, ticket, NoticeKind.RATE, text, "rate", note=note, who=who)
    return Answered(ref(ticket), elsewhere)
