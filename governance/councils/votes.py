"""When a council may vote, what a vote comes to, and how ballots are kept so that nobody can tell whose they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Choice(StrEnum):
    """What a ballot says."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


class Share(StrEnum):
    """How much of those who are there has to agree."""

    HALF = "half"
    """More than half."""
    TWO_THIRDS = "two_thirds"


_LETTER = {Choice.ABSTAIN: "a", Choice.NO: "n", Choice.YES: "y"}


@dataclass(frozen=True)
class Tally:
    """The ballots, counted."""

    yes: int = 0
    no: int = 0
    abstain: int = 0

    @property
    def ballots(self) -> int:
        """How many there are."""
        return self.yes + self.no + self.abstain


def quorum(members: int, percent: int) -> int:
    """So many have to be there: more than this share of the members, somebody at least."""
    return max(members, 0) * percent // 100 + 1


def has_quorum(there: int, members: int, percent: int) -> bool:
    """Whether enough are there for a vote."""
    return there >= quorum(members, percent)


def is_passed(tally: Tally, there: int, share: Share) -> bool:
    """Whether enough of those who are there agreed: who did not vote, or abstained, did not agree."""
    if share is Share.TWO_THIRDS:
        return there > 0 and tally.yes * 3 >= there * 2
    return tally.yes * 2 > there


def fell_through(topic: int | None, votes: Iterable[tuple[int | None, bool | None]]) -> bool:
    """Whether the last vote on a topic that was counted did not pass. `votes`: topic and result (None: still open), in order."""
    results = [passed for of, passed in votes if of == topic and passed is not None]
    return topic is not None and bool(results) and not results[-1]


def with_ballot(box: str, choice: Choice) -> str:
    """A box of secret ballots with one more: letters in the order of the alphabet, so that it never tells which came last."""
    return "".join(sorted(box + _LETTER[choice]))


def count_box(box: str) -> Tally:
    """The ballots of a box; the same however often they are counted."""
    return Tally(*(box.count(_LETTER[choice]) for choice in (Choice.YES, Choice.NO, Choice.ABSTAIN)))


def count_open(choices: Iterable[Choice]) -> Tally:
    """The ballots of an open vote."""
    known = list(choices)
    return Tally(*(known.count(choice) for choice in (Choice.YES, Choice.NO, Choice.ABSTAIN)))
