"""A report of one's own turns out to be a danger by what is said of it later."""

from governance.notices import NoticeKind
from governance.tickets.lifecycle import UNHANDLED, Move
from governance.tickets.urgency import Urgency
from handlers import texts
from handlers.context import Context
from handlers.notices import tell_of_hazard
from handlers.reporting.danger_outcomes import RaisedToDanger
from handlers.reporting.texts import NOTICE_SAID_MORE
from handlers.said import Told
from handlers.tickets.danger_doubts import note_confirmed, note_doubt
from handlers.tickets.finding import head_of
from handlers.tickets.moving import note_event
from handlers.tickets.notify import notify_staff
from handlers.tickets.own import mine_named
from handlers.tickets.urgency import change_urgency
from storage.ticket_events import last_done
from storage.work_tickets import WorkTicket, work_ticket

LONGEST = 300
DENIED = "no_danger"
"""The event of a reporter's word that there is none."""


def raise_to_danger(ctx: Context, name: str | None, told: Told) -> RaisedToDanger | None:
    """The report that is named becomes a danger, and those hear of it who hear of dangers; of one that is a danger already only
    who has it. None where no report is meant.
    """
    open_ones = [mine.root.number for mine in mine_named(ctx, name) if mine.root.state in UNHANDLED]
    if len(open_ones) != 1 and name is None:
        return None
    ticket = work_ticket(ctx.uow, open_ones[0]) if open_ones else None
    return None if ticket is None else raise_ticket(ctx, ticket, told)


def raise_ticket(ctx: Context, ticket: WorkTicket, told: Told) -> RaisedToDanger:
    """The same of a ticket that is known and locked, whoever says it."""
    note_event(ctx, ticket, "remark", told.words[:LONGEST])
    if told.hazard.sure:
        note_confirmed(ctx, ticket.number, ticket.state)
    elif ticket.urgency != Urgency.HAZARD:
        note_doubt(ctx, ticket.number, told.hazard, ticket.state)
    if ticket.urgency == Urgency.HAZARD:
        said = NOTICE_SAID_MORE.format(head=head_of(ticket), note=told.words[:LONGEST])
        notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.REPLY, said)
        return RaisedToDanger(ticket.number, ticket.summary, told.hazard, again=True)
    change_urgency(ctx, ticket.number, Urgency.HAZARD)
    ctx.uow.wake = True
    text = texts.notice_new(ticket.number, told.words, ticket.place_text or texts.SOMEWHERE, Urgency.HAZARD)
    denied = last_done(ctx.uow, ticket.number, [DENIED, Move.STAND_DOWN])
    again = ticket.reopened if denied is None else f"denied{denied.id}"  # they were told, and then that it is none
    tell_of_hazard(ctx, ticket.place_id, ticket.number, text, again)
    return RaisedToDanger(ticket.number, ticket.summary, told.hazard)
