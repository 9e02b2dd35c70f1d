"""All that executes the commands of visits."""

from types import ModuleType

from handlers.visits import keeping, planning, recording, showing, wishes

EXECUTORS: tuple[ModuleType, ...] = (keeping, planning, recording, showing, wishes)
