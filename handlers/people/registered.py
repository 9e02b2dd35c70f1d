"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.people import (
    absence,
    absence_recorded,
    binding,
    home,
    identity,
    invitation,
    reading,
    recorded_texts,
    texts,
)
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (absence, absence_recorded, binding, home, identity, invitation)
TEXTS: tuple[ModuleType, ...] = (texts, recorded_texts)
READINGS: tuple[Reads, ...] = (reading.READS,)
