"""An ordinary report that is a unit's request, and back: its kind, its unit and its clock change; who reported it is told."""

from governance.notices import NoticeKind
from governance.permissions import Act, may_at
from governance.requests.clock import contact_by, has_own_clock, promised
from governance.requests.kinds import category_of, request_kind
from governance.tickets.deadlines import PROMISES, Deadline, DeadlineKind
from governance.tickets.lifecycle import UNHANDLED
from governance.tickets.urgency import Urgency
from handlers.catalogue import executes
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import not_allowed, require, rights_area, sender_terms
from handlers.reporting.whereabouts import read_words
from handlers.requests.by_office import unit_meant
from handlers.requests.filing import category_told
from handlers.requests.office_commands import TurnIntoReport, TurnIntoRequest
from handlers.requests.outcomes import CannotTurn, TurnedIntoReport, TurnedIntoRequest, TurnWhy, UnitNotFound
from handlers.requests.words import NOW_REPORT, NOW_REQUEST, REPORT_NEWS, REQUEST_NEWS
from handlers.tickets.finding import head_of
from handlers.tickets.moving import note_event, start
from handlers.tickets.news import tell_reporters
from handlers.tickets.notify import notify_staff
from storage.audit import AuditEntry, note_for
from storage.console.ticket_page import text_of
from storage.deadlines import drop_deadlines, meet_deadlines, open_deadlines
from storage.event_reports import members_numbered
from storage.organisations import OrganisationRow
from storage.unit_tickets import forget_unit, put_unit
from storage.work_tickets import WorkTicket, change_ticket, work_ticket, work_tickets
from understanding.normalise import normalise


@executes(TurnIntoRequest)
def into_request(command: TurnIntoRequest, ctx: Context) -> TurnedIntoRequest | CannotTurn | UnitNotFound:
    """From now on somebody is to get in touch the same day; its answer is due as if it had been a request from the first."""
    ticket = _ticket(ctx, command.ticket)
    if request_kind(ticket.category) is not None:
        return CannotTurn(ticket.number, TurnWhy.IS_REQUEST)
    unit = unit_meant(ctx, command.unit)
    _require_near(ctx, unit, ticket.place_id)
    told = category_told(ctx, text_of(ctx.uow, ticket.number))
    code = told.code if command.kind is None else category_of(command.kind)
    kind = request_kind(code)
    assert kind is not None
    change_ticket(ctx.uow, ticket.number, category=code)
    put_unit(ctx.uow, ticket.number, unit.id, ctx.now)
    _promise_anew(ctx, ticket, code)
    note_event(ctx, ticket, "as_request", unit.name)
    note_for(
        ctx.uow, ctx.account_id, AuditEntry("request.turn", f"ticket:{ticket.number}", f"unit:{unit.code}"), ctx.now
    )
    tell_reporters(ctx, ticket, REQUEST_NEWS.format(unit=unit.name))
    notify_staff(
        ctx, ticket, ticket.assignee_id, NoticeKind.URGENCY, NOW_REQUEST.format(head=head_of(ticket), unit=unit.name)
    )
    return TurnedIntoRequest(ticket.number, unit.name, kind)


@executes(TurnIntoReport)
def into_report(command: TurnIntoReport, ctx: Context) -> TurnedIntoReport | CannotTurn:
    """Of the kind that its words say; what a report promises, it promises from when it was made."""
    ticket = _ticket(ctx, command.ticket)
    if request_kind(ticket.category) is None:
        return CannotTurn(ticket.number, TurnWhy.NO_REQUEST)
    read = read_words(normalise(text_of(ctx.uow, ticket.number)), ctx.here).category
    code = None if read is None else read.code
    change_ticket(ctx.uow, ticket.number, category=code)
    forget_unit(ctx.uow, ticket.number)
    _promise_anew(ctx, ticket, code)
    note_event(ctx, ticket, "as_report")
    note_for(ctx.uow, ctx.account_id, AuditEntry("request.turn_back", f"ticket:{ticket.number}"), ctx.now)
    tell_reporters(ctx, ticket, REPORT_NEWS)
    notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.URGENCY, NOW_REPORT.format(head=head_of(ticket)))
    category = ctx.config.category(code)
    return TurnedIntoReport(ticket.number, category.name if category is not None else "")


def _ticket(ctx: Context, name: str) -> WorkTicket:
    """The ticket, locked, of who dispatches there; nothing that is over, a danger, or of an event. Raises Refuse."""
    require(ctx, Act.DISPATCH)
    found = next(iter(work_tickets(ctx.uow, [name.strip().upper()])), None)
    if found is None:
        raise Refuse(CannotTurn(name.strip(), TurnWhy.NO_TICKET))
    if not may_at(Act.DISPATCH, sender_terms(ctx), *rights_area(ctx, found.place_id)):
        raise Refuse(not_allowed(ctx, Act.DISPATCH, found.place_id))
    ticket = work_ticket(ctx.uow, found.number)
    if ticket.state not in UNHANDLED:
        raise Refuse(CannotTurn(ticket.number, TurnWhy.OVER))
    if ticket.urgency == Urgency.HAZARD:
        raise Refuse(CannotTurn(ticket.number, TurnWhy.DANGER))
    if members_numbered(ctx.uow, [ticket.number]):
        raise Refuse(CannotTurn(ticket.number, TurnWhy.OF_EVENT))
    return ticket


def _require_near(ctx: Context, unit: OrganisationRow, place_id: int | None) -> None:
    """The unit belongs to the ticket's community, or to all, or the sender dispatches where it does. Raises Refuse."""
    there = unit.place_id
    own = None if there is None or there not in ctx.places.nodes else ctx.places.community_of(there)
    if own is None or (place_id is not None and own == ctx.places.community_of(place_id)):
        return
    if not may_at(Act.DISPATCH, sender_terms(ctx), *rights_area(ctx, there)):
        raise Refuse(not_allowed(ctx, Act.DISPATCH, there))


def _promise_anew(ctx: Context, ticket: WorkTicket, category: str | None) -> None:
    """In place of what was promised; before anything was, its dispatch does it."""
    if not open_deadlines(ctx.uow, ticket.number):
        return
    urgency, kind, times = Urgency(ticket.urgency), request_kind(category), ctx.config.times
    drop_deadlines(ctx.uow, ticket.number, ctx.now, tuple(PROMISES))
    for each in promised(urgency, kind, ticket.opened_at, times):
        fresh = each
        if each.kind is DeadlineKind.CONTACT and has_own_clock(urgency, kind):
            fresh = Deadline(each.kind, ctx.now, contact_by(ctx.now, times), working=True)
        start(ctx, ticket.number, fresh)
    if ticket.accepted_at is not None:
        meet_deadlines(ctx.uow, ticket.number, [DeadlineKind.ACCEPT], ticket.accepted_at)
