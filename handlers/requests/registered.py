"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.requests import by_office, filing, reading, texts, turning
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (filing, by_office, turning)
TEXTS: tuple[ModuleType, ...] = (texts,)
READINGS: tuple[Reads, ...] = (reading.READS,)
