"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.alliance import ending, lecturing, proving, reading, showing, texts
from handlers.alliance.reading import READS
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (ending, lecturing, proving, showing)
TEXTS: tuple[ModuleType, ...] = (texts,)

__all__ = ["EXECUTORS", "READS", "TEXTS"]
READINGS: tuple[Reads, ...] = (reading.READS,)
