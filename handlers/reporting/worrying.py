"""A reporter worries about a matter that is open: a safety word first, and whoever has it in hand is told."""

from governance.notices import NoticeKind
from governance.tickets.urgency import Urgency
from handlers.catalogue import executes
from handlers.context import Context
from handlers.reporting.correcting import LONGEST, open_one
from handlers.reporting.danger_outcomes import RaisedToDanger
from handlers.reporting.raising import raise_to_danger
from handlers.reporting.texts import NOTICE_SAID_MORE
from handlers.reporting.worry_commands import AskIfSafe, AskWhatToDo
from handlers.reporting.worry_outcomes import AdvisedAgain, SafetyAsked
from handlers.tickets.finding import head_of
from handlers.tickets.moving import note_event
from handlers.tickets.notify import notify_staff
from storage.work_tickets import WorkTicket
from understanding.danger import kind_of
from understanding.hazard import Danger, hazard_in
from understanding.normalise import normalise

_SAID_PLAINLY = frozenset({Danger.GAS, Danger.FIRE, Danger.ELECTRIC})
"""What a worried question names itself, whatever the matter is."""


@executes(AskIfSafe)
def ask_if_safe(command: AskIfSafe, ctx: Context) -> SafetyAsked | RaisedToDanger:
    """Kept with the ticket, and told to whoever has it."""
    if command.danger is not None:
        raised = raise_to_danger(ctx, command.ticket, command.danger)
        if raised is not None:
            return raised
    ticket, note = open_one(ctx, command.ticket), command.note[:LONGEST]
    note_event(ctx, ticket, "reply", note)
    said = NOTICE_SAID_MORE.format(head=head_of(ticket), note=note)
    notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.REPLY, said)
    named = kind_of(normalise(note))
    danger = named if named in _SAID_PLAINLY else _danger_of(ticket)
    return SafetyAsked(ticket.number, ticket.summary, danger)


@executes(AskWhatToDo)
def ask_what_to_do(command: AskWhatToDo, ctx: Context) -> AdvisedAgain:
    """The advice that belongs to the danger."""
    ticket = open_one(ctx, command.ticket)
    return AdvisedAgain(ticket.number, ticket.summary, _danger_of(ticket) or Danger.OTHER)


def _danger_of(ticket: WorkTicket) -> Danger | None:
    if ticket.urgency != Urgency.HAZARD:
        return None
    found = hazard_in(normalise(ticket.summary))
    return kind_of(normalise(ticket.summary)) if found is None else found.danger
