"""What this domain puts into the registry: what executes its commands, its words, and what is read as which of them."""

from types import ModuleType

from handlers.office import answer_texts, board_keeping, board_texts, reading, sign_in, texts, upkeep, upkeep_texts
from handlers.said import Reads

EXECUTORS: tuple[ModuleType, ...] = (board_keeping, sign_in, upkeep)
TEXTS: tuple[ModuleType, ...] = (board_texts, texts, answer_texts, upkeep_texts)
READINGS: tuple[Reads, ...] = (reading.READS,)
