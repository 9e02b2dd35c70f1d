"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.area_notices import agreeing, changing, drafting, listing, preview_texts, reading, texts
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (agreeing, changing, drafting, listing)
TEXTS: tuple[ModuleType, ...] = (preview_texts, texts)
READINGS: tuple[Reads, ...] = (reading.READS,)
