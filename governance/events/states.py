"""The life of an event: proposed, open, ended; what may be done to it in which state."""

from enum import StrEnum


class EventState(StrEnum):
    """Where an event stands."""

    PROPOSED = "proposed"
    """The machine holds several reports to be one matter; nobody has confirmed it yet."""
    OPEN = "open"
    ENDED = "ended"
    REFUSED = "refused"
    """It is not one matter, or nobody confirmed it: its reports are by themselves again."""


ACTIVE = frozenset({EventState.PROPOSED, EventState.OPEN})
"""What new reports join."""


class EventAct(StrEnum):
    """What may be done to an event; the names stand in its log."""

    PROPOSE = "propose"
    CONFIRM = "confirm"
    REFUSE = "refuse"
    EXPIRE = "expire"
    GROW = "grow"
    WIDEN = "widen"
    NARROW = "narrow"
    TAKE_OUT = "take_out"
    LEAD = "lead"
    UPDATE = "update"
    ESTIMATE = "estimate"
    END = "end"
    REOPEN = "reopen"


_P, _O, _E = EventState.PROPOSED, EventState.OPEN, EventState.ENDED
MAY: dict[EventAct, frozenset[EventState]] = {
    EventAct.CONFIRM: frozenset({_P}),
    EventAct.REFUSE: frozenset({_P, _O}),
    EventAct.EXPIRE: frozenset({_P}),
    EventAct.WIDEN: ACTIVE,
    EventAct.NARROW: ACTIVE,
    EventAct.TAKE_OUT: ACTIVE | {_E},
    EventAct.LEAD: ACTIVE,
    EventAct.UPDATE: ACTIVE,
    EventAct.ESTIMATE: ACTIVE,
    EventAct.END: ACTIVE,
    EventAct.REOPEN: frozenset({_E}),
}
"""Who answers all reporters of a proposed event confirms it by that."""
_CONFIRMS = frozenset({EventAct.UPDATE, EventAct.ESTIMATE, EventAct.END})


def may(act: EventAct, state: EventState) -> bool:
    """Whether it may be done in this state."""
    return state in MAY.get(act, frozenset())


def confirms(act: EventAct, state: EventState) -> bool:
    """Whether doing it to a proposed event says that it is one."""
    return state is EventState.PROPOSED and act in _CONFIRMS
