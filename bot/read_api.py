"""What other systems may read with a key: tickets, events, duty, at /api/v1; each key has scopes and a number of questions."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from bot.doors import JSON, Door, Manner, NotServed, as_json_response, door_at, refused_as_json
from bot.parameters import instant, takes, whole, words
from governance.api_scopes import Scope
from handlers.connectors import words as said
from handlers.connectors.reading_api import duty_listed, events_listed, ticket_listed, tickets_listed
from handlers.context import Context
from storage.console.api_keys import GoodKey, good_key
from storage.unit_of_work import UnitOfWork

MOST = 500
KEY = "X-Api-Key"
LONGEST_BODY = 64 * 1024
MANNER = Manner(refused_as_json, LONGEST_BODY, said.TOO_LONG_TO_READ, said.READ_AWAY)
SINCE = (
    instant("since", "since", "since"), words("after", "after", 24), whole("most", "most", 1, MOST, 100),
)  # fmt: skip


def _always(_key: GoodKey) -> bool:
    return True


@dataclass(frozen=True)
class ReadDoor(Door):
    """What the interface works with. `admits`: whether a key has questions left in this minute."""

    admits: Callable[[GoodKey], bool] = _always


def read_api(door: ReadDoor) -> Blueprint:
    """The interface at /api/v1."""
    blueprint = door_at("api", "/api/v1", MANNER)
    _views(blueprint, door)
    return blueprint


def _views(blueprint: Blueprint, door: ReadDoor) -> None:
    @blueprint.get("/tickets")
    @takes(*SINCE, gives=(JSON,))
    def tickets(since: datetime | None, after: str, most: int) -> ResponseReturnValue:
        """Tickets opened since an instant, by number; the answer names where the next page begins."""
        return as_json_response(_asked(door, Scope.TICKETS, lambda ctx: tickets_listed(ctx, since, after, most)))

    @blueprint.get("/tickets/<number>")
    @takes(gives=(JSON,))
    def ticket(number: str) -> ResponseReturnValue:
        """One ticket."""
        found = _asked(door, Scope.TICKETS, lambda ctx: ticket_listed(ctx, number.upper()))
        if found is None:
            raise NotServed(404, said.NO_SUCH_TICKET)
        return as_json_response(found)

    @blueprint.get("/events")
    @takes(instant("since", "since", "since"), gives=(JSON,))
    def events(since: datetime | None) -> ResponseReturnValue:
        """Events proposed since an instant, 30 days back at most."""
        return as_json_response(_asked(door, Scope.EVENTS, lambda ctx: events_listed(ctx, since)))

    @blueprint.get("/duty")
    @takes(gives=(JSON,))
    def duty() -> ResponseReturnValue:
        """Shifts of the coming seven days, with how many are on them; no names."""
        return as_json_response(_asked(door, Scope.DUTY, duty_listed))


def _asked(door: ReadDoor, scope: Scope, read: Callable[[Context], Any]) -> Any:
    """What `read` answers to who holds a key for it."""
    with door.database.read() as connection:
        ctx = Context(UnitOfWork(connection), door.config, door.clock(), door.book)
        key = good_key(ctx.uow, request.headers.get(KEY, ""))
        if key is None:
            raise NotServed(403, said.NO_KEY)
        if scope not in key.scopes:
            raise NotServed(403, said.NO_SCOPE)
        if not door.admits(key):
            raise NotServed(429, said.TOO_MANY)
        return read(ctx)
