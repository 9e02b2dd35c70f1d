"""What somebody may ask of the notices they get."""

from dataclasses import dataclass

from governance.area_notices import AreaKind
from governance.notices import MUTABLE, Group
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent


@command("恢复提醒", Intent.MUTE, effect=Effect.REVERSIBLE, examples=("恢复提醒", "恢复简报"))
@dataclass(frozen=True)
class Unmute:
    """Hear again of these kinds of notices. `topics`: of notices to an area."""

    groups: frozenset[Group] = slot("哪几类", default=MUTABLE)
    topics: frozenset[AreaKind] = slot("哪些通知", default=frozenset())


@command("退订提醒", Intent.MUTE, effect=Effect.REVERSIBLE, examples=("退订简报", "退订进展"), back=Unmute)
@dataclass(frozen=True)
class Mute:
    """Hear no more of these kinds of notices; what is to be done and what endangers is always told."""

    groups: frozenset[Group] = slot("哪几类", default=MUTABLE)
    topics: frozenset[AreaKind] = slot("哪些通知", default=frozenset())
