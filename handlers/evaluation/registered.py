"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.evaluation import branding, drafting, objecting, publishing, reading, settling, showing, texts
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (branding, drafting, objecting, publishing, settling, showing)
TEXTS: tuple[ModuleType, ...] = (texts,)
READINGS: tuple[Reads, ...] = (reading.READS,)
