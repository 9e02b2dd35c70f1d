"""What came of a part."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.installed.place import Installed


@dataclass(frozen=True)
class Seen:
    """What was seen to work; `missed`: an aim that was not reached; `not_here`: what this machine has no means for."""

    what: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    not_here: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """A part by its name, and how it is played."""

    name: str
    play: Callable[[Installed], Seen]
