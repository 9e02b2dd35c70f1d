"""What everybody's phone shows, and those who watch it live."""

import itertools
import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Bubble:
    """One line of a chat. side: person, account or system."""

    serial: int
    openid: str
    side: str
    kind: str
    text: str
    media_id: str = ""
    taps: tuple[str, ...] = ()


class Journal:
    """All bubbles in order; safe for threads."""

    def __init__(self) -> None:
        self._bubbles: list[Bubble] = []
        self._serial = itertools.count(1)
        self._watchers: list[queue.Queue[Bubble]] = []
        self._changed = threading.Condition()

    def add(
        self, openid: str, side: str, kind: str, text: str, media_id: str = "", taps: tuple[str, ...] = ()
    ) -> Bubble:
        """Shows a bubble on a phone; `taps`: answers below it that can be tapped."""
        with self._changed:
            bubble = Bubble(next(self._serial), openid, side, kind, text, media_id, taps)
            self._bubbles.append(bubble)
            for watcher in self._watchers:
                watcher.put(bubble)
            self._changed.notify_all()
        return bubble

    def of(self, openid: str, after: int = 0) -> list[Bubble]:
        """A phone's bubbles with a higher serial."""
        with self._changed:
            return [bubble for bubble in self._bubbles if bubble.openid == openid and bubble.serial > after]

    def wait_for(self, openid: str, side: str, after: int, seconds: float) -> Bubble | None:
        """The next bubble of that side on a phone, or None when none came in time."""
        found: list[Bubble] = []

        def there() -> bool:
            found[:] = [b for b in self._bubbles if b.openid == openid and b.side == side and b.serial > after]
            return bool(found)

        with self._changed:
            self._changed.wait_for(there, seconds)
        return found[0] if found else None

    def snapshot(self) -> list[dict[str, Any]]:
        """Everything, for a page that opens."""
        with self._changed:
            return [dict(vars(bubble)) for bubble in self._bubbles]

    def watch(self, beat_seconds: float = 15.0) -> Iterator[Bubble | None]:
        """Bubbles as they come, None now and then so that a closed connection is noticed."""
        mine: queue.Queue[Bubble] = queue.Queue()
        with self._changed:
            self._watchers.append(mine)
        try:
            while True:
                try:
                    yield mine.get(timeout=beat_seconds)
                except queue.Empty:
                    yield None
        finally:
            with self._changed:
                self._watchers.remove(mine)
