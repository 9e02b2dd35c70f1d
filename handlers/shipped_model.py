"""The models that are shipped with the product, each read once a process."""

from functools import cache
from pathlib import Path

import understanding.model
from understanding.learned import LearnedModel
from understanding.learned_file import from_bytes as learned_from_bytes
from understanding.model.command_model import CommandModel
from understanding.model.file import from_bytes

FOLDER = Path(understanding.model.__file__).parent
FILE, TROUBLES = FOLDER / "commands.npz", FOLDER / "troubles.npz"


@cache
def shipped() -> CommandModel:
    """What was learned from the corpus by `linli understanding train`."""
    return from_bytes(FILE.read_bytes())


@cache
def shipped_troubles() -> LearnedModel:
    """What was learned of how people tell of trouble that many have at once."""
    return learned_from_bytes(TROUBLES.read_bytes())
