"""Words about cases as commands."""

import re

from handlers.cases.commands import ScoreCase, ShowCases, VoteCase
from handlers.context import Here
from handlers.said import Reads, Said
from understanding.command_names import CommandName

_NUMBERS = re.compile(r"[0-9]{1,4}")
_BELOW = re.compile(r"(?:^|\s)[-−－负][0-9]")


def _numbers(said: Said) -> list[int]:
    return [int(found) for found in _NUMBERS.findall(said.argument)]


def score(said: Said, _here: Here) -> ScoreCase:
    """案例评分 3 85: the case, then the points; less than nothing is no score."""
    found = [] if _BELOW.search(said.argument) else _numbers(said)
    return ScoreCase(found[0], found[1]) if len(found) == 2 else ScoreCase()


READS: Reads = {
    CommandName.VOTE_CASE: lambda said, _here: VoteCase(tuple(_numbers(said))),
    CommandName.SHOW_CASES: lambda _said, _here: ShowCases(),
    CommandName.SCORE_CASE: score,
}
