"""What the members of a grid's branch did in a span of time, counted."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Deeds:
    """`minutes`: of service; `shifts`: kept; `campaigns`: times that somebody took part; `tickets`: that they handled;
    `satisfied`: of these, whose reporter said so; `findings`: that they reported and that were handled; `visits`: made;
    `thanks`: of residents, for projects that they claimed.
    """

    minutes: int = 0
    shifts: int = 0
    campaigns: int = 0
    tickets: int = 0
    satisfied: int = 0
    findings: int = 0
    visits: int = 0
    thanks: int = 0

    def __add__(self, other: "Deeds") -> "Deeds":
        return Deeds(
            self.minutes + other.minutes, self.shifts + other.shifts, self.campaigns + other.campaigns,
            self.tickets + other.tickets, self.satisfied + other.satisfied, self.findings + other.findings,
            self.visits + other.visits, self.thanks + other.thanks,
        )  # fmt: skip

    @property
    def any(self) -> bool:
        """Whether anything was done at all."""
        return self != Deeds()


def together(deeds: Iterable[Deeds]) -> Deeds:
    """All of them as one."""
    return sum(deeds, Deeds())
