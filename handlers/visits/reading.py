"""Words about visits as commands."""

from handlers.said import Reads, Said
from handlers.visits.commands import (
    DeclineVisits,
    KeepHousehold,
    PlanVisits,
    RecordVisit,
    ReleaseHousehold,
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


READS: Reads = {
    CommandName.RECORD_VISIT: lambda said, _here: RecordVisit(_rest(said)),
    CommandName.SHOW_VISITS: lambda _said, _here: ShowVisits(),
    CommandName.PLAN_VISITS: lambda _said, _here: PlanVisits(),
    CommandName.DECLINE_VISITS: lambda said, _here: DeclineVisits(_home(said)),
    CommandName.WELCOME_VISITS: lambda said, _here: WelcomeVisits(_home(said)),
    CommandName.KEEP_HOUSEHOLD: lambda said, _here: KeepHousehold(_rest(said)),
    CommandName.RELEASE_HOUSEHOLD: lambda said, _here: ReleaseHousehold(_rest(said)),
}
