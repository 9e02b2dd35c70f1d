"""Of which kinds of trouble an event is made, how near its reports lie, and how long they belong together."""

from dataclasses import dataclass
from enum import IntEnum


class Reach(IntEnum):
    """How far apart reports of one matter may lie; each reaches as far as those before it."""

    BUILDING = 1
    YARD = 2
    """The courtyard, or the road number: what lies next below the community."""
    STREET = 3
    """What is next to it, or stands in the same road."""
    COMMUNITY = 4


@dataclass(frozen=True)
class EventKind:
    """`begins`: how near the first reports lie; `grows`: how near a later one lies to what the event covers; `hours`: how long
    a report waits for others. `utility`: water, power or gas, which a rule may confirm by itself.
    """

    code: str
    begins: Reach
    grows: Reach
    hours: int = 3
    utility: bool = False


_B, _Y, _S, _C = Reach.BUILDING, Reach.YARD, Reach.STREET, Reach.COMMUNITY

KINDS: dict[str, EventKind] = {
    kind.code: kind
    for kind in (
        EventKind("no_water", _S, _C, 3, utility=True),
        EventKind("no_power", _S, _C, 3, utility=True),
        EventKind("no_gas", _S, _C, 3, utility=True),
        EventKind("no_heat", _S, _C, 12),
        EventKind("no_net", _Y, _S, 6),
        EventKind("dirty_water", _S, _C, 12),
        EventKind("lift", _B, _B, 12),
        EventKind("gas_smell", _Y, _S, 3),
        EventKind("fire", _S, _S, 2),
        EventKind("flood", _S, _S, 6),
        EventKind("sewer", _B, _Y, 12),
        EventKind("leak", _B, _B, 6),
        EventKind("street_light", _Y, _S, 12),
        EventKind("tree", _B, _Y, 6),
        EventKind("falling", _B, _B, 12),
        EventKind("access", _B, _B, 12),
        EventKind("garbage", _B, _Y, 24),
        EventKind("smell", _B, _S, 3),
        EventKind("works_noise", _Y, _S, 3),
        EventKind("music_noise", _Y, _S, 3),
        EventKind("noise", _B, _Y, 3),
    )
}
"""The codes are those of understanding.trouble; what is not here makes no event. A single household's trouble is common where
`begins` is a building: there only those who live under one roof are one matter from the start.
"""
