"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.articles import agreeing, photo_texts, showing, texts, writing
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (agreeing, showing, writing)
TEXTS: tuple[ModuleType, ...] = (photo_texts, texts)
READINGS: tuple[Reads, ...] = ()
