"""A move of the table, written: state, event, deadlines met and started. All moves of tickets go through here."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from governance.days import month_of, start_of
from governance.hotline import no_later
from governance.tickets.deadlines import Deadline, DeadlineKind, handle_by, hours, promises, take_by, working_days
from governance.tickets.escalation import next_instant, stages_due
from governance.tickets.lifecycle import Move, Step, step
from governance.tickets.satisfaction import looked_back_at
from governance.tickets.states import ENDED
from governance.tickets.urgency import Urgency
from handlers.errors import NotAllowed
from handlers.scene import Scene
from storage.deadlines import drop_deadlines, last_deadline, meet_deadlines, start_deadline
from storage.hotline_orders import hotline_due
from storage.tickets import record
from storage.work_tickets import WorkTicket, change_ticket, closed_at_place

_STAMPS: dict[Move, tuple[str, ...]] = {
    Move.DISPATCH: ("dispatched_at",),
    Move.TRANSFER: ("dispatched_at",),
    Move.HANDLE: ("handled_at",),
    Move.ANSWER: ("handled_at", "verified_at"),
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


def make(scene: Scene, ticket: WorkTicket, move: Move, note: str | None = None, **values: Any) -> WorkTicket:
    """Writes an allowed move with other columns that change with it; answers the ticket as it is then.

    The caller holds the ticket's lock. Raises NotAllowed.
    """
    row = step(move, ticket.state)
    if row is None:
        raise NotAllowed(move)
    to = row.to or ticket.state
    written: dict[str, Any] = {"state": to.value, "ended_at": scene.now if to in ENDED else None, **values}
    written.update(dict.fromkeys(_STAMPS.get(move, ()), scene.now))
    written.update({stamp: scene.now for stamp in _FIRST.get(move, ()) if getattr(ticket, stamp) is None})
    change_ticket(scene.uow, ticket.number, **written)
    record(scene.uow, ticket.number, scene.account_id, move.value, ticket.state, to, scene.now, note, scene.person_id)
    moved = replace(ticket, **{**{k: v for k, v in written.items() if hasattr(ticket, k)}, "state": to})
    _deadlines(scene, row, moved)
    return moved


def note_event(scene: Scene, ticket: WorkTicket, kind: str, note: str | None = None) -> None:
    """Appends an event that changes nothing of the ticket's state."""
    record(
        scene.uow, ticket.number, scene.account_id, kind, ticket.state, ticket.state, scene.now, note, scene.person_id
    )


def start_promises(scene: Scene, ticket: WorkTicket, since: datetime) -> None:
    """Starts what a report of this urgency promises, in place of what was promised before; of an order of the hotline's the
    earlier of both due times counts.
    """
    own = hotline_due(scene.uow, ticket.number)
    fresh = [
        no_later(deadline, own) if deadline.kind is DeadlineKind.HANDLE else deadline
        for deadline in promises(Urgency(ticket.urgency), since, scene.house.times)
    ]
    drop_deadlines(scene.uow, ticket.number, scene.now, [deadline.kind for deadline in fresh])
    for deadline in fresh:
        start(scene, ticket.number, deadline)


def start(scene: Scene, number: str, deadline: Deadline, *, passed: bool = False) -> None:
    """Starts one deadline; `passed`: stages whose instant is over are not made good."""
    times = scene.house.times
    done = len(stages_due(deadline, 0, scene.now, times)) if passed else 0
    start_deadline(scene.uow, number, deadline, stage=done, next_at=next_instant(deadline, done, times))


def restart(scene: Scene, number: str, deadline: Deadline) -> None:
    """Starts a deadline in place of an open one of its kind."""
    drop_deadlines(scene.uow, number, scene.now, [deadline.kind])
    start(scene, number, deadline)


def _deadlines(scene: Scene, row: Step, ticket: WorkTicket) -> None:
    if row.meets:
        meet_deadlines(scene.uow, ticket.number, row.meets, scene.now)
    if row.drops:
        drop_deadlines(scene.uow, ticket.number, scene.now, _DROPPED)
    for kind in row.starts:
        _start(scene, row, ticket, kind)


def _start(scene: Scene, row: Step, ticket: WorkTicket, kind: DeadlineKind) -> None:
    times, rules, now = scene.house.times, scene.house.rules, scene.now
    urgency = Urgency(ticket.urgency)
    match kind:
        case DeadlineKind.TAKE:
            restart(scene, ticket.number, take_by(urgency, now, times))
        case DeadlineKind.VERIFY:
            restart(scene, ticket.number, working_days(kind, now, rules.verify_days, times))
        case DeadlineKind.CALL_BACK:
            restart(scene, ticket.number, working_days(kind, now, rules.call_back_days, times))
        case DeadlineKind.RATE:
            restart(scene, ticket.number, hours(kind, now, rules.rate_hours))
        case DeadlineKind.HANDLE if row.move is Move.REJECT:
            _go_on(scene, ticket, kind)
        case DeadlineKind.HANDLE:
            restart(scene, ticket.number, handle_by(urgency, now, times))
        case DeadlineKind.LOOK_BACK if _sampled(scene, ticket):
            due = Deadline(kind, now, now + timedelta(days=rules.look_back_days))
            restart(scene, ticket.number, due)


def _go_on(scene: Scene, ticket: WorkTicket, kind: DeadlineKind) -> None:
    """The work was not good: its promise runs on as if it had never been met."""
    last = last_deadline(scene.uow, ticket.number, kind)
    if last is not None:
        start(scene, ticket.number, last.deadline, passed=True)


def _sampled(scene: Scene, ticket: WorkTicket) -> bool:
    if ticket.account_id is None:
        return False
    month = start_of(month_of(scene.today), scene.house.zone)
    first = ticket.place_id is not None and not closed_at_place(scene.uow, ticket.place_id, month, ticket.number)
    return looked_back_at(ticket.number, first, scene.house.rules.look_back_percent)
