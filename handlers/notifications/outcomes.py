"""What comes of asking for fewer notices, or more."""

from dataclasses import dataclass

from governance.area_notices import AreaKind
from governance.notices import Group
from handlers.outcomes import Tone, outcome


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Muted:
    """`groups`: all that is not told now, in the order of Group; `topics`: of notices to an area."""

    groups: tuple[Group, ...]
    topics: tuple[AreaKind, ...] = ()
