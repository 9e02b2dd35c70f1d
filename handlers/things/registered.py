"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.said import Reads
from handlers.things import inspecting, keeping, reading, scanning, texts

EXECUTORS: tuple[ModuleType, ...] = (inspecting, keeping, scanning)
TEXTS: tuple[ModuleType, ...] = (texts,)
READINGS: tuple[Reads, ...] = (reading.READS,)
