"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.said import Reads
from handlers.stars import change_round, consent, decide, nominate, objections, photo, public, reading, review
from handlers.stars.texts import consent as consent_texts
from handlers.stars.texts import nominating as nominating_texts
from handlers.stars.texts import objections as objections_texts
from handlers.stars.texts import public as public_texts
from handlers.stars.texts import review as review_texts
from handlers.stars.texts import rounds as rounds_texts

EXECUTORS: tuple[ModuleType, ...] = (change_round, consent, decide, nominate, objections, photo, public, review)
TEXTS: tuple[ModuleType, ...] = (
    consent_texts,
    nominating_texts,
    objections_texts,
    public_texts,
    review_texts,
    rounds_texts,
)
READINGS: tuple[Reads, ...] = (reading.READS,)
