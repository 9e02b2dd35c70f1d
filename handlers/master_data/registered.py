"""What this domain puts into the registry: what executes its commands and its words. Nothing of it is said in a chat."""

from types import ModuleType

from handlers.master_data import duty_editing, editing, setting, texts
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (duty_editing, editing, setting)
TEXTS: tuple[ModuleType, ...] = (texts,)
READINGS: tuple[Reads, ...] = ()
