"""督办, 备注, 议事: what is said of a ticket by those above and beside it."""

from governance.permissions import Act
from governance.roles import Role
from governance.tickets.lifecycle import Move
from handlers.inbound import Reply
from handlers.posts import refused
from handlers.texts import follow
from handlers.texts import work as words
from handlers.turn import Turn
from handlers.work.details import ask_detail, with_note
from handlers.work.finding import find, head_of, said
from handlers.work.moving import make, note_event
from handlers.work.news import tell_reporters
from handlers.work.orders import order
from handlers.work.parts import DISPATCHERS, HEADS, all_reached, called, first_reached, titled

SUPERVISORS = frozenset(
    {Role.SUBDISTRICT_LEAD, Role.LINKED_CADRE, Role.COMMUNITY_SECRETARY, Role.DISPATCHER, Role.ADMINISTRATOR}
)


def supervise(turn: Turn) -> Reply:
    """督办 N …: a word from above to whom it concerns and to the heads."""
    found = find(turn, verb=words.SUPERVISE)
    if isinstance(found, Reply):
        return found
    if not any(term.role in SUPERVISORS for term in found.worker.terms):
        return Reply(refused(turn, Act.CLOSE, found.ticket.place_id))
    ticket, note, n = found.ticket, said(turn), words.short(found.ticket.number)
    if not note:
        return ask_detail(turn, ticket, words.WHAT_SUPERVISE.format(n=n))
    note_event(turn, ticket, "supervise", note)
    text = words.SUPERVISED_TO_YOU.format(head=head_of(ticket), who=found.worker.name, note=note)
    heads = [s for s in all_reached(turn, ticket.place_id, HEADS) if s.person != ticket.assignee_id]
    order(turn, ticket, ticket.assignee_id, "supervise", text)
    order(turn, ticket, heads or first_reached(turn, ticket.place_id, DISPATCHERS), "supervise", text)
    who = titled(turn, ticket.assignee_id, ticket.place_id) if ticket.assignee_id is not None else called(turn, heads)
    return Reply(words.SUPERVISED.format(head=head_of(ticket), who=who))


def remark(turn: Turn) -> Reply:
    """备注 N …: kept with the ticket."""
    meant = with_note(turn, words.WHAT_REMARK, verb=words.REMARK)
    if isinstance(meant, Reply):
        return meant
    found, note = meant
    note_event(turn, found.ticket, "remark", note)
    return Reply(words.REMARKED.format(head=head_of(found.ticket), note=note))


def to_council(turn: Turn) -> Reply:
    """议事 N why: to the council; it comes back by another dispatch."""
    meant = with_note(turn, words.WHY_COUNCIL, Move.ESCALATE)
    if isinstance(meant, Reply):
        return meant
    found, note = meant
    before = found.ticket.assignee_id
    ticket = make(turn, found.ticket, Move.ESCALATE, note, assignee_id=None)
    order(turn, ticket, before, "council", words.COUNCIL_TAKES.format(head=head_of(ticket), note=note))
    tell_reporters(turn, ticket, follow.COUNCIL.format(note=note))
    return Reply(words.TO_COUNCIL.format(head=head_of(ticket), n=words.short(ticket.number)))
