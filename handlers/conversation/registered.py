"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.conversation import helping, media, offering, reading, small_talk, subscription, texts
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (helping, media, offering, small_talk, subscription)
TEXTS: tuple[ModuleType, ...] = (texts,)
READINGS: tuple[Reads, ...] = (reading.READS,)
