"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.people import absence, binding, home, identity, invitation, reading, texts
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (absence, binding, home, identity, invitation)
TEXTS: tuple[ModuleType, ...] = (texts,)
READINGS: tuple[Reads, ...] = (reading.READS,)
