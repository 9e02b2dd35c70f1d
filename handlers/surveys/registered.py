"""What this domain brings to the registry."""

from types import ModuleType

from handlers.surveys import answering, drafting, texts

EXECUTORS: tuple[ModuleType, ...] = (answering, drafting)
TEXTS: tuple[ModuleType, ...] = (texts,)
