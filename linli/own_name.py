"""By which words this installation is called again, for who is told to type the next command."""

import shutil
import sys
from pathlib import Path


def command() -> str:
    """`linli` where a shell finds it so, else the whole path of the one that runs."""
    own = Path(sys.executable).parent / "linli"
    found = shutil.which("linli")
    return "linli" if not own.exists() or (found and Path(found).resolve() == own.resolve()) else str(own)
