"""Words about cases of the government services as commands."""

import re

from handlers.connectors.commands import LookUpCase
from handlers.context import Here
from handlers.reporting.commands import ShowProgress
from handlers.said import Reads, Said
from understanding.command_names import CommandName

_OURS = re.compile(r"[0-9]{8}-[0-9]{4,6}")
_NUMBER = re.compile(r"[0-9A-Za-z]+(?:[-－—][0-9A-Za-z]+)*")


def look_up(said: Said, here: Here) -> LookUpCase | ShowProgress:
    """办件 3201-2026-00123 到哪了; under a number of ours it is a report."""
    found = _NUMBER.search(said.argument)
    number = said.argument if found is None else found[0]
    prefix, own = here.config.ticket_prefix, number.upper()
    if own.startswith(prefix) and _OURS.fullmatch(own.removeprefix(prefix)):
        return ShowProgress(own)
    return LookUpCase(number)


READS: Reads = {CommandName.LOOK_UP_CASE: look_up}
