"""The models that are shipped with the product, each read once a process, by who reads messages: numpy comes with them."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import understanding.model

if TYPE_CHECKING:
    from understanding.learned import LearnedModel
    from understanding.model.command_model import CommandModel

FOLDER = Path(understanding.model.__file__).parent
FILE, TROUBLES = FOLDER / "commands.npz", FOLDER / "troubles.npz"


@cache
def shipped() -> "CommandModel":
    """What was learned from the corpus by `linli understanding train`."""
    from understanding.model.file import from_bytes

    return from_bytes(FILE.read_bytes())


@cache
def shipped_troubles() -> "LearnedModel":
    """What was learned of how people tell of trouble that many have at once."""
    from understanding.learned_file import from_bytes

    return from_bytes(TROUBLES.read_bytes())


def prepare() -> None:
    """Reads both and works out what all texts share, so that forks of this process have it in common."""
    shipped().prepare()
    _ = shipped_troubles().places
