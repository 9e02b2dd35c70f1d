"""Votes of all who live at a place: what has one vote, and what a vote comes to."""

from dataclasses import dataclass
from enum import StrEnum

from governance.councils.votes import Share, Tally

YES, NO, ABSTAIN = "1", "2", "3"
"""The choices of a vote's one question, in their order, as answers keep them."""


class EachIs(StrEnum):
    """What has one vote."""

    PERSON = "person"
    HOUSEHOLD = "household"


@dataclass(frozen=True)
class VoteResult:
    """A residents' vote, counted. `asked`: people or households; `moved`: votes of who lives there no more, not counted."""

    tally: Tally
    asked: int
    needed: int
    moved: int
    passed: bool

    @property
    def is_enough(self) -> bool:
        """Whether so many took part that it counts."""
        return self.tally.ballots >= self.needed


def needed_of(asked: int, percent: int) -> int:
    """So many of those asked have to take part: this share of them, rounded up, somebody at least."""
    return max(-(-max(asked, 0) * percent // 100), 1)


def tally_of(answers: list[str]) -> Tally:
    """The votes as they are kept; what is none of the choices is no vote."""
    return Tally(answers.count(YES), answers.count(NO), answers.count(ABSTAIN))


def result_of(answers: list[str], asked: int, moved: int, share: Share, percent: int) -> VoteResult:
    """Enough took part, and enough of them agreed: who abstained took part and did not agree."""
    tally, needed = tally_of(answers), needed_of(asked, percent)
    two_thirds = tally.yes * 3 >= tally.ballots * 2
    agreed = two_thirds if share is Share.TWO_THIRDS else tally.yes * 2 > tally.ballots
    return VoteResult(tally, asked, needed, moved, tally.ballots >= needed and agreed)
