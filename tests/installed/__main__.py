"""Plays all parts of a wheel, each whatever became of those before it, and prints a table: `python -m tests.installed WHEEL`."""

import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.installed.parts import PARTS
from tests.installed.place import Installed
from tests.installed.seen import Part, Seen


def played(part: Part, place: Installed) -> tuple[float, Seen | None]:
    """How many seconds it took and what was seen; None where it failed, which is printed."""
    begun = time.monotonic()
    try:
        seen = part.play(place)
    except Exception:
        traceback.print_exc()
        seen = None
    took = time.monotonic() - begun
    print(f"{part.name}: {'FAILED' if seen is None else 'played'}, {took:.0f} s", flush=True)
    return took, seen


def lines(part: Part, took: float, seen: Seen | None) -> list[str]:
    """A part in the table."""
    head = f"{part.name:<44}{took:>5.0f} s"
    if seen is None:
        return [f"{head}  FAILED"]
    said = [
        *seen.what,
        *(f"AIM MISSED: {each}" for each in seen.missed),
        *(f"not here: {each}" for each in seen.not_here),
    ]
    return [f"{head if not place else '':<51}  {each}" for place, each in enumerate(said)]


def main(wheel: Path) -> int:
    """Plays all of it; 1 where a part failed."""
    with tempfile.TemporaryDirectory(prefix="linli-installed-") as name:
        Path(name).chmod(0o755)
        place = Installed(wheel.absolute(), Path(name))
        print("installed", flush=True)
        found = [(part, *played(part, place)) for part in PARTS]
    print("", *(line for each in found for line in lines(*each)), sep="\n", flush=True)
    return int(any(seen is None for _, _, seen in found))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
