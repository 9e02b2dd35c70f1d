"""What waits for somebody who serves."""

from dataclasses import dataclass

from handlers.outcomes import Tone, outcome
from storage.duty.shifts import ShiftRow


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class DueShown:
    """`walks`: buildings to walk through this week; `checks`: number and matter of tickets to check. `surveys`: id and title."""

    walks: tuple[str, ...]
    offered: tuple[ShiftRow, ...]
    checks: tuple[tuple[str, str], ...]
    surveys: tuple[tuple[int, str], ...]
    shifts: tuple[ShiftRow, ...]
