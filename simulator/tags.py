"""Tags of followers, on which menus hang. Source: the platform's document on user tags."""

import itertools
import threading
from typing import Any

from simulator.errors import ApiError

MOST_TAGS, LONGEST_NAME, MOST_AT_ONCE = 100, 30, 50


class Tags:
    """All tags and who bears them. `permitted`: whether the account's kind may use them."""

    def __init__(self) -> None:
        self.permitted = True
        self._names: dict[int, str] = {}
        self._bearers: dict[str, set[int]] = {}
        self._ids = itertools.count(100)
        self._making = threading.Lock()

    def require_permission(self) -> None:
        """Raises ApiError 48001 for an account that may not."""
        if not self.permitted:
            raise ApiError(48001, "api unauthorized")

    def all(self) -> dict[str, Any]:
        """Every tag."""
        self.require_permission()
        return {"tags": [{"id": number, "name": name, "count": 0} for number, name in list(self._names.items())]}

    def create(self, name: str) -> dict[str, Any]:
        """A new tag; raises ApiError 45157, 45158 or 45056."""
        self.require_permission()
        if len(name.encode()) > LONGEST_NAME:
            raise ApiError(45158, "tag name length overflow")
        with self._making:
            if not name or name in self._names.values():
                raise ApiError(45157, "invalid tag name")
            if len(self._names) >= MOST_TAGS:
                raise ApiError(45056, "too many tags")
            number = next(self._ids)
            self._names[number] = name
        return {"tag": {"id": number, "name": name}}

    def change(self, openids: list[str], tag: int, on: bool) -> None:
        """Gives or takes a tag; raises ApiError 45159 or 40032."""
        self.require_permission()
        if tag not in self._names:
            raise ApiError(45159, "invalid tag id")
        if not 1 <= len(openids) <= MOST_AT_ONCE:
            raise ApiError(40032, "invalid openid list size")
        for openid in openids:
            bearer = self._bearers.setdefault(openid, set())
            if on:
                bearer.add(tag)
            else:
                bearer.discard(tag)

    def of(self, openid: str) -> list[int]:
        """A follower's tags."""
        return sorted(self._bearers.get(openid, ()))
