"""The life of a ticket as one table: which move leads from where to where, who may make it, what it needs and starts.

The table is the loop of GB/T 34300 (report, accept, dispatch, handle, verify, close, evaluate): accept, dispatch, take
to handle, verify, close; the reporter's rating evaluates, and may open the loop once more.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from governance.tickets.deadlines import DeadlineKind as D
from governance.tickets.states import WITHDRAWABLE
from governance.tickets.states import TicketState as S


class Move(StrEnum):
    """What may be done to a ticket."""

    ACCEPT = "accept"
    DISPATCH = "dispatch"
    TAKE = "take"
    ARRIVE = "arrive"
    PLAN = "plan"
    CREW = "crew"
    REACH = "reach"
    """Of a person in danger: family, police or hospital know and see to them."""
    HANDLE = "handle"
    ANSWER = "answer"
    RETURN = "return"
    TRANSFER = "transfer"
    SUSPEND = "suspend"
    RESUME = "resume"
    VERIFY = "verify"
    REJECT = "reject"
    CLOSE = "close"
    REOPEN = "reopen"
    ESCALATE = "escalate"
    MERGE = "merge"
    UNMERGE = "unmerge"
    WITHDRAW = "withdraw"
    VOID = "void"
    """It was reported by mistake, says somebody who may close it there."""
    STAND_DOWN = "no_danger"
    """It is no danger after all, says somebody else than whose it is; of one that nobody has confirmed also who looks at it."""
    UNDO_DISPATCH = "undo_dispatch"
    OVER = "over"
    """What many reported is over, says this reporter, or nobody of them says otherwise: its event has ended."""
    RESOLVE = "resolve"
    """The council has settled it."""
    DELIVER = "deliver"
    """A project has settled it."""
    UNDO_HANDLE = "undo_handle"
    """It is not done after all, says who said that it was."""


class Who(StrEnum):
    """Who may make a move."""

    REPORTER = "reporter"
    WORKER = "worker"
    """May take tickets at the place (Act.TAKE)."""
    ASSIGNEE = "assignee"
    """Whose it is, or who stands in for them."""
    CREW = "crew"
    """Whose crew was called for it from the emergency pool."""
    DISPATCHER = "dispatcher"
    """May dispatch at the place (Act.DISPATCH)."""
    VERIFIER = "verifier"
    """May verify at the place (Act.VERIFY) and did not handle it."""
    APPROVER = "approver"
    """May close at the place (Act.CLOSE) and is not the assignee."""
    SURVEYOR = "surveyor"
    """Whose a possible danger is that nobody has confirmed: who looks at it may say that it is none."""
    ANSWERER = "answerer"
    """Of an enquiry: may dispatch at the place, and so may answer it instead of handing it on."""
    GIVER = "giver"
    """Who dispatched it last."""
    SYSTEM = "system"


class Need(StrEnum):
    """What a move cannot be made without."""

    NOTE = "note"
    PHOTO = "photo"
    WHOM = "whom"
    UNTIL = "until"
    EVIDENCE = "evidence"
    """A position or a photo; of a danger only."""
    STEPS = "steps"
    """Survey, plan and crew, each with its proof; of a danger only, and of none that nobody has confirmed."""


@dataclass(frozen=True)
class Step:
    """One row: `to` None leaves the state as it is; `meets` and `starts` are deadlines, `drops`: all open ones end.

    `danger`: it is a move of dangers only, or (False) never of one; `doubtful`: one that nobody has confirmed counts as none;
    `person`: a move of what is about a person in danger only, or (False) never of that; `back`: it leads to the
    state before, with its owner.
    """

    move: Move
    of: frozenset[S]
    to: S | None
    by: frozenset[Who]
    needs: frozenset[Need] = frozenset()
    meets: tuple[D, ...] = ()
    starts: tuple[D, ...] = ()
    drops: bool = False
    danger: bool | None = None
    back: bool = False
    doubtful: bool = False
    person: bool | None = None

    def fits(self, danger: bool, doubtful: bool, person: bool = False) -> bool:
        """Whether it may be made of a ticket that is a danger, or one that nobody has confirmed, or none; or about a person."""
        return self.person in (None, person) and self.danger in (None, danger and not (self.doubtful and doubtful))


WAITING = frozenset({S.REPORTED, S.ACCEPTED, S.DISPATCHED, S.RETURNED, S.TRANSFERRED, S.REOPENED, S.ESCALATED})
"""Nobody works on it yet."""
UNHANDLED = WAITING | {S.IN_PROGRESS, S.SUSPENDED}
"""Not handled and not ended."""
_AT_WORK = frozenset({S.IN_PROGRESS, S.SUSPENDED})


def _step(
    move: Move, of: Collection[S], to: S | None, by: Collection[Who], needs: Collection[Need] = (),
    meets: tuple[D, ...] = (), starts: tuple[D, ...] = (), drops: bool = False,
    danger: bool | None = None, back: bool = False, doubtful: bool = False, person: bool | None = None,
) -> Step:  # fmt: skip
    return Step(
        move, frozenset(of), to, frozenset(by), frozenset(needs), meets, starts, drops, danger, back, doubtful, person
    )


TABLE: tuple[Step, ...] = (
    _step(Move.ACCEPT, {S.REPORTED}, S.ACCEPTED, {Who.SYSTEM, Who.DISPATCHER}, meets=(D.ACCEPT,)),
    _step(
        Move.DISPATCH, UNHANDLED, S.DISPATCHED, {Who.SYSTEM, Who.DISPATCHER}, {Need.WHOM},
        meets=(D.ACCEPT, D.TAKE), starts=(D.TAKE,),
    ),
    _step(Move.TAKE, WAITING, S.IN_PROGRESS, {Who.WORKER, Who.ASSIGNEE}, meets=(D.ACCEPT, D.TAKE)),
    _step(Move.ARRIVE, _AT_WORK, S.IN_PROGRESS, {Who.ASSIGNEE}, {Need.EVIDENCE}, meets=(D.SURVEY, D.CONTACT, D.RESUME)),
    _step(Move.PLAN, _AT_WORK, S.IN_PROGRESS, {Who.ASSIGNEE}, {Need.NOTE}, meets=(D.PLAN, D.RESUME), person=False),
    _step(
        Move.CREW, _AT_WORK, S.IN_PROGRESS, {Who.ASSIGNEE, Who.CREW}, {Need.EVIDENCE},
        meets=(D.CREW, D.RESUME), person=False,
    ),
    _step(Move.REACH, _AT_WORK, S.IN_PROGRESS, {Who.ASSIGNEE}, {Need.NOTE}, meets=(D.RESUME,), person=True),
    _step(
        Move.HANDLE, _AT_WORK, S.HANDLED, {Who.ASSIGNEE}, {Need.STEPS, Need.NOTE, Need.PHOTO},
        meets=(D.CONTACT, D.HANDLE, D.RESUME), starts=(D.VERIFY,),
    ),
    _step(  # an enquiry only: its answer goes straight to the reporter
        Move.ANSWER, _AT_WORK, S.VERIFIED, {Who.ASSIGNEE, Who.ANSWERER}, {Need.NOTE},
        meets=(D.CONTACT, D.HANDLE, D.RESUME), starts=(D.RATE,),
    ),
    _step(
        Move.ANSWER, WAITING, S.VERIFIED, {Who.ANSWERER}, {Need.NOTE},
        meets=(D.ACCEPT, D.TAKE, D.CONTACT, D.HANDLE, D.RESUME), starts=(D.RATE,),
    ),
    _step(
        Move.RETURN, {S.DISPATCHED, S.TRANSFERRED, S.REOPENED, *_AT_WORK}, S.RETURNED, {Who.ASSIGNEE}, {Need.NOTE},
        meets=(D.TAKE, D.RESUME), starts=(D.TAKE,),
    ),
    _step(
        Move.TRANSFER, UNHANDLED, S.TRANSFERRED, {Who.ASSIGNEE, Who.DISPATCHER}, {Need.WHOM},
        meets=(D.ACCEPT, D.TAKE, D.RESUME), starts=(D.TAKE,),
    ),
    _step(
        Move.SUSPEND, {S.IN_PROGRESS}, S.SUSPENDED, {Who.APPROVER}, {Need.UNTIL, Need.NOTE},
        meets=(D.APPROVE,), starts=(D.RESUME,),
    ),
    _step(Move.RESUME, {S.SUSPENDED}, S.IN_PROGRESS, {Who.SYSTEM}, meets=(D.RESUME,)),
    _step(  # a danger keeps its own way to its end
        Move.OVER, UNHANDLED | {S.HANDLED}, S.VERIFIED, {Who.REPORTER, Who.SYSTEM},
        meets=(D.ACCEPT, D.TAKE, D.CONTACT, D.HANDLE, D.VERIFY, D.RESUME), starts=(D.RATE,), danger=False,
    ),
    *(
        _step(
            move, UNHANDLED | {S.HANDLED}, S.VERIFIED, {Who.SYSTEM},
            meets=(D.ACCEPT, D.TAKE, D.HANDLE, D.VERIFY, D.RESUME), starts=(D.RATE,), danger=False,
        )
        for move in (Move.RESOLVE, Move.DELIVER)
    ),
    _step(Move.VERIFY, {S.HANDLED}, S.VERIFIED, {Who.VERIFIER}, meets=(D.VERIFY,), starts=(D.RATE,)),
    _step(Move.REJECT, {S.HANDLED}, S.IN_PROGRESS, {Who.VERIFIER}, {Need.NOTE}, meets=(D.VERIFY,), starts=(D.HANDLE,)),
    _step(
        Move.CLOSE, {S.VERIFIED}, S.CLOSED, {Who.REPORTER, Who.SYSTEM, Who.ASSIGNEE},
        meets=(D.RATE, D.CALL_BACK), starts=(D.LOOK_BACK,), drops=True,
    ),
    _step(  # a call-back that ends well ends the ticket, wherever the work stands
        Move.CLOSE, {S.REOPENED}, S.CLOSED, {Who.ASSIGNEE, Who.DISPATCHER}, {Need.NOTE},
        meets=(D.CALL_BACK,), starts=(D.LOOK_BACK,), drops=True,
    ),
    _step(
        Move.REOPEN, {S.VERIFIED, S.CLOSED}, S.REOPENED, {Who.REPORTER, Who.SYSTEM, Who.DISPATCHER},
        meets=(D.RATE,), starts=(D.HANDLE, D.CALL_BACK), drops=True,
    ),
    _step(  # a danger keeps its owner and its two hours
        Move.ESCALATE, UNHANDLED, S.ESCALATED, {Who.APPROVER}, {Need.NOTE},
        meets=(D.ACCEPT, D.TAKE), danger=False, person=False,
    ),
    _step(Move.STAND_DOWN, UNHANDLED, None, {Who.APPROVER, Who.SURVEYOR}, {Need.NOTE}, danger=True),
    _step(Move.UNDO_DISPATCH, {S.DISPATCHED}, None, {Who.GIVER, Who.DISPATCHER}, back=True),
    _step(Move.UNDO_HANDLE, {S.HANDLED}, S.IN_PROGRESS, {Who.ASSIGNEE}, starts=(D.HANDLE,)),
    _step(Move.MERGE, UNHANDLED, S.MERGED, {Who.DISPATCHER, Who.REPORTER}, drops=True),
    _step(Move.UNMERGE, {S.MERGED}, S.REPORTED, {Who.DISPATCHER, Who.REPORTER}),
    _step(Move.WITHDRAW, WITHDRAWABLE, S.WITHDRAWN, {Who.REPORTER}, drops=True),
    _step(Move.VOID, UNHANDLED, S.CLOSED, {Who.APPROVER}, {Need.NOTE}, drops=True, danger=False, doubtful=True),
)  # fmt: skip
"""Every move that is not here is refused, with an answer that names what is possible."""


def step(move: Move, state: S) -> Step | None:
    """The row for a move in a state; None when it is not allowed there."""
    return next((row for row in TABLE if row.move is move and state in row.of), None)


def possible(
    state: S, who: Collection[Who], danger: bool = False, doubtful: bool = False, person: bool = False
) -> tuple[Move, ...]:
    """The moves that somebody in these parts may make now, in the table's order, each once."""
    rows = (row for row in TABLE if state in row.of and row.by & frozenset(who) and row.fits(danger, doubtful, person))
    return tuple(dict.fromkeys(row.move for row in rows))


def after(state: S, move: Move) -> S | None:
    """The state that a move leads to; None when it is not allowed."""
    row = step(move, state)
    return None if row is None else row.to or state
