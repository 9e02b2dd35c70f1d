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
    bind_tries: int = 5
    """Failed tries to bind that an account has in 24 hours."""
    bind_tries_name: int = 10
    """Failed tries in 24 hours, by whomever, after which a name can be bound by invitation only."""
    invitation_days: int = 7
    """How long an invitation code is good."""
    question_minutes: int = 30
    """How long the bot's question waits for its answer."""
    leave_days: int = 31
    """The longest leave that may be taken by chat."""

    @property
    def question_window(self) -> timedelta:
        """`question_minutes` as a span."""
        return timedelta(minutes=self.question_minutes)

    @property
    def join_window(self) -> timedelta:
        """`join_minutes` as a span."""
        return timedelta(minutes=self.join_minutes)


LIMITS: dict[str, tuple[int, int]] = {
    "join_minutes": (1, 60),
    "progress_days": (1, 3650),
    "bind_tries": (1, 20),
    "bind_tries_name": (1, 100),
    "invitation_days": (1, 90),
    "question_minutes": (5, 240),
    "leave_days": (1, 366),
}
"""The smallest and the largest that each figure may be."""
