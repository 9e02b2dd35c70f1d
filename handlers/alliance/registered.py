"""What this domain registers: who executes its commands, what is said of their outcomes, what is read as them."""

from types import ModuleType

from handlers.alliance import ending, lecturing, proving, showing, texts
from handlers.alliance.reading import READS

EXECUTORS: tuple[ModuleType, ...] = (ending, lecturing, proving, showing)
TEXTS: tuple[ModuleType, ...] = (texts,)

__all__ = ["EXECUTORS", "READS", "TEXTS"]
