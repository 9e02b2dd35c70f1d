"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.councils import (
    agenda,
    meeting_texts,
    meetings,
    minutes,
    reading,
    resolutions,
    scanning,
    texts,
    topics,
    voting,
)
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (agenda, meetings, minutes, resolutions, scanning, topics, voting)
TEXTS: tuple[ModuleType, ...] = (meeting_texts, texts)
READINGS: tuple[Reads, ...] = (reading.READS,)
