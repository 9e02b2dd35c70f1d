"""What somebody reads who may not do what they asked for: whose business it is, and whom to ask."""

from dataclasses import dataclass

from governance.roles import Role
from governance.texts import ROLE
from handlers.context import Here
from handlers.outcomes import Tone, outcome, says
from handlers.texts import people as words


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


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class SeveralCalled:
    """Several are called so: name and posts of those who are offered; `count`: how many there are."""

    called: str
    people: tuple[tuple[str, str], ...]
    count: int


@says
def several_called(found: SeveralCalled, _here: Here) -> str:
    """Which of them, by what they do and where."""
    lines = (words.ONE_CALLED.format(at=at, name=name, what=what) for at, (name, what) in enumerate(found.people, 1))
    return words.SEVERAL_CALLED.format(called=found.called, count=found.count, people="\n".join(lines))


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
