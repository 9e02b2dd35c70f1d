"""What the bot knows of whoever writes, read before their words are: roles, tickets, shifts, the open question."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from governance.area_notices import NoticeState
from governance.permissions import Act, may
from governance.roles import Role, Term
from governance.tickets.states import TicketState
from handlers.area_notices.rights import mine as notices_of
from handlers.context import Context
from handlers.conversation.at_hand import just_at_hand
from handlers.conversation.questions import Question, asked
from handlers.duty.texts.words import title
from handlers.events.finding import KEPT, events_in_reach
from handlers.events.where import area_called
from handlers.events.words import KIND
from handlers.tickets.finding import open_in_my_area
from handlers.tickets.parts import VERIFIERS, Worker, worker_of
from storage.area_notices import NoticeRow
from storage.dialogues import OpenQuestion
from storage.duty.shifts import coming_shifts
from storage.duty.sign_ups import shifts_of
from storage.emergency import draws_waiting
from storage.events import EventRow, events_of_each
from storage.extensions import extensions_asked
from storage.tickets import OwnTicket as Reported
from storage.tickets import recent_of_each
from storage.unit_of_work import UnitOfWork
from storage.work_tickets import WorkTicket, assigned_to
from understanding.situation import OwnShift, OwnTicket, Situation

OWN, OTHERS, SHIFTS = 12, 20, 24
"""So many of one's own reports, of the others' tickets and of shifts may be meant by free words."""
LOOK_BACK = timedelta(days=30)
FIRST = (
    Role.GRID_WORKER, Role.REPAIR_CREW, Role.GRID_HEAD, Role.PART_TIME_GRID_WORKER, Role.DISPATCHER,
    Role.COMMUNITY_SECRETARY, Role.DEPARTMENT_OFFICER, Role.LINKED_CADRE, Role.SUBDISTRICT_LEAD, Role.ADMINISTRATOR,
    Role.BUILDING_LEADER, Role.PARTY_MEMBER,
)  # fmt: skip
"""Of several roles the first says most about what somebody may want."""
OVERSEE = frozenset({
    Role.GRID_HEAD, Role.DISPATCHER, Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_LEAD, Role.ADMINISTRATOR,
    Role.DEPARTMENT_OFFICER, Role.LINKED_CADRE,
})  # fmt: skip
"""Who speaks of tickets that are nobody's or somebody else's."""
HANDS = frozenset({Role.GRID_WORKER, Role.PART_TIME_GRID_WORKER, Role.REPAIR_CREW})
"""Who hears of a colleague's ticket, and may name one that is not theirs: then that is said, and none of theirs is moved."""
_AS = {
    TicketState.VERIFIED: TicketState.HANDLED, TicketState.RETURNED: TicketState.ACCEPTED,
    TicketState.TRANSFERRED: TicketState.DISPATCHED, TicketState.SUSPENDED: TicketState.IN_PROGRESS,
    TicketState.MERGED: TicketState.DISPATCHED, TicketState.WITHDRAWN: TicketState.CLOSED,
}  # fmt: skip
"""Where a state is talked of like another."""
_NOTICE_AS = {NoticeState.SENDING: NoticeState.SENT, NoticeState.WITHHELD: NoticeState.OVER}
"""The same of a notice."""
_ASKED_AS = {
    Question.PLACE: "place", Question.PROBLEM: "problem", Question.DANGER: "danger", Question.SPLIT: "split",
    Question.JOIN: "join", Question.REASON: "reason", Question.CHOICE: "which", Question.WHOSE: "which",
    Question.SURVEY: "reason",
}  # fmt: skip
"""Open questions whose answers are understood by their meaning."""


def reports_of(uow: UnitOfWork, account_ids: Sequence[int], now: datetime) -> dict[int, list[Reported]]:
    """The latest reports of several accounts, by account."""
    return recent_of_each(uow, account_ids, now - LOOK_BACK, OWN)


def events_of(uow: UnitOfWork, account_ids: Sequence[int], now: datetime) -> dict[int, list[EventRow]]:
    """The events that several accounts have reported, by account."""
    return events_of_each(uow, account_ids, now - KEPT)


def situation_of(
    ctx: Context, reports: Sequence[Reported], events: Sequence[EventRow] = ()
) -> tuple[Situation, OpenQuestion | None]:
    """What is known of the sender, and the question they were asked. Nothing is locked."""
    question = asked(ctx)
    own = [_reported(report) for report in reports]
    role, shifts, pending = Role.RESIDENT, tuple[OwnShift, ...](), tuple[str, ...]()
    worker = worker_of(ctx, ctx.person_id)
    if worker is not None:
        role = _foremost(worker.terms)
        own += _handled(ctx, worker, {ticket.number for ticket in own})
        shifts = _shifts(ctx, worker.person_id)
        if may(Act.DISPATCH, worker.terms):  # who dispatches nowhere decides on none of these, save on a shift at night
            events = list({event.number: event for event in (*events, *events_in_reach(ctx))}.values())
            own += [_notice(ctx, notice) for notice in notices_of(ctx, worker.terms)]
        if may(Act.CLOSE, worker.terms):
            pending = _asked_of_somebody(ctx, {ticket.number for ticket in own})
    own += [_event(ctx, event) for event in events]
    at_hand = tuple(ctx.sender.at_hand.split())
    kind = _asked(question, own, at_hand)
    just = _just_spoken_of(ctx)
    return Situation(role.value, tuple(own), shifts, kind, at_hand, ctx.here.local, just, pending), question


def _asked_of_somebody(ctx: Context, numbers: Collection[str]) -> tuple[str, ...]:
    """The tickets that wait for a decision, on more time or on money of the emergency pool."""
    return tuple(sorted(extensions_asked(ctx.uow, numbers) | draws_waiting(ctx.uow, numbers)))


def _just_spoken_of(ctx: Context) -> str | None:
    spoken = just_at_hand(ctx, ctx.config.rules.question_window)
    return spoken[0] if len(spoken) == 1 else None


def _asked(question: OpenQuestion | None, own: Sequence[OwnTicket], at_hand: Sequence[str]) -> str | None:
    """The kind of the open question; a rating that the last push asked for is one."""
    if question is not None:
        return _ASKED_AS.get(Question(question.kind))
    first = next((ticket for ticket in own if ticket.number in at_hand[:1]), None)
    return "rating" if first is not None and (first.mine, first.state) == ("reporter", "handled") else None


def _foremost(terms: Iterable[Term]) -> Role:
    held = {term.role for term in terms}
    return next((role for role in FIRST if role in held), Role.RESIDENT)


def _handled(ctx: Context, worker: Worker, known: set[str]) -> list[OwnTicket]:
    """What somebody has in hand, may verify, or oversees."""
    held = {term.role for term in worker.terms}
    mine = [_worked(ticket, "assignee") for ticket in assigned_to(ctx.uow, sorted(worker.people))]
    near = open_in_my_area(ctx, worker)[:OTHERS] if held & {*OVERSEE, *VERIFIERS, *HANDS} else []
    for ticket in near:
        if ticket.assignee_id in worker.people:
            continue
        if ticket.state is TicketState.HANDLED and held & set(VERIFIERS):  # who reported it may do so as well
            mine.append(_worked(ticket, "verifier"))
        elif ticket.number not in known and held & {*OVERSEE, *HANDS}:
            mine.append(_worked(ticket, ""))
    return mine


def _notice(ctx: Context, notice: NoticeRow) -> OwnTicket:
    state = _NOTICE_AS.get(notice.state, notice.state).value
    return OwnTicket(notice.number, notice.text, area_called(ctx.places, notice.places), state, "notice")


def _event(ctx: Context, event: EventRow) -> OwnTicket:
    return OwnTicket(event.number, KIND[event.kind], area_called(ctx.places, event.places), event.state.value, "event")


def _reported(report: Reported) -> OwnTicket:
    return OwnTicket(report.number, report.summary, report.place_text or "", _state(report.state), "reporter")


def _worked(ticket: WorkTicket, mine: str) -> OwnTicket:
    return OwnTicket(ticket.number, ticket.summary, ticket.place_text or "", _state(ticket.state), mine)


def _state(state: TicketState) -> str:
    return _AS.get(state, state).value


def _shifts(ctx: Context, person_id: int) -> tuple[OwnShift, ...]:
    """Where the sender stands, then what comes; the soonest first."""
    mine = [row for _, row in shifts_of(ctx.uow, person_id, ctx.now)]
    known = {row.id for row in mine}
    until = ctx.here.local + timedelta(weeks=ctx.config.rules.duty_weeks)
    coming = coming_shifts(ctx.uow, ends_after=ctx.here.local, starts_before=until, most=SHIFTS)
    return tuple(
        [OwnShift(row.id, title(ctx, row), True) for row in mine]
        + [OwnShift(row.id, title(ctx, row), False) for row in coming if row.id not in known]
    )
