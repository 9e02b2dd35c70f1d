"""What this domain puts into the registry."""

from types import ModuleType

from handlers.visits import keeping, planning, reading, recording, showing, texts, wishes, yards

EXECUTORS: tuple[ModuleType, ...] = (keeping, planning, recording, showing, wishes, yards)
TEXTS: tuple[ModuleType, ...] = (texts,)
READS = reading.READS
