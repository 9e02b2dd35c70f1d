"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.events import answering, deciding, leading, reading, reporter_texts, reporters, showing, texts
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (answering, deciding, leading, reporters, showing)
TEXTS: tuple[ModuleType, ...] = (reporter_texts, texts)
READINGS: tuple[Reads, ...] = (reading.READS,)
