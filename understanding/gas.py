"""Gas in the air: what was told of it forbids what makes sparks."""

from understanding.hazard import Danger, hazard_in
from understanding.normalise import normalise


def smells_of_gas(summary: str) -> bool:
    """Whether a matter is gas that escapes."""
    found = hazard_in(normalise(summary))
    return found is not None and found.danger is Danger.GAS
