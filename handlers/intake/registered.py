"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.intake import hotline, open311, texts
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (hotline, open311)
TEXTS: tuple[ModuleType, ...] = (texts,)
READINGS: tuple[Reads, ...] = ()
