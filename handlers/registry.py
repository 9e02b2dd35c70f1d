"""Everything that is registered, in one list: executors, words, and what is read as which command. Importing it checks it all."""

from collections.abc import Mapping, Sequence
from types import ModuleType

from handlers.catalogue import entries, executor_of, outcomes_of
from handlers.errors import WrongCatalogue
from handlers.notifications import mute as notifications_mute
from handlers.notifications import reading as notifications_reading
from handlers.notifications import texts as notifications_texts
from handlers.office import texts as office_texts
from handlers.outcomes import TONES, has_words
from handlers.people import absence as people_absence
from handlers.people import binding as people_binding
from handlers.people import home as people_home
from handlers.people import identity as people_identity
from handlers.people import invitation as people_invitation
from handlers.people import reading as people_reading
from handlers.people import texts as people_texts
from handlers.said import Read, Reads
from understanding.intent import Intent

EXECUTORS: tuple[ModuleType, ...] = (
    notifications_mute,
    people_absence,
    people_binding,
    people_home,
    people_identity,
    people_invitation,
)
TEXTS: tuple[ModuleType, ...] = (notifications_texts, office_texts, people_texts)
READINGS: tuple[Reads, ...] = (notifications_reading.READS, people_reading.READS)


def _merged(tables: Sequence[Reads]) -> Mapping[tuple[Intent, str], Read]:
    found: dict[tuple[Intent, str], Read] = {}
    for table in tables:
        twice = found.keys() & table.keys()
        if twice:
            raise WrongCatalogue(f"read in two ways: {twice}")
        found |= table
    return found


def _check() -> None:
    for entry in entries():
        try:
            execute = executor_of(entry.command)
        except KeyError as error:
            raise WrongCatalogue(f"nobody executes {entry.name}") from error
        silent = [kind for kind in outcomes_of(execute) if not has_words(kind)]
        if silent:
            raise WrongCatalogue(f"nothing is said of {silent}")
    silent = [kind for kind in TONES if not has_words(kind)]
    if silent:
        raise WrongCatalogue(f"nothing is said of {silent}")


READS = _merged(READINGS)
_check()
