"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.projects import (
    claiming,
    list_texts,
    listing,
    milestone_texts,
    planning,
    reading,
    refusal_texts,
    running,
    showing,
    staff_texts,
    taking_on,
    texts,
    working,
)
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (claiming, listing, planning, running, showing, taking_on, working)
TEXTS: tuple[ModuleType, ...] = (list_texts, milestone_texts, refusal_texts, staff_texts, texts)
READINGS: tuple[Reads, ...] = (reading.READS,)
