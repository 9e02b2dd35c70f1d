"""What this domain puts into the registry."""

from types import ModuleType

from handlers.cases import reading, running, texts, voting

EXECUTORS: tuple[ModuleType, ...] = (running, voting)
TEXTS: tuple[ModuleType, ...] = (texts,)
READS = reading.READS
