"""What comes of a word to the reporter."""

from dataclasses import dataclass

from handlers.outcomes import Tone, outcome
from handlers.tickets.outcomes import Ref


@outcome(Tone.DONE)
@dataclass(frozen=True)
class Relayed:
    """The reporter is told. `asked`: it is an enquiry, that may be answered with it."""

    ticket: Ref
    asked: bool = False


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class NobodyToTell:
    """No reporter can be reached."""

    ticket: Ref
