"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.activities import booking, mine, organising, rating, texts
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (booking, mine, organising, rating)
TEXTS: tuple[ModuleType, ...] = (texts,)
READINGS: tuple[Reads, ...] = ()
