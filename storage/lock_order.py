"""The one order in which rows are locked, and who has to ask without waiting because they come too late in it."""

from collections.abc import Collection
from enum import IntEnum
from typing import Any


class Lock(IntEnum):
    """What is locked, in the order in which it is; rows of one kind in the order of their keys."""

    ACCOUNT = 1
    TICKET = 2
    EVENT = 3
    EVENT_REPORT = 4
    AREA_NOTICE = 5
    PROJECT = 6
    TAKE_ON = 7
    COUNCIL = 8
    """What a council has: meetings, then topics, votes, resolutions; the key begins with which of these."""
    SURVEY = 9
    """A survey, then its boxes; the key begins with which of these."""
    EVALUATION = 10
    """A round of the yearly evaluation: who objects, settles and publishes comes one after the other."""
    STAR_ROUND = 11
    STAR_AWARD = 12
    SHIFT = 13
    PERSON = 14
    DATA_REQUEST = 15
    LOGIN = 16
    NUMBER = 17
    """The counter of the day's tickets: everybody who reports wants it, so it is held for the shortest time."""
    ARTICLE = 18
    """An article to residents: whoever holds one asks for nothing else."""


class LockOrder:
    """What one transaction has locked so far.

    A command locks in the order, so two of them never wait for each other. Several that share a transaction can't: what the
    second needs may come before what the first has locked.
    """

    def __init__(self) -> None:
        self.shared = False
        """Whether several messages share the transaction."""
        self._held: set[tuple[Lock, Any]] = set()
        self._last: tuple[Lock, Any] | None = None

    def must_not_wait(self, what: Lock, keys: Collection[Any]) -> bool:
        """Whether these rows may be locked only if nobody else holds them; notes that they are.

        Who waits only in the order can't be part of a circle of those who wait. `keys` empty: it is not known which rows.
        """
        wanted = {(what, key) for key in keys}
        new = wanted - self._held
        if wanted and not new:
            return False
        late = self._is_late(what, min((key for _, key in new), default=None))
        self._held |= new
        last = (what, max((key for _, key in new), default=None))
        self._last = last if self._last is None or not late else self._last
        return late and self.shared

    def _is_late(self, what: Lock, key: Any) -> bool:
        if self._last is None or what > self._last[0]:
            return False
        return what < self._last[0] or key is None or self._last[1] is None or key < self._last[1]
