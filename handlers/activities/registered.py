"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.activities import booking, contest_texts, contests, mine, organising, rating, texts
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (booking, contests, mine, organising, rating)
TEXTS: tuple[ModuleType, ...] = (texts, contest_texts)
READINGS: tuple[Reads, ...] = ()
