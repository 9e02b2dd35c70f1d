"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.cases import reading, running, texts, voting
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (running, voting)
TEXTS: tuple[ModuleType, ...] = (texts,)
READINGS: tuple[Reads, ...] = (reading.READS,)
