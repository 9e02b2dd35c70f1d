"""What a reporter does with a report that is on its way: look where it stands, urge it, take it back."""

from typing import Any

from governance.notices import NoticeKind
from governance.tickets.lifecycle import UNHANDLED, Move, Who
from governance.tickets.sensitive import is_sensitive
from governance.tickets.states import ENDED, WITHDRAWABLE, TicketState
from governance.tickets.urgency import Urgency
from handlers.catalogue import executes
from handlers.context import Context
from handlers.notices import ANSWERABLE, tell, tell_first
from handlers.outcomes import Refuse
from handlers.reporting.area import reports_seen
from handlers.reporting.commands import ShowProgress, UrgeReport, WithdrawReport
from handlers.reporting.danger_outcomes import RaisedToDanger
from handlers.reporting.outcomes import (
    LookedAfterStill,
    NoSuchReport,
    NothingToUrge,
    NothingToWithdraw,
    OthersFollow,
    OwnReports,
    ReportsSeen,
    SeveralReports,
    TooLateToWithdraw,
    Urged,
    Withdrawn,
    WithdrawWhich,
)
from handlers.reporting.over import running_one, tell_over
from handlers.reporting.over_outcomes import ToldOver
from handlers.reporting.queries import own_lines, own_tickets, those_named
from handlers.reporting.raising import raise_to_danger
from handlers.reporting.standing import as_known, standing, stands_by_words
from handlers.reporting.standing_outcomes import NoneOfYours, NothingSuch, TicketStands, WhichStands
from handlers.reporting.texts import NOTICE_URGED, NOTICE_WITHDRAWN
from handlers.reporting.withdrawing_texts import NOTICE_STILL, WITHDRAWS
from handlers.texts.next_step import buttons, step_of, with_step
from handlers.tickets.joining import root_of
from handlers.tickets.moving import make
from handlers.tickets.notify import notify_staff, tell_alarmed
from handlers.tickets.opinions import closed_offer
from handlers.tickets.rating_outcomes import ClosedAlready, RateHow
from storage.outbox import take_back
from storage.serving import followed_accounts
from storage.tickets import OwnTicket, record
from storage.work_tickets import WorkTicket, joined_to, work_ticket
from understanding.matter_said import other_thing

REMARK = "remark"


@executes(ShowProgress)
def progress(
    command: ShowProgress, ctx: Context
) -> OwnReports | ReportsSeen | TicketStands | WhichStands | NothingSuch | NoneOfYours | NoSuchReport:
    """All recent reports, or how the one stands that is named; somebody else's to those who work there."""
    meant = those_named(own_tickets(ctx), command.ticket)
    other = other_thing(command.about, [as_known(each) for each in meant]) if meant and command.about else ""
    if other:
        seen_by_words = stands_by_words(ctx, command.about)
        listed = OwnReports(own_lines(ctx, meant), len(meant))
        return NoneOfYours(other, listed) if seen_by_words is None else seen_by_words
    if command.came and command.ticket is None:
        meant = [each for each in meant if each.state in UNHANDLED] or meant
    if command.ticket is not None and not meant:
        seen = reports_seen(ctx, command.ticket)
        if seen is not None and seen.total == 1:
            return standing(ctx, seen.lines[0].number, own=False)
        return seen or NoSuchReport(command.ticket.upper())
    if len(meant) == 1 and meant[0].state is not TicketState.MERGED and (command.ticket is not None or command.came):
        return standing(ctx, meant[0].number, own=True, came=command.came)
    by_words = stands_by_words(ctx, command.about) if command.about else None
    if by_words is not None and not (isinstance(by_words, NothingSuch) and meant):
        return by_words
    return OwnReports(own_lines(ctx, meant), len(meant))


@executes(WithdrawReport)
def withdraw(
    command: WithdrawReport, ctx: Context
) -> (
    Withdrawn
    | WithdrawWhich
    | NothingToWithdraw
    | TooLateToWithdraw
    | OthersFollow
    | LookedAfterStill
    | NoSuchReport
    | SeveralReports
    | ToldOver
):
    """The one that is named, or the only one that it can be; asked where there are several, or it is not sure."""
    tickets = own_tickets(ctx)
    if command.ticket is not None and not command.unsure:
        return _taken_back(ctx, _one_named(tickets, command.ticket), command.said)
    possible = [ticket for ticket in tickets if ticket.state in WITHDRAWABLE]
    running = running_one(ctx, tickets)
    if running is not None and running not in possible and (command.said or not possible):
        return tell_over(ctx, work_ticket(ctx.uow, running.number), command.said)
    if not possible:
        return NothingToWithdraw()
    if len(possible) > 1 or command.unsure:
        return WithdrawWhich(tuple((ticket.number, ticket.summary) for ticket in possible))
    return _taken_back(ctx, possible[0], command.said)


def _one_named(tickets: list[OwnTicket], name: str) -> OwnTicket:
    found = those_named(tickets, name)
    if len(found) > 1:
        found = [ticket for ticket in found if ticket.state not in ENDED] or found
    if not found:
        raise Refuse(NoSuchReport(name.upper()))
    if len(found) > 1:
        raise Refuse(SeveralReports(name, tuple(ticket.number for ticket in found)))
    return found[0]


def _taken_back(
    ctx: Context, own: OwnTicket, said: str
) -> Withdrawn | TooLateToWithdraw | OthersFollow | LookedAfterStill | ToldOver:
    ticket = work_ticket(ctx.uow, own.number)
    if ticket.state in ENDED:
        return TooLateToWithdraw(ticket.number, ticket.state)
    if ticket.state not in WITHDRAWABLE:
        return tell_over(ctx, ticket, said)
    if joined_to(ctx.uow, ticket.number):
        tell_over(ctx, ticket, said)
        return OthersFollow(ticket.number)
    if is_sensitive(ticket.category):
        record(ctx.uow, ticket.number, ctx.sender.id, REMARK, ticket.state, ticket.state, ctx.now, WITHDRAWS)
        tell_alarmed(ctx, ticket, NOTICE_STILL.format(number=ticket.number))
        return LookedAfterStill(ticket.number)
    ticket = make(ctx, ticket, Move.WITHDRAW, {Who.REPORTER})
    take_back(ctx.uow, ticket.number, ctx.sender.id, "news", "withdrawn meanwhile")
    text = NOTICE_WITHDRAWN.format(number=ticket.number, summary=ticket.summary)
    if ticket.urgency == Urgency.HAZARD:
        tell_alarmed(ctx, ticket, text)
    else:
        notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.WITHDRAWN, text)
    return Withdrawn(ticket.number, ticket.summary)


@executes(UrgeReport)
def urge(
    command: UrgeReport, ctx: Context
) -> Urged | NothingToUrge | NoSuchReport | ClosedAlready | RateHow | RaisedToDanger:
    """The one that is named, or all that are open; one that turns out to be a danger is one from now on."""
    if command.danger is not None:
        raised = raise_to_danger(ctx, command.ticket, command.danger)
        if raised is not None:
            return raised
    meant = those_named(own_tickets(ctx), command.ticket)
    if command.ticket is not None and not meant:
        return NoSuchReport(command.ticket.upper())
    running = [ticket for ticket in meant if ticket.state not in ENDED or ticket.state is TicketState.MERGED]
    if command.ticket is not None and not running:
        return closed_offer(ctx, work_ticket(ctx.uow, meant[0].number))
    if not running:
        return NothingToUrge()
    slow = [ticket for ticket in running if ticket.state is not TicketState.VERIFIED]
    if not slow:
        return RateHow(running[0].number, running[0].summary)
    for own in sorted(slow, key=lambda ticket: ticket.number):
        record(ctx.uow, own.number, ctx.sender.id, "urge", own.state, own.state, ctx.now)
        _remind(ctx, root_of(ctx, work_ticket(ctx.uow, own.number)))
    return Urged(own_lines(ctx, slow), len(slow))


def _remind(ctx: Context, ticket: WorkTicket) -> None:
    key = f"urge:{ticket.number}:{ctx.now:%Y-%m-%dT%H}"
    step = step_of(NoticeKind.URGE, ticket.state, ticket.assignee_id is not None)
    text = with_step(NOTICE_URGED.format(number=ticket.number, summary=ticket.summary), ticket.number, step)
    about: Any = {"again": True, "number": ticket.number, "taps": buttons(ticket.number, step)}
    if ticket.assignee_id is not None:
        tell(ctx, followed_accounts(ctx.uow, [ticket.assignee_id]), key, NoticeKind.URGE, text, **about)
    elif ticket.place_id is not None:
        tell_first(ctx, ticket.place_id, ANSWERABLE, key, NoticeKind.URGE, text, **about)
