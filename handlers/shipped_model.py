"""The model that is shipped with the product, read once a process."""

from functools import cache
from importlib.resources import files

from understanding.model.command_model import CommandModel
from understanding.model.file import from_bytes

PACKAGE, FILE = "understanding.model", "commands.npz"


@cache
def shipped() -> CommandModel:
    """What was learned from the corpus by `linli understanding train`."""
    return from_bytes((files(PACKAGE) / FILE).read_bytes())
