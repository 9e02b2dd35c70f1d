"""Words about visits as commands."""

import re

from handlers.context import Here
from handlers.said import Reads, Said
from handlers.visits.commands import (
    DeclineVisits,
    KeepHousehold,
    PlanVisits,
    RecordVisit,
    ReleaseHousehold,
    SayOfProblem,
    SayOfYear,
    ShowVisits,
    WelcomeVisits,
)
from understanding.command_names import CommandName
from understanding.visit_told import home_told, without_visit_word


def _rest(said: Said) -> str:
    return without_visit_word(said.argument) if said.free else said.argument


def _home(said: Said) -> str:
    """Where they live, if they say it: 以后不要来走访了 3幢201."""
    return home_told(said.argument) if said.free else said.argument


_NUMBER = re.compile(r"[0-9]{1,6}")
_NOT = re.compile(r"(?:还)?(?:没|未|不)(?:有|算|能)?(?:解决|好|修)")


def of_problem(said: Said, _here: Here) -> SayOfProblem:
    """难题 3 没解决."""
    found = _NUMBER.search(said.argument)
    return SayOfProblem(None if found is None else int(found.group()), _NOT.search(said.argument) is None)


_AGAIN = re.compile(r"又|没|不|差|坏")


def of_year(said: Said, _here: Here) -> SayOfYear:
    """回头看 3 又犯了."""
    found = _NUMBER.search(said.argument)
    rest = "" if found is None else said.argument[found.end() :].replace("没问题", "")
    return SayOfYear(None if found is None else int(found.group()), _AGAIN.search(rest) is None)


READS: Reads = {
    CommandName.SAY_OF_YEAR: of_year,
    CommandName.SAY_OF_PROBLEM: of_problem,
    CommandName.RECORD_VISIT: lambda said, _here: RecordVisit(_rest(said)),
    CommandName.SHOW_VISITS: lambda _said, _here: ShowVisits(),
    CommandName.PLAN_VISITS: lambda _said, _here: PlanVisits(),
    CommandName.DECLINE_VISITS: lambda said, _here: DeclineVisits(_home(said)),
    CommandName.WELCOME_VISITS: lambda said, _here: WelcomeVisits(_home(said)),
    CommandName.KEEP_HOUSEHOLD: lambda said, _here: KeepHousehold(_rest(said)),
    CommandName.RELEASE_HOUSEHOLD: lambda said, _here: ReleaseHousehold(_rest(said)),
}
