"""What the registry takes of this domain: executors and words."""

from types import ModuleType

from handlers.projects import (
    claiming,
    list_texts,
    listing,
    refusal_texts,
    running,
    showing,
    staff_texts,
    taking_on,
    texts,
    working,
)

EXECUTORS: tuple[ModuleType, ...] = (claiming, listing, running, showing, taking_on, working)
TEXTS: tuple[ModuleType, ...] = (list_texts, refusal_texts, staff_texts, texts)
