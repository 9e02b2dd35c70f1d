"""Files with records of another platform, in a folder."""

from pathlib import Path
from typing import Any

from governance.connectors.files import records_in

MOST_BYTES = 64 * 1024 * 1024


def records_of(path: Path) -> list[Any] | None:
    """All records of a file; None where it can't be read."""
    try:
        return None if path.stat().st_size > MOST_BYTES else records_in(path.name, path.read_bytes())
    except OSError:
        return None
