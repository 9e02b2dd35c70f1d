"""What this domain brings to the registry."""

from types import ModuleType

from handlers.councils import agenda, meeting_texts, meetings, minutes, reading, resolutions, texts, topics, voting

EXECUTORS: tuple[ModuleType, ...] = (agenda, meetings, minutes, resolutions, topics, voting)
TEXTS: tuple[ModuleType, ...] = (meeting_texts, texts)
READS = reading.READS
