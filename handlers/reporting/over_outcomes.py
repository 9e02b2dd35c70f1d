"""What comes of a reporter's word that nobody need come any more, where the report can't be taken back."""

from dataclasses import dataclass

from governance.tickets.states import TicketState
from handlers.outcomes import Tone, outcome


@outcome(Tone.DONE)
@dataclass(frozen=True)
class ToldOver:
    """Whoever has it was told (`who`; empty where nobody has it yet). `danger`: somebody still looks in."""

    number: str
    state: TicketState
    who: str
    danger: bool
