"""What this domain puts into the registry: what executes its commands, and its words; none of them is said in a chat."""

from types import ModuleType

from handlers.connectors import settling, texts
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (settling,)
TEXTS: tuple[ModuleType, ...] = (texts,)
READINGS: tuple[Reads, ...] = ()
