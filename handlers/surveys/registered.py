"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.said import Reads
from handlers.surveys import answering, drafting, linking, resident_votes, texts, vote_texts

EXECUTORS: tuple[ModuleType, ...] = (answering, drafting, linking, resident_votes)
TEXTS: tuple[ModuleType, ...] = (texts, vote_texts)
READINGS: tuple[Reads, ...] = ()
