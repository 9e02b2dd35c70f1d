"""What comes of reporting very much within an hour."""

from dataclasses import dataclass

from handlers.outcomes import Tone, outcome


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class KeptForPerson:
    """It is kept with this ticket for a person; so many were opened within the hour."""

    number: str
    summary: str
    limit: int
