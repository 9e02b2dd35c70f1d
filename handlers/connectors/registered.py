"""What this domain puts into the registry: what executes its commands, and its words; none of them is said in a chat."""

from types import ModuleType

from handlers.connectors import join_texts, joining, settling, texts
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (settling, joining)
TEXTS: tuple[ModuleType, ...] = (texts, join_texts)
READINGS: tuple[Reads, ...] = ()
