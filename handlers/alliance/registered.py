"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.alliance import ending, grid_branch_texts, lecturing, own_branch, proving, reading, showing, texts
from handlers.alliance.reading import READS
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (ending, lecturing, own_branch, proving, showing)
TEXTS: tuple[ModuleType, ...] = (texts, grid_branch_texts)

__all__ = ["EXECUTORS", "READS", "TEXTS"]
READINGS: tuple[Reads, ...] = (reading.READS,)
