"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.evaluation import (
    brand_showing,
    brand_texts,
    branding,
    drafting,
    objecting,
    publishing,
    reading,
    recount_texts,
    recounting,
    settling,
    showing,
    texts,
)
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (
    brand_showing, branding, drafting, objecting, publishing, recounting, settling, showing
)  # fmt: skip
TEXTS: tuple[ModuleType, ...] = (texts, brand_texts, recount_texts)
READINGS: tuple[Reads, ...] = (reading.READS,)
