"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.said import Reads
from handlers.surveys import answering, drafting, texts

EXECUTORS: tuple[ModuleType, ...] = (answering, drafting)
TEXTS: tuple[ModuleType, ...] = (texts,)
READINGS: tuple[Reads, ...] = ()
