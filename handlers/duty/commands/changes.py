"""What members do with shifts that they have already taken: one in place of another, and how a change with a colleague stands."""

from dataclasses import dataclass

from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent


@command("改报班次", Intent.SIGN_UP, effect=Effect.BINDING)
@dataclass(frozen=True)
class ChangeShift:
    """Another shift in place of one's own: both or nothing. `to` None: none is there; `among`: those that could be meant, or that
    there are then. `said`: when, in the sender's words.
    """

    shift: int = slot("退哪个班次")
    to: int | None = slot("要哪个班次", default=None)
    said: str = slot("什么时候", default="")
    among: tuple[int, ...] = slot("有哪些班次", default=())
    several: bool = slot("要问是哪一个", default=False)


@command("我的换班", Intent.SWAP, effect=Effect.NONE)
@dataclass(frozen=True)
class ShowMySwaps:
    """What became of the changes of shifts that the sender asked for."""
