"""What was done about a survey, as it is linked to it: projects, tickets, resolutions."""

import re
from dataclasses import dataclass
from enum import StrEnum

from governance.ticket_numbers import is_ticket_number


class DoingKind(StrEnum):
    """What it is."""

    PROJECT = "project"
    RESOLUTION = "resolution"
    TICKET = "ticket"


@dataclass(frozen=True)
class Doing:
    """One thing that was done. `number`: as people call it."""

    kind: DoingKind
    number: str


MOST_DOINGS = 9
_PART = re.compile(r"(项目|决议|工单|单)?\s*([A-Za-z]{2}[0-9]{8}-[0-9]{4}|[0-9]{1,9})")
_KINDS = {"项目": DoingKind.PROJECT, "决议": DoingKind.RESOLUTION, "工单": DoingKind.TICKET, "单": DoingKind.TICKET}
_BETWEEN = re.compile(r"[\s,，、;；和/]+")


def doings_in(said: str) -> tuple[Doing, ...] | None:
    """项目3、决议5、工单NH20261124-0001; None where any of it is something else, or there are too many. Each once."""
    joined = re.sub(r"(项目|决议|工单|单)\s+(?=[0-9A-Za-z])", r"\1", said.strip())
    found = [_doing(part) for part in _BETWEEN.split(joined) if part]
    if not found or len(found) > MOST_DOINGS or any(each is None for each in found):
        return None
    return tuple(dict.fromkeys(each for each in found if each is not None))


def _doing(part: str) -> Doing | None:
    """A number without a word is a ticket's only where it is a whole one."""
    read = _PART.fullmatch(part)
    if read is None:
        return None
    word, number = read[1], read[2].upper()
    kind = DoingKind.TICKET if word is None else _KINDS[word]
    whole = is_ticket_number(number)
    if whole != (kind is DoingKind.TICKET):
        return None
    return Doing(kind, number if whole else str(int(number)))
