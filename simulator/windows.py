"""When and how often an account may write to a person first. Source: the customer-service rules since 2023-06-12."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from simulator.errors import ApiError


@dataclass(frozen=True)
class Grant:
    """What one action of a person allows."""

    lasts: timedelta
    messages: int


GRANTS: dict[str, Grant] = {
    "message": Grant(timedelta(hours=48), 5),
    "click": Grant(timedelta(minutes=1), 3),
    "subscribe": Grant(timedelta(minutes=1), 3),
    "scan": Grant(timedelta(minutes=1), 3),
}


class Windows:
    """The open windows of all people: the newest action of each kind counts, with what is left of it."""

    def __init__(self) -> None:
        self._open: dict[str, dict[str, tuple[datetime, int]]] = {}

    def note(self, openid: str, action: str, now: datetime) -> None:
        """A person acted."""
        grant = GRANTS[action]
        self._open.setdefault(openid, {})[action] = (now + grant.lasts, grant.messages)

    def take(self, openid: str, now: datetime) -> None:
        """Uses up one message; raises ApiError 45015 with no window open, 45047 with nothing left."""
        windows = self._open.get(openid, {})
        living = sorted((ends, action, left) for action, (ends, left) in windows.items() if ends > now)
        if not living:
            raise ApiError(45015, "response out of time limit or subscription is canceled")
        for ends, action, left in living:
            if left > 0:
                windows[action] = (ends, left - 1)
                return
        raise ApiError(45047, "out of response count limit")
