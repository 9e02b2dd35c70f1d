"""The model that is shipped with the product, read once a process."""

from functools import cache
from pathlib import Path

import understanding.model
from understanding.model.command_model import CommandModel
from understanding.model.file import from_bytes

FILE = Path(understanding.model.__file__).parent / "commands.npz"


@cache
def shipped() -> CommandModel:
    """What was learned from the corpus by `linli understanding train`."""
    return from_bytes(FILE.read_bytes())
