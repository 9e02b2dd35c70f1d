"""Files that take seconds to draw and that anybody may ask for: drawn one at a time, and kept while nothing in them changes."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

MOST_KEPT = 16


class Drawn:
    """The newest files by what stands in them. However many ask at once, one is drawn at a time in a process."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._one_at_a_time = Lock()

    def file(self, content: object, draw: Callable[[], bytes]) -> bytes:
        """What `draw` makes of `content`, a value whose text says all of it; drawn again once that is another."""
        key = repr(content)
        kept = self._kept.get(key)
        if kept is not None:
            return kept
        with self._one_at_a_time:
            kept = self._kept.get(key)
            if kept is None:
                kept = self._kept[key] = draw()
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
            return kept
