"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.said import Reads
from handlers.visits import (
    keeping,
    looking_back,
    looking_texts,
    planning,
    reading,
    recording,
    showing,
    texts,
    wishes,
    yards,
)

EXECUTORS: tuple[ModuleType, ...] = (keeping, looking_back, planning, recording, showing, wishes, yards)
TEXTS: tuple[ModuleType, ...] = (looking_texts, texts)
READINGS: tuple[Reads, ...] = (reading.READS,)
