"""The next step of a ticket, as it stands in the first line of every push: 新上报 NH20261124-0007 → 接单 7."""

from collections.abc import Collection

from governance.notices import NoticeKind
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import Move
from governance.tickets.states import TicketState
from handlers.texts.work import TAP, short

STEP = "{line} → {step}"
NUMBERED = "{number} {line}"
NOTHING_LEFT = "不用再办"
LATER = "到期再办"
TAKE, GIVE, HANDLE, LOOK, PRESS = "接单 {n}", "派单 {n} 给谁", "办结 {n} 说明", "核查 {n} 通过/不通过", "督办 {n} 要求"
OF_STATE: dict[TicketState, str] = {
    TicketState.REPORTED: GIVE, TicketState.ACCEPTED: GIVE, TicketState.RETURNED: GIVE, TicketState.ESCALATED: GIVE,
    TicketState.REOPENED: GIVE, TicketState.DISPATCHED: TAKE, TicketState.TRANSFERRED: TAKE,
    TicketState.IN_PROGRESS: HANDLE, TicketState.HANDLED: LOOK, TicketState.SUSPENDED: LATER,
}  # fmt: skip
"""What comes next in each state; in the others nothing."""
OF_KIND: dict[NoticeKind, str] = {
    NoticeKind.GONE: NOTHING_LEFT, NoticeKind.TAKEN: NOTHING_LEFT, NoticeKind.MERGED: NOTHING_LEFT,
    NoticeKind.UNDONE: NOTHING_LEFT, NoticeKind.COUNCIL: NOTHING_LEFT, NoticeKind.WITHDRAWN: NOTHING_LEFT,
    NoticeKind.LATE: PRESS, NoticeKind.VERY_LATE: PRESS,
}  # fmt: skip
"""What it is for these, however the ticket stands."""
OF_PROMISE: dict[DeadlineKind, str] = {
    DeadlineKind.ACCEPT: GIVE, DeadlineKind.TAKE: TAKE, DeadlineKind.SURVEY: "到场 {n}", DeadlineKind.PLAN: "方案 {n} 怎么办",
    DeadlineKind.CREW: "进场 {n}", DeadlineKind.CONTACT: "转告 {n} 要说的话",
    DeadlineKind.HANDLE: HANDLE, DeadlineKind.VERIFY: LOOK,
    DeadlineKind.APPROVE: "同意延期 {n} 或 同意应急 {n}", DeadlineKind.CALL_BACK: "回访 {n} 满意/不满意/联系不上",
}  # fmt: skip
"""How a promise is kept."""
BUTTONS = {
    TAKE: (TAP[Move.TAKE],), GIVE: ("派单 {n}",), HANDLE: ("办结 {n}",), LOOK: (TAP[Move.VERIFY], TAP[Move.REJECT]),
    PRESS: ("督办 {n}",), OF_PROMISE[DeadlineKind.SURVEY]: ("到场 {n}",), OF_PROMISE[DeadlineKind.PLAN]: ("方案 {n}",),
    OF_PROMISE[DeadlineKind.CREW]: (TAP[Move.CREW],), OF_PROMISE[DeadlineKind.CONTACT]: ("转告 {n}",),
    OF_PROMISE[DeadlineKind.CALL_BACK]: ("回访 {n}",),
}  # fmt: skip
"""What is tapped for it; what else it takes is asked for then."""


ON_SITE = (DeadlineKind.SURVEY, DeadlineKind.PLAN, DeadlineKind.CREW)
"""What a danger wants before it is done, in this order."""
OF_WHO_HAS_IT = frozenset({DeadlineKind.TAKE, DeadlineKind.CONTACT, DeadlineKind.HANDLE, *ON_SITE})
"""Promises that somebody must have before they can be kept."""


def step_of(
    kind: NoticeKind, state: TicketState, owned: bool, promise: DeadlineKind | None = None,
    owed: Collection[DeadlineKind] = (),
) -> str:  # fmt: skip
    """The next step that a push of this kind asks for, one that can be done now. `owned`: the ticket is somebody's; `owed`: its
    promises that are still open.
    """
    if promise is not None and (owned or promise not in OF_WHO_HAS_IT):
        if promise is DeadlineKind.HANDLE or promise in ON_SITE:
            promise = next((each for each in ON_SITE if each in owed), promise)
        return OF_PROMISE.get(promise, NOTHING_LEFT)
    if kind in OF_KIND and (owned or OF_KIND[kind] != PRESS):
        return OF_KIND[kind]
    return OF_STATE.get(state, NOTHING_LEFT)


def with_step(text: str, number: str, step: str) -> str:
    """The text with number and next step in its first line."""
    line, rest, more = text.partition("\n")
    if number not in line:
        line = NUMBERED.format(number=number, line=line)
    return STEP.format(line=line, step=step.format(n=short(number))) + rest + more


def buttons(number: str, step: str) -> tuple[str, ...]:
    """What is tapped for a step; nothing where there is nothing to do."""
    return tuple(tap.format(n=short(number)) for tap in BUTTONS.get(step, ()))
