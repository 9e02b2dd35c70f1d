"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.requests import filing, reading, texts
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (filing,)
TEXTS: tuple[ModuleType, ...] = (texts,)
READINGS: tuple[Reads, ...] = (reading.READS,)
