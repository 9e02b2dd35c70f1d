"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.articles import agreeing, texts, writing
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (agreeing, writing)
TEXTS: tuple[ModuleType, ...] = (texts,)
READINGS: tuple[Reads, ...] = ()
