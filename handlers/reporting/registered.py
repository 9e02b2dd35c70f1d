"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.reporting import (
    answering,
    area,
    correcting,
    enquiring,
    enquiring_texts,
    facts,
    filing,
    flood_texts,
    following,
    office_texts,
    overseeing,
    overseeing_texts,
    reading,
    splitting,
    standing_texts,
    texts,
    worry_texts,
    worrying,
)
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (
    answering,
    area,
    correcting,
    enquiring,
    facts,
    filing,
    following,
    overseeing,
    splitting,
    worrying,
)
TEXTS: tuple[ModuleType, ...] = (
    enquiring_texts,
    flood_texts,
    office_texts,
    overseeing_texts,
    standing_texts,
    texts,
    worry_texts,
)
READINGS: tuple[Reads, ...] = (reading.READS,)
