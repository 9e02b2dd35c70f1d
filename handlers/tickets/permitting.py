"""Whoever moves a ticket is judged here, by the table: refused with what is possible, or asked for what is missing."""

from collections.abc import Collection
from dataclasses import dataclass

from governance.permissions import Act
from governance.roles import Role
from governance.tickets.lifecycle import Move, Need, Step, Who, possible
from governance.tickets.permits import OF_PERSON, ON_SITE, PROOFS, Denied, Facts, Why, denied
from governance.tickets.rights import SUPERVISORS, act_for
from governance.tickets.sensitive import is_sensitive
from governance.tickets.states import TicketState
from governance.tickets.urgency import Urgency
from handlers.context import Context
from handlers.conversation.questions import Question, ask, ask_slot
from handlers.outcomes import Refuse
from handlers.posts import not_allowed
from handlers.tickets.danger_doubts import may_be_none
from handlers.tickets.denials import (
    CannotMove,
    InHandOf,
    IsNoDanger,
    Missing,
    OtherWay,
    OwnWork,
    StaysDanger,
    StepsMissing,
    TakenBy,
    TooFar,
)
from handlers.tickets.evidence import NO_PROOF, Proof, wanted
from handlers.tickets.outcomes import (
    Errand,
    Wish,
    ref,
)
from handlers.tickets.parts import APPROVERS, called, first_reached, titled
from storage.deadlines import kept_last
from storage.ticket_events import last_done
from storage.work_tickets import WorkTicket
from understanding.command_names import CommandName


@dataclass(frozen=True)
class Brought:
    """What somebody brings for a move. `whom`, `until`: whether it is said to whom, until when."""

    note: str = ""
    whom: bool = False
    until: bool = False
    proof: Proof = NO_PROOF

    @property
    def needs(self) -> frozenset[Need]:
        """The needs that this meets."""
        met = {
            Need.NOTE: bool(self.note), Need.WHOM: self.whom, Need.UNTIL: self.until,
            Need.EVIDENCE: self.proof.shown, Need.PHOTO: bool(self.proof.pictures),
        }  # fmt: skip
        return frozenset(need for need, is_met in met.items() if is_met)


SAID_LATER = frozenset({Need.NOTE, Need.WHOM, Need.UNTIL}) | PROOFS
"""All that can still be brought once it is known which ticket is meant."""
ASKED_AS: dict[Wish, tuple[CommandName, str]] = {
    Move.PLAN: (CommandName.SET_PLAN, ""),
    Move.REACH: (CommandName.REACH_HELP, ""),
    Move.HANDLE: (CommandName.HANDLE_TICKET, ""),
    Move.ANSWER: (CommandName.HANDLE_TICKET, ""),
    Move.RETURN: (CommandName.RETURN_TICKET, ""),
    Move.TRANSFER: (CommandName.TRANSFER_TICKET, ""),
    Move.DISPATCH: (CommandName.DISPATCH_TICKET, ""),
    Move.ESCALATE: (CommandName.TAKE_TO_COUNCIL, ""),
    Move.STAND_DOWN: (CommandName.STAND_DOWN, ""),
    Move.VERIFY: (CommandName.VERIFY_TICKET, ""),
    Move.REJECT: (CommandName.VERIFY_TICKET, "不通过 "),
    Move.SUSPEND: (CommandName.REQUEST_EXTENSION, ""),
    Move.CLOSE: (CommandName.CALL_BACK, ""),
    Move.VOID: (CommandName.VOID_TICKET, ""),
    Errand.EXTEND: (CommandName.REQUEST_EXTENSION, ""),
    Errand.CALL_BACK: (CommandName.CALL_BACK, ""),
    Errand.DRAW: (CommandName.SPEND_EMERGENCY_FUND, ""),
    Errand.SETTLE: (CommandName.SETTLE_EMERGENCY, ""),
    Errand.SUPERVISE: (CommandName.SUPERVISE_TICKET, ""),
    Errand.REMARK: (CommandName.ADD_REMARK, ""),
    Errand.RELAY: (CommandName.RELAY_TO_REPORTER, ""),
}
"""As which command the answer to a question is read, and what stands before it."""
_ERRANDS_WITH_WORDS = frozenset({Errand.SUPERVISE, Errand.REMARK, Errand.RELAY})


def permit(
    ctx: Context, ticket: WorkTicket, parts: Collection[Who], move: Move, brought: Brought, later: Collection[Need] = ()
) -> None:
    """Raises Refuse unless somebody in these parts, who brings so much, may make the move now. The ticket is locked.

    `later`: needs that are not asked for yet. A question is kept, so that the next words or the next picture answer it.
    """
    no = denied(move, _facts(ctx, ticket, move), parts, brought.needs, later)
    if no is None:
        return
    match no.why:
        case Why.STATE | Why.PART:
            raise Refuse(_not_now(ctx, ticket, frozenset(parts), move, no))
        case Why.DANGER:
            raise Refuse(StaysDanger(ref(ticket), move))
        case Why.PERSON:
            raise Refuse(OtherWay(ref(ticket), move, is_sensitive(ticket.category)))
        case Why.NO_DANGER:
            raise Refuse(IsNoDanger(ref(ticket)))
    assert no.need is not None
    if no.need is Need.STEPS:
        judges = first_reached(ctx, ticket.place_id, APPROVERS, but={ticket.assignee_id, ctx.person_id})
        raise Refuse(
            StepsMissing(ref(ticket), unproven(ctx, ticket), called(ctx, judges), is_sensitive(ticket.category))
        )
    raise Refuse(_asked(ctx, ticket, move, no.need, brought))


def permit_errand(ctx: Context, ticket: WorkTicket, roles: Collection[Role], errand: Errand, brought: Brought) -> None:
    """Raises Refuse where somebody in these roles may not do an errand; asks where it lacks its words."""
    if errand is Errand.SUPERVISE and not SUPERVISORS & frozenset(roles):
        raise Refuse(not_allowed(ctx, Act.CLOSE, ticket.place_id))
    if errand in _ERRANDS_WITH_WORDS and not brought.note:
        raise Refuse(want(ctx, ticket, errand, Need.NOTE))


def unproven(ctx: Context, ticket: WorkTicket) -> tuple[Move, ...]:
    """The steps of a danger that have no proof yet."""
    if ticket.urgency != Urgency.HAZARD:
        return ()
    kept = kept_last(ctx.uow, ticket.number, tuple(ON_SITE.values()))
    if is_sensitive(ticket.category):
        done = {move for move, kind in ON_SITE.items() if kind in kept} | (
            {Move.REACH} if reached(ctx, ticket) else set()
        )
        return tuple(move for move in OF_PERSON if move not in done)
    return tuple(move for move, kind in ON_SITE.items() if kind not in kept)


def reached(ctx: Context, ticket: WorkTicket) -> bool:
    """Whether of a person in danger somebody who helps was reached since the ticket was opened, or opened again."""
    last = last_done(ctx.uow, ticket.number, [Move.REACH, Move.REOPEN])
    return last is not None and last.kind == Move.REACH


def permit_decision(ctx: Context, ticket: WorkTicket, parts: Collection[Who]) -> None:
    """Raises Refuse unless somebody in these parts may decide what is asked for on the ticket."""
    if Who.APPROVER not in parts:
        raise Refuse(not_allowed(ctx, Act.CLOSE, ticket.place_id))


def want(ctx: Context, ticket: WorkTicket, wish: Wish, need: Need, who: str = "", said: str = "") -> Missing:
    """The question for what a wish lacks, kept until the next words answer it; `said`: what stays of what was said already."""
    command, before = ASKED_AS[wish]
    ask_slot(ctx, command, number=ticket.number, before=before + said, lacks=need.value)
    answers = wish is Move.HANDLE and need is Need.NOTE and ticket.urgency == Urgency.ENQUIRY
    return Missing(ref(ticket), Move.ANSWER if answers else wish, need, who)


def _facts(ctx: Context, ticket: WorkTicket, move: Move) -> Facts:
    danger = ticket.urgency == Urgency.HAZARD
    steps = unproven(ctx, ticket) if move is Move.HANDLE else ()
    doubtful = danger and move is Move.VOID and may_be_none(ctx, ticket.number)
    return Facts(ticket.state, danger, steps, doubtful, is_sensitive(ticket.category))


def _asked(ctx: Context, ticket: WorkTicket, move: Move, need: Need, brought: Brought) -> Missing | TooFar:
    if need not in PROOFS:
        reworks = move is Move.REJECT and ticket.assignee_id is not None
        who = titled(ctx, ticket.assignee_id, ticket.place_id) if reworks and ticket.assignee_id is not None else ""
        return want(ctx, ticket, move, need, who)
    after = _waiting(ctx, ticket, move)
    ask(ctx, Question.EVIDENCE, number=ticket.number, move=move.value, note=brought.note, after=after)
    far = brought.proof.far
    if need is Need.EVIDENCE and far is not None and far > ctx.config.rules.arrive_metres:
        return TooFar(ref(ticket), move, far)
    return Missing(ref(ticket), move, need, note=brought.note)


def _waiting(ctx: Context, ticket: WorkTicket, move: Move) -> list[dict[str, str]]:
    """The other moves that wait for their proof already, on this ticket or another: asked for again when this one has come."""
    question = wanted(ctx)
    if question is None:
        return []
    latest = {name: question.data[name] for name in ("number", "move", "note")}
    return [
        each
        for each in (latest, *question.data.get("after", []))
        if (each["number"], each["move"]) != (ticket.number, move)
    ]


def _not_now(ctx: Context, ticket: WorkTicket, parts: frozenset[Who], move: Move, no: Denied) -> object:
    """Why it can't be, and what is possible instead."""
    if move in (Move.VERIFY, Move.REJECT) and Who.ASSIGNEE in parts and ticket.state is TicketState.HANDLED:
        return OwnWork(ref(ticket))
    if ticket.assignee_id is not None and Who.ASSIGNEE not in parts:
        theirs = _somebody_elses(ctx, ticket, ticket.assignee_id, move, no.row)
        if theirs is not None:
            return theirs
    if no.row is not None:
        return not_allowed(ctx, act_for(no.row), ticket.place_id)
    person = is_sensitive(ticket.category)
    now_possible = possible(ticket.state, parts - {Who.SYSTEM}, ticket.urgency == Urgency.HAZARD, person=person)
    return CannotMove(ref(ticket), ticket.state, move, now_possible)


def _somebody_elses(
    ctx: Context, ticket: WorkTicket, owner: int, move: Move, row: Step | None
) -> TakenBy | InHandOf | None:
    who = titled(ctx, owner, ticket.place_id)
    if move is Move.TAKE and ticket.state is TicketState.IN_PROGRESS and ticket.taken_at is not None:
        return TakenBy(ref(ticket), who, ticket.taken_at)
    return InHandOf(ref(ticket), who, move) if row is not None and Who.ASSIGNEE in row.by else None
