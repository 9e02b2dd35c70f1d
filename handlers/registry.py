"""Everything that is registered, in one list: executors, words, and what is read as which command. Importing it checks it all."""

from collections.abc import Mapping, Sequence
from types import ModuleType

from handlers import progress, refusals, workplace
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
from handlers.tickets import approve as tickets_approve
from handlers.tickets import callback as tickets_callback
from handlers.tickets import denial_texts as tickets_denial_texts
from handlers.tickets import emergency as tickets_emergency
from handlers.tickets import extend as tickets_extend
from handlers.tickets import finish as tickets_finish
from handlers.tickets import handover as tickets_handover
from handlers.tickets import merging as tickets_merging
from handlers.tickets import mine as tickets_mine
from handlers.tickets import onsite as tickets_onsite
from handlers.tickets import rating as tickets_rating
from handlers.tickets import rating_reading as tickets_rating_reading
from handlers.tickets import rating_texts as tickets_rating_texts
from handlers.tickets import reading as tickets_reading
from handlers.tickets import relay as tickets_relay
from handlers.tickets import reopening as tickets_reopening
from handlers.tickets import request_reading as tickets_request_reading
from handlers.tickets import request_texts as tickets_request_texts
from handlers.tickets import supervise as tickets_supervise
from handlers.tickets import take as tickets_take
from handlers.tickets import texts as tickets_texts
from handlers.tickets import undoing as tickets_undoing
from handlers.tickets import verify as tickets_verify
from understanding.intent import Intent

EXECUTORS: tuple[ModuleType, ...] = (
    notifications_mute,
    people_absence,
    people_binding,
    people_home,
    people_identity,
    people_invitation,
    tickets_approve,
    tickets_callback,
    tickets_emergency,
    tickets_extend,
    tickets_finish,
    tickets_handover,
    tickets_merging,
    tickets_mine,
    tickets_onsite,
    tickets_rating,
    tickets_relay,
    tickets_reopening,
    tickets_supervise,
    tickets_take,
    tickets_undoing,
    tickets_verify,
)
TEXTS: tuple[ModuleType, ...] = (
    notifications_texts,
    office_texts,
    people_texts,
    progress,
    refusals,
    tickets_denial_texts,
    tickets_rating_texts,
    tickets_request_texts,
    tickets_texts,
    workplace,
)
READINGS: tuple[Reads, ...] = (
    notifications_reading.READS,
    people_reading.READS,
    tickets_rating_reading.READS,
    tickets_reading.READS,
    tickets_request_reading.READS,
)


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
