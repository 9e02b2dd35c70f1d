"""A move of the table, written: state, event, deadlines met and started. All moves of tickets go through here."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from governance.days import month_of, start_of
from governance.hotline import no_later
from governance.requests.clock import answered_by, promised
from governance.requests.kinds import request_kind
from governance.tickets.deadlines import Deadline, DeadlineKind, hours, take_by, working_days
from governance.tickets.escalation import next_instant, stages_due
from governance.tickets.lifecycle import Move, Step, Who, step
from governance.tickets.satisfaction import looked_back_at
from governance.tickets.sensitive import is_sensitive
from governance.tickets.states import ENDED, TicketState
from governance.tickets.urgency import Urgency
from handlers.context import Context
from handlers.tickets.evidence import NO_PROOF, Proof
from handlers.tickets.permitting import Brought, permit
from storage.deadlines import drop_deadlines, last_deadline, meet_deadlines, open_deadlines, start_deadline
from storage.hotline_orders import due_elsewhere
from storage.tickets import record
from storage.work_tickets import WorkTicket, change_ticket, closed_at_place

_STAMPS: dict[Move, tuple[str, ...]] = {
    Move.DISPATCH: ("dispatched_at",),
    Move.TRANSFER: ("dispatched_at",),
    Move.HANDLE: ("handled_at",),
    Move.ANSWER: ("handled_at", "verified_at"),
    Move.OVER: ("handled_at", "verified_at"),
    Move.RESOLVE: ("handled_at", "verified_at"),
    Move.DELIVER: ("handled_at", "verified_at"),
    Move.VERIFY: ("verified_at",),
}
"""What is stamped with the last time that it happened."""
_FIRST: dict[Move, tuple[str, ...]] = {
    Move.ACCEPT: ("accepted_at",),
    Move.DISPATCH: ("accepted_at",),
    Move.TRANSFER: ("accepted_at",),
    Move.TAKE: ("accepted_at", "dispatched_at", "taken_at"),
}
"""What is stamped with the first time."""


_DROPPED = tuple(kind for kind in DeadlineKind if kind is not DeadlineKind.APPROVE)
"""What ends with the ticket; money that was spent on it is still to be approved."""


def make(
    ctx: Context, ticket: WorkTicket, move: Move, by: Collection[Who], note: str | None = None, *, proof: Proof = NO_PROOF,
    until: bool = False, back_to: TicketState | None = None, **values: Any,
) -> WorkTicket:  # fmt: skip
    """Writes a move with other columns that change with it; answers the ticket as it is then. The caller holds its lock.

    Raises Refuse where the table denies it to those who are it (`by`), or something is missing that it needs. `until`:
    whether it is said until when; `back_to`: the state that an undoing move leads back to.
    """
    brought = Brought(note or "", values.get("assignee_id") is not None, until, proof)
    permit(ctx, ticket, by, move, brought)
    row = step(move, ticket.state)
    assert row is not None
    _promised(ctx, ticket, row)
    to = back_to if row.back and back_to is not None else row.to or ticket.state
    written: dict[str, Any] = {"state": to.value, "ended_at": ctx.now if to in ENDED else None, **values}
    written.update(dict.fromkeys(_STAMPS.get(move, ()), ctx.now))
    written.update({stamp: ctx.now for stamp in _FIRST.get(move, ()) if getattr(ticket, stamp) is None})
    change_ticket(ctx.uow, ticket.number, **written)
    record(
        ctx.uow, ticket.number, ctx.account_id, move.value, ticket.state, to, ctx.now, note, ctx.person_id,
        ticket.assignee_id,
    )  # fmt: skip
    moved = replace(ticket, **{**{k: v for k, v in written.items() if hasattr(ticket, k)}, "state": to})
    _deadlines(ctx, row, moved)
    return moved


def _promised(ctx: Context, ticket: WorkTicket, row: Step) -> None:
    """Who is quicker than the machine moves a report that promises nothing yet: it does from now on."""
    if ticket.state is TicketState.REPORTED and not row.drops and not open_deadlines(ctx.uow, ticket.number):
        start_promises(ctx, ticket, ticket.opened_at)


def note_event(ctx: Context, ticket: WorkTicket, kind: str, note: str | None = None) -> None:
    """Appends an event that changes nothing of the ticket's state."""
    record(ctx.uow, ticket.number, ctx.account_id, kind, ticket.state, ticket.state, ctx.now, note, ctx.person_id)


def start_promises(ctx: Context, ticket: WorkTicket, since: datetime) -> None:
    """Starts what a report of this urgency promises, in place of what was promised before; of what another platform
    has brought the earlier of both due times counts.
    """
    own, kind = due_elsewhere(ctx.uow, ticket.number), request_kind(ticket.category)
    fresh = [
        no_later(deadline, own) if deadline.kind is DeadlineKind.HANDLE else deadline
        for deadline in promised(Urgency(ticket.urgency), kind, since, ctx.config.times, is_sensitive(ticket.category))
    ]
    drop_deadlines(ctx.uow, ticket.number, ctx.now, [deadline.kind for deadline in fresh])
    for deadline in fresh:
        start(ctx, ticket.number, deadline)


def start(ctx: Context, number: str, deadline: Deadline, *, passed: bool = False) -> None:
    """Starts one deadline; `passed`: stages whose instant is over are not made good."""
    times = ctx.config.times
    done = len(stages_due(deadline, 0, ctx.now, times)) if passed else 0
    start_deadline(ctx.uow, number, deadline, stage=done, next_at=next_instant(deadline, done, times))


def restart(ctx: Context, number: str, deadline: Deadline) -> None:
    """Starts a deadline in place of an open one of its kind."""
    drop_deadlines(ctx.uow, number, ctx.now, [deadline.kind])
    start(ctx, number, deadline)


def _deadlines(ctx: Context, row: Step, ticket: WorkTicket) -> None:
    if row.meets:
        meet_deadlines(ctx.uow, ticket.number, row.meets, ctx.now)
    if row.drops:
        drop_deadlines(ctx.uow, ticket.number, ctx.now, _DROPPED)
    for kind in row.starts:
        _start(ctx, row, ticket, kind)


def _start(ctx: Context, row: Step, ticket: WorkTicket, kind: DeadlineKind) -> None:
    times, rules, now = ctx.config.times, ctx.config.rules, ctx.now
    urgency = Urgency(ticket.urgency)
    match kind:
        case DeadlineKind.TAKE:
            restart(ctx, ticket.number, take_by(urgency, now, times))
        case DeadlineKind.VERIFY:
            restart(ctx, ticket.number, working_days(kind, now, rules.verify_days, times))
        case DeadlineKind.CALL_BACK:
            restart(ctx, ticket.number, working_days(kind, now, rules.call_back_days, times))
        case DeadlineKind.RATE:
            restart(ctx, ticket.number, hours(kind, now, rules.rate_hours))
        case DeadlineKind.HANDLE if row.move in (Move.REJECT, Move.UNDO_HANDLE):
            _go_on(ctx, ticket, kind)
        case DeadlineKind.HANDLE:
            restart(ctx, ticket.number, answered_by(urgency, request_kind(ticket.category), now, times))
        case DeadlineKind.LOOK_BACK if _sampled(ctx, ticket):
            due = Deadline(kind, now, now + timedelta(days=rules.look_back_days))
            restart(ctx, ticket.number, due)


def _go_on(ctx: Context, ticket: WorkTicket, kind: DeadlineKind) -> None:
    """The work was not good, or not done: its promise runs on as if it had never been met."""
    last = last_deadline(ctx.uow, ticket.number, kind)
    if last is not None:
        start(ctx, ticket.number, last.deadline, passed=True)


def _sampled(ctx: Context, ticket: WorkTicket) -> bool:
    if ticket.account_id is None:
        return False
    month = start_of(month_of(ctx.today), ctx.config.zone)
    first = ticket.place_id is not None and not closed_at_place(ctx.uow, ticket.place_id, month, ticket.number)
    return looked_back_at(ticket.number, first, ctx.config.rules.look_back_percent)
