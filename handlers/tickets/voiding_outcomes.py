"""What comes of voiding a report."""

from dataclasses import dataclass

from handlers.outcomes import Tone, outcome
from handlers.tickets.outcomes import Ref


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Voided:
    """It has ended. `told`: its reporter hears why."""

    ticket: Ref
    note: str
    told: bool


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class OthersJoined:
    """Other reports were merged into it: their numbers."""

    ticket: Ref
    others: tuple[str, ...]
