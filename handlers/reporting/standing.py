"""How one ticket stands: who has it, what was done when, what is promised next."""

from collections.abc import Sequence
from datetime import datetime

from governance.permissions import Act, may
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import Move
from handlers.context import Context
from handlers.events.noticing import event_of
from handlers.posts import sender_terms
from handlers.reporting.standing_outcomes import NothingSuch, StepTaken, TicketStands, WhichStands
from handlers.texts import work
from handlers.tickets.finding import open_in_my_area
from handlers.tickets.parts import titled, worker_of
from handlers.tickets.reaiming_texts import MARKED
from storage.console.ticket_page import EventRow, events_of
from storage.deadlines import open_deadlines
from storage.ticket_links import link_of
from storage.tickets import OwnTicket as OwnReport
from storage.work_tickets import WorkTicket, assigned_to, work_tickets
from understanding.matter_said import LETTER, likeness, other_thing
from understanding.situation import OwnTicket

STEPS = frozenset({
    Move.TAKE, Move.ARRIVE, Move.PLAN, Move.CREW, Move.REACH, Move.HANDLE, Move.ANSWER, Move.RETURN, Move.TRANSFER, Move.SUSPEND,
    Move.VERIFY, Move.REJECT, Move.REOPEN, Move.ESCALATE, Move.DISPATCH,
})  # fmt: skip
_FOR_REPORTERS = STEPS - {Move.REACH}
"""Whom somebody in danger is helped by is not told to whoever holds the phone."""
FOR_ALL = frozenset({Move.PLAN, Move.HANDLE, Move.ANSWER})
"""What is said with these the reporter is told, too."""
OWN_STEPS = frozenset({Move.TAKE, Move.ARRIVE, Move.PLAN, Move.CREW})
LAST, OFFERED = 8, 4


def standing(ctx: Context, number: str, *, own: bool, came: bool = False) -> TicketStands:
    """`own`: told to who reported it; `came`: they ask whether somebody was there."""
    (ticket,) = work_tickets(ctx.uow, [number])
    shown = _FOR_REPORTERS if own else STEPS
    steps = tuple(_step(event, own) for event in _that_hold(events_of(ctx.uow, number)) if event.kind in shown)[-LAST:]
    who = "" if ticket.assignee_id is None else titled(ctx, ticket.assignee_id, ticket.place_id)
    there = any(step.move in (Move.ARRIVE, Move.CREW) for step in steps)
    return TicketStands(
        number, ticket.state, ticket.urgency, ticket.summary, ticket.place_text, ticket.opened_at, who, steps,
        _dues(ctx, ticket, own), there if came else None, event_of(ctx, number),
        link_of(ctx.uow, number) if own else None,
    )  # fmt: skip


def _that_hold(events: Sequence[EventRow]) -> list[EventRow]:
    """The steps, without those that were marked as put down on the wrong ticket by who took them."""
    held: list[EventRow] = []
    for event in events:
        if event.kind in STEPS:
            held.append(event)
        elif event.kind == "remark" and (event.note or "").startswith(MARKED):
            theirs = [each for each in held if each.person_id == event.person_id and each.kind in OWN_STEPS]
            held = [each for each in held if not theirs or each is not theirs[-1]]
    return held


def stands_by_words(ctx: Context, words: str) -> TicketStands | WhichStands | NothingSuch | None:
    """The open ticket of the sender's area that the words are about; None for who has no area."""
    worker = worker_of(ctx, ctx.person_id)
    if worker is None or not may(Act.SEE, sender_terms(ctx)):
        return None
    near = assigned_to(ctx.uow, sorted(worker.people)) + open_in_my_area(ctx, worker)
    known = [as_known(ticket) for ticket in {each.number: each for each in near}.values()]
    scores = likeness(words, known, alone=True)
    best = max(scores.values(), default=0.0)
    if best < LETTER or other_thing(words, known):
        return NothingSuch()
    alike = [ticket for ticket in known if scores[ticket.number] == best]
    if len(alike) == 1:
        return standing(ctx, alike[0].number, own=False)
    return WhichStands(tuple((ticket.number, ticket.summary) for ticket in alike[:OFFERED]))


def as_known(ticket: WorkTicket | OwnReport) -> OwnTicket:
    """A ticket as words are held against it."""
    return OwnTicket(ticket.number, ticket.summary, ticket.place_text or "", ticket.state, "")


def _step(event: EventRow, own: bool) -> StepTaken:
    move = Move(event.kind)
    return StepTaken(move, event.at, event.who, (event.note or "") if move in FOR_ALL or not own else "")


def _dues(ctx: Context, ticket: WorkTicket, own: bool) -> tuple[tuple[datetime, tuple[DeadlineKind, ...]], ...]:
    """What is promised, the soonest first; of it reporters are told when it will be done."""
    together: dict[datetime, list[DeadlineKind]] = {}
    for kind, owed in open_deadlines(ctx.uow, ticket.number).items():
        if kind in work.DEADLINE and (not own or kind is DeadlineKind.HANDLE):
            together.setdefault(owed.deadline.due_at, []).append(kind)
    return tuple((at, tuple(together[at])) for at in sorted(together))
