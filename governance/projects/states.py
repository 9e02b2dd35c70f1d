"""The life of a claimed project as one table: what may be done to it in which state, and where that leads."""

from enum import StrEnum


class ProjectState(StrEnum):
    """How far a project is."""

    OPEN = "open"
    """It waits for who claims it."""
    CLAIMED = "claimed"
    """Somebody has it and has told of no step yet."""
    WORKING = "working"
    PROVED = "proved"
    """It is done, say those who have it; staff look at it."""
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class ProjectAct(StrEnum):
    """What may be done to a project."""

    CLAIM = "claim"
    STEP = "step"
    """Tell how far it is."""
    PLAN = "plan"
    """Say in which steps it is done, and until when each."""
    PROVE = "prove"
    """Say that it is done."""
    LEAVE = "leave"
    """Give up one's claim, or leave the subdistrict."""
    ACCEPT = "accept"
    """Say, as staff, that it is good."""
    SEND_BACK = "send_back"
    """Say, as staff, what is missing."""
    WITHDRAW = "withdraw"
    """Say, as staff, that nothing will come of it."""
    OPEN = "open"
    """It is written. It leads nowhere from any state: a project is opened once."""


_S, _A = ProjectState, ProjectAct
HELD = frozenset({_S.CLAIMED, _S.WORKING})
"""Somebody works on it."""
RUNNING = HELD | {_S.OPEN, _S.PROVED}
"""It has not ended."""
ENDED = frozenset(_S) - RUNNING

_TABLE: dict[ProjectAct, frozenset[ProjectState]] = {
    _A.CLAIM: frozenset({_S.OPEN, *HELD}),
    _A.STEP: HELD,
    _A.PLAN: frozenset({_S.OPEN, *HELD}),
    _A.PROVE: HELD,
    _A.LEAVE: HELD,
    _A.ACCEPT: frozenset({_S.PROVED}),
    _A.SEND_BACK: frozenset({_S.PROVED}),
    _A.WITHDRAW: frozenset({_S.OPEN, *HELD}),
}
_LEADS_TO = {
    _A.STEP: _S.WORKING, _A.PROVE: _S.PROVED, _A.ACCEPT: _S.CLOSED, _A.SEND_BACK: _S.WORKING, _A.WITHDRAW: _S.WITHDRAWN,
}  # fmt: skip


def may(act: ProjectAct, state: ProjectState) -> bool:
    """Whether it may be done to a project in this state, by who has the right to it."""
    return state in _TABLE.get(act, frozenset())


def after(act: ProjectAct, state: ProjectState, holders: int) -> ProjectState:
    """The state that it leads to; `holders`: how many units have the project then. ValueError where it may not be done."""
    if not may(act, state):
        raise ValueError(f"{act} in {state}")
    if act is ProjectAct.CLAIM:
        return ProjectState.WORKING if state is ProjectState.WORKING else ProjectState.CLAIMED
    if act is ProjectAct.PLAN:
        return state
    if act is ProjectAct.LEAVE:
        return state if holders else ProjectState.OPEN
    return _LEADS_TO[act]
