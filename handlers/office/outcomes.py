"""What comes of an order from the back office before its command is done."""

from dataclasses import dataclass

from handlers.outcomes import Tone, outcome


@outcome(Tone.REFUSED)
@dataclass(frozen=True)
class Stale:
    """More has happened to the ticket than the page showed. `news`: kinds of events with who did them, the oldest first."""

    news: tuple[tuple[str, str | None], ...]
