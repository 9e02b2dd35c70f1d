"""All that executes the commands of visits."""

from types import ModuleType

from handlers.visits import keeping, recording, showing, wishes

EXECUTORS: tuple[ModuleType, ...] = (keeping, recording, showing, wishes)
