"""What a building leader or a member may ask of what waits for them."""

from dataclasses import dataclass

from handlers.catalogue import Effect, command
from understanding.intents import Intent


@command("我要做的事", Intent.MY_SHIFTS, effect=Effect.NONE)
@dataclass(frozen=True)
class ShowDue:
    """The walk of this week, the sender's next shifts, what a colleague asks, what waits to be checked, surveys to be answered."""
