"""What somebody reads who may not do what they asked for: whose business it is, and whom to ask."""

from dataclasses import dataclass

from governance.roles import Role
from governance.texts import ROLE
from handlers.context import Here
from handlers.outcomes import Tone, outcome, says
from handlers.texts import people as words

MOST_SAID, MOST_SHOWN = 6, 12
"""So many are offered in the chat, and on a page."""


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NotAllowed:
    """`roles`: whose business it is; `helper`: somebody of them who serves the place, by role and name.

    `known` False: whoever asks has not said who they are, and may be one of them. `at`: the place whose people it is for, where
    the sender may do the same elsewhere.
    """

    roles: tuple[Role, ...]
    helper: tuple[Role, str] | None = None
    known: bool = True
    at: str = ""


@dataclass(frozen=True)
class CalledSo:
    """One of several who are called alike: what they do and where, and the number with its middle starred."""

    code: str
    name: str
    what: str
    phone: str


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class SeveralCalled:
    """Several are called so: who is offered, the likeliest first; `count`: how many there are; `waits`: for the answer's number."""

    called: str
    people: tuple[CalledSo, ...]
    count: int
    waits: bool = True


@says
def several_called(found: SeveralCalled, _here: Here) -> str:
    """Which of them, by what they do and where."""
    lines = "\n".join(
        words.ONE_CALLED.format(at=at if found.waits else each.code, name=each.name, what=each.what)
        for at, each in enumerate(found.people[:MOST_SAID], 1)
    )
    said = words.SEVERAL_CALLED if found.waits else words.SEVERAL_CODED
    if found.waits and found.count == 1:
        said = words.ONE_ASKED
    return said.format(called=found.called, count=found.count, people=lines)


def several_shown(found: SeveralCalled) -> str:
    """The same where each is shown as a button."""
    more = words.MORE_CALLED.format(more=found.count - len(found.people)) if found.count > len(found.people) else ""
    return words.SEVERAL_SHOWN.format(called=found.called, count=found.count, more=more)


@says
def not_allowed(found: NotAllowed, _here: Here) -> str:
    """抱歉，这件事要由网格长来办。您可以找网格长孙模拟。"""
    if not found.known:
        ask = words.ASK_BIND
    elif found.helper is not None:
        role, name = found.helper
        ask = words.ASK_PERSON.format(who=f"{ROLE[role]}{name}")
    else:
        ask = words.ASK_ROLE.format(role=ROLE[found.roles[0]])
    at = words.OF_PLACE.format(place=found.at) if found.at else ""
    return words.NOT_ALLOWED.format(roles=at + "、".join(ROLE[role] for role in found.roles), ask=ask)
