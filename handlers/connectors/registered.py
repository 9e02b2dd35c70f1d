"""What this domain puts into the registry: what executes its commands, and its words, and what is read as which of them."""

from types import ModuleType

from handlers.connectors import case_texts, join_texts, joining, looking_up, reading, settling, texts
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (settling, joining, looking_up)
TEXTS: tuple[ModuleType, ...] = (texts, join_texts, case_texts)
READINGS: tuple[Reads, ...] = (reading.READS,)
