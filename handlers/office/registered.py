"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.office import reading, sign_in, texts, upkeep, upkeep_texts
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (sign_in, upkeep)
TEXTS: tuple[ModuleType, ...] = (texts, upkeep_texts)
READINGS: tuple[Reads, ...] = (reading.READS,)
