"""What a stage of a deadline does: each once, those of one instant in one message."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.notices import NoticeKind
from governance.serving import Servant
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.escalation import EscalationAction, Stage, loudest, next_instant, stages_due
from governance.tickets.lifecycle import Move, Who, step
from governance.tickets.satisfaction import ClosedAs
from governance.tickets.states import ENDED
from handlers.context import Context
from handlers.texts import follow
from handlers.texts import work as words
from handlers.tickets.dispatching import dispatchers
from handlers.tickets.ending import close, unreached
from handlers.tickets.finding import head_of
from handlers.tickets.moving import make, note_event
from handlers.tickets.news import ask_reporters, reports, tell_reporters
from handlers.tickets.notify import notify_staff
from handlers.tickets.parts import APPROVERS, HEADS, LEADS, VERIFIERS, all_reached, first_concerned, titled
from storage.deadlines import OpenDeadline, advance, open_deadlines
from storage.outbox import pushes_about
from storage.ratings import raters
from storage.work_tickets import WorkTicket, work_ticket

CLOCK = frozenset({Who.SYSTEM})
"""Who moves a ticket when its time has come."""


@dataclass(frozen=True)
class Due:
    """A stage whose instant has come. `next_at`: when the one after it comes."""

    stage: Stage
    kind: DeadlineKind
    due_at: datetime
    next_at: datetime | None


def do_stages(ctx: Context, ticket: WorkTicket) -> int:
    """Does the stages whose instant has come on a locked ticket, those of one instant together; answers how many there were."""
    due: list[Due] = []
    for kind, found in open_deadlines(ctx.uow, ticket.number).items():
        stages, next_at = _advance(ctx, found)
        due += [Due(stage, kind, found.deadline.due_at, next_at) for stage in stages]
    together: dict[tuple[EscalationAction, int, datetime], list[Due]] = {}
    for each in due:
        together.setdefault((each.stage.action, each.stage.percent, each.due_at), []).append(each)
    for (action, _, _), group in together.items():
        DO[action](ctx, work_ticket(ctx.uow, ticket.number), group)
    return len(due)


def _advance(ctx: Context, found: OpenDeadline) -> tuple[Sequence[Stage], datetime | None]:
    times = ctx.config.times
    stages = stages_due(found.deadline, found.stage, ctx.now, times)
    done = found.stage + len(stages)
    breached = found.deadline.due_at if any(stage.percent >= 100 for stage in stages) else None
    promised = breached if found.deadline.kind not in _NO_PROMISE else None
    next_at = next_instant(found.deadline, done, times)
    advance(ctx.uow, found.id, done, next_at, promised)
    return loudest(stages), next_at


_NO_PROMISE = frozenset({DeadlineKind.RATE, DeadlineKind.RESUME, DeadlineKind.LOOK_BACK})
"""Instants that come; nobody broke a word by them."""


def _remind(ctx: Context, ticket: WorkTicket, due: Sequence[Due]) -> None:
    if ticket.state in ENDED and due[0].kind is not DeadlineKind.APPROVE:
        return
    _tell(ctx, ticket, due, NoticeKind.REMIND, words.REMIND, _whose(ctx, ticket, due[0].kind))


def _warn_heads(ctx: Context, ticket: WorkTicket, due: Sequence[Due]) -> None:
    heads = all_reached(ctx, ticket.place_id, HEADS) or dispatchers(ctx, ticket)
    _tell(ctx, ticket, due, NoticeKind.LATE, words.WARN_HEADS, heads)


def _warn_lead(ctx: Context, ticket: WorkTicket, due: Sequence[Due]) -> None:
    leads = all_reached(ctx, ticket.place_id, LEADS) or dispatchers(ctx, ticket)
    _tell(ctx, ticket, due, NoticeKind.VERY_LATE, words.WARN_LEAD, leads)


def _tell(
    ctx: Context, ticket: WorkTicket, due: Sequence[Due], cause: NoticeKind, text: str, to: Sequence[Servant] | int
) -> None:
    """Notes the stage and tells it: what is due when, and whose it is. Nobody is told to press themselves: whose it is hears what
    they have to do, as long as it is theirs.
    """
    stage = due[0].stage
    note_event(ctx, ticket, stage.action, f"{'+'.join(each.kind for each in due)} {stage.percent}%")
    said = text.format(
        head=head_of(ticket), due=words.moment(due[0].due_at, ctx.config.zone, ctx.now),
        what="、".join(words.DEADLINE[each.kind] for each in due), percent=stage.percent, who=_in_charge(ctx, ticket),
    )  # fmt: skip
    reminds = cause is NoticeKind.REMIND
    valid_until = due[0].next_at if reminds else None
    if not reminds and not isinstance(to, int) and any(each.person == ticket.assignee_id for each in to):
        notify_staff(ctx, ticket, ticket.assignee_id, cause, said, promise=due[0].kind)
        to = [each for each in to if each.person != ticket.assignee_id]
    notify_staff(ctx, ticket, to, cause, said, promise=due[0].kind if reminds else None, valid_until=valid_until)


def _find_unreached(ctx: Context, ticket: WorkTicket, due: Sequence[Due]) -> None:
    if _nobody_was_asked(ctx, ticket):
        unreached(ctx, ticket)


def _close_silent(ctx: Context, ticket: WorkTicket, due: Sequence[Due]) -> None:
    if raters(ctx.uow, ticket.number, "rate", ticket.reopened):
        close(ctx, ticket, ClosedAs.RATED, CLOCK)
        return
    if _nobody_was_asked(ctx, ticket):
        unreached(ctx, ticket)
        return
    ticket = close(ctx, ticket, ClosedAs.SILENT, CLOCK)
    ask_reporters(ctx, ticket, NoticeKind.CLOSED, follow.CLOSED_SILENT)


def _nobody_was_asked(ctx: Context, ticket: WorkTicket) -> bool:
    """Whether every question for a rating was dropped on its way."""
    states = [
        state
        for own in reports(ctx, ticket)
        if own.account_id is not None
        for _, state, _ in pushes_about(ctx.uow, own.number, own.account_id, "rate")[-1:]
    ]
    return bool(states) and all(state in ("dropped", "kept") for state in states)


def _resume(ctx: Context, ticket: WorkTicket, due: Sequence[Due]) -> None:
    if step(Move.RESUME, ticket.state) is None:
        return
    ticket = make(ctx, ticket, Move.RESUME, CLOCK)
    notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.RESUME, words.RESUMED.format(head=head_of(ticket)))
    tell_reporters(ctx, ticket, follow.RESUMED)


def _look_back(ctx: Context, ticket: WorkTicket, due: Sequence[Due]) -> None:
    note_event(ctx, ticket, EscalationAction.LOOK_BACK)
    ask_reporters(ctx, ticket, NoticeKind.LOOK_BACK, follow.LOOK_BACK, "look_back")


DO: dict[EscalationAction, Callable[[Context, WorkTicket, Sequence[Due]], None]] = {
    EscalationAction.REMIND: _remind,
    EscalationAction.WARN_HEADS: _warn_heads,
    EscalationAction.WARN_LEAD: _warn_lead,
    EscalationAction.FIND_UNREACHED: _find_unreached,
    EscalationAction.CLOSE_SILENT: _close_silent,
    EscalationAction.RESUME: _resume,
    EscalationAction.LOOK_BACK: _look_back,
}


_TURN = {DeadlineKind.VERIFY: VERIFIERS, DeadlineKind.APPROVE: APPROVERS}
"""Whose turn it is where it is not the assignee's."""


def _whose(ctx: Context, ticket: WorkTicket, kind: DeadlineKind) -> Sequence[Servant] | int:
    if kind in _TURN:
        others = first_concerned(ctx, ticket, _TURN[kind], but={ticket.assignee_id})
        return others or dispatchers(ctx, ticket)
    return ticket.assignee_id if ticket.assignee_id is not None else dispatchers(ctx, ticket)


def _in_charge(ctx: Context, ticket: WorkTicket) -> str:
    if ticket.assignee_id is None:
        return words.NOBODY_IN_CHARGE
    return words.IN_CHARGE.format(who=titled(ctx, ticket.assignee_id, ticket.place_id))
