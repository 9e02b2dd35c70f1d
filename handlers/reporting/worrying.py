"""A reporter worries about a matter that is open: a safety word first, and whoever has it in hand is told."""

from governance.tickets.urgency import Urgency
from handlers.catalogue import executes
from handlers.context import Context
from handlers.reporting.correcting import keep_and_tell, open_one
from handlers.reporting.danger_outcomes import RaisedToDanger
from handlers.reporting.raising import LONGEST, raise_to_danger
from handlers.reporting.worry_commands import AskIfSafe, AskWhatToDo
from handlers.reporting.worry_outcomes import AdvisedAgain, SafetyAsked
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
    ticket = keep_and_tell(ctx, command.ticket, command.note)
    named = kind_of(normalise(command.note[:LONGEST]))
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
