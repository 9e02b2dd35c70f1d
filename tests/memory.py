"""Where tests put their files: in memory where there is room, so that no commit waits for a disk."""

import os
import shutil
from pathlib import Path

MEMORY, ROOM = Path("/dev/shm"), 3 * 2**30


def memory() -> Path | None:
    """A folder in memory, None where there is too little of it.

    A commit takes milliseconds on a disk and microseconds here; to copy the 350 files of a PostgreSQL database takes a
    hundredth of a second here and up to a tenth there.
    """
    return MEMORY if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= ROOM else None


def used_by_pytest() -> None:
    """Pytest's own folders lie there too, unless somebody said where they are to lie."""
    if (folder := memory()) is not None:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(folder))
