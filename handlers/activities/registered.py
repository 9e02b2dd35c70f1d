"""What this domain registers: who executes its commands, and what is said of their outcomes."""

from types import ModuleType

from handlers.activities import booking, mine, organising, rating, texts

EXECUTORS: tuple[ModuleType, ...] = (booking, mine, organising, rating)
TEXTS: tuple[ModuleType, ...] = (texts,)
