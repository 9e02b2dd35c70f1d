"""All that is registered, domain by domain: what executes commands, words, what is read as which. Importing it checks it all."""

from collections.abc import Mapping, Sequence
from itertools import chain
from types import ModuleType

from handlers import refusals
from handlers.activities import registered as activities
from handlers.alliance import registered as alliance
from handlers.area_notices import registered as area_notices
from handlers.articles import registered as articles
from handlers.cases import registered as cases
from handlers.catalogue import entries, executor_of, outcomes_of
from handlers.connectors import registered as connectors
from handlers.conversation import registered as conversation
from handlers.councils import registered as councils
from handlers.duty import registered as duty
from handlers.errors import WrongCatalogue
from handlers.evaluation import registered as evaluation
from handlers.events import registered as events
from handlers.intake import registered as intake
from handlers.master_data import registered as master_data
from handlers.notifications import registered as notifications
from handlers.office import registered as office
from handlers.outcomes import TONES, has_words
from handlers.people import registered as people
from handlers.privacy import registered as privacy
from handlers.projects import registered as projects
from handlers.reporting import registered as reporting
from handlers.requests import registered as requests
from handlers.said import Read, Reads
from handlers.stars import registered as stars
from handlers.surveys import registered as surveys
from handlers.things import registered as things
from handlers.tickets import registered as tickets
from handlers.visits import registered as visits
from understanding.command_names import CommandName

DOMAINS = (
    activities,
    alliance,
    area_notices,
    articles,
    cases,
    connectors,
    conversation,
    councils,
    duty,
    evaluation,
    events,
    intake,
    master_data,
    notifications,
    office,
    people,
    privacy,
    projects,
    reporting,
    requests,
    stars,
    surveys,
    things,
    tickets,
    visits,
)
EXECUTORS: tuple[ModuleType, ...] = tuple(chain.from_iterable(each.EXECUTORS for each in DOMAINS))
TEXTS: tuple[ModuleType, ...] = (refusals, *chain.from_iterable(each.TEXTS for each in DOMAINS))
READINGS: tuple[Reads, ...] = tuple(chain.from_iterable(each.READINGS for each in DOMAINS))


def _merged(tables: Sequence[Reads]) -> Mapping[CommandName, Read]:
    found: dict[CommandName, Read] = {}
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
    unknown = set(CommandName) - {entry.name for entry in entries()}
    if unknown:
        raise WrongCatalogue(f"not in the catalogue: {unknown}")
    unread = set(CommandName) - READS.keys()
    if unread:
        raise WrongCatalogue(f"read as nothing that can be done: {unread}")


READS = _merged(READINGS)
_check()
