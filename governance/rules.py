"""The figures that a subdistrict may change; everything else is in the rules themselves."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Rules:
    """The shipped figures. A rules file may name any of them; the names are its keys."""

    join_minutes: int = 10
    """A picture, voice or location belongs to a report this near in time."""
    progress_days: int = 90
    """How far back a reporter's own list goes."""

    @property
    def join_window(self) -> timedelta:
        """`join_minutes` as a span."""
        return timedelta(minutes=self.join_minutes)


LIMITS: dict[str, tuple[int, int]] = {"join_minutes": (1, 60), "progress_days": (1, 3650)}
"""The smallest and the largest that each figure may be."""
