"""What other systems may read with a key: tickets, events, duty, at /api/v1; each key has scopes and a number of questions."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from bot.parameters import Unreadable, instant, takes, whole, words
from governance.api_scopes import Scope
from governance.clock import Clock
from handlers.connectors import words as said
from handlers.connectors.reading_api import duty_listed, events_listed, ticket_listed, tickets_listed
from handlers.context import Context, SubdistrictConfig
from storage.console.api_keys import GoodKey, good_key
from storage.database import Database, Unavailable
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork

MOST = 500
KEY = "X-Api-Key"
_JSON = "application/json"
SINCE = (
    instant("since", "since", "since"), words("after", "after", 24), whole("most", "most", 1, MOST, 100),
)  # fmt: skip


def _always(_key: GoodKey) -> bool:
    return True


@dataclass(frozen=True)
class ReadDoor:
    """What the interface works with. `admits`: whether a key has questions left in this minute."""

    database: Database
    config: SubdistrictConfig
    clock: Clock
    admits: Callable[[GoodKey], bool] = _always
    book: PlaceBook = field(default_factory=PlaceBook)


class _No(Exception):
    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status, self.text = status, text


def read_api(door: ReadDoor) -> Blueprint:
    """The interface at /api/v1."""
    blueprint = Blueprint("api", __name__, url_prefix="/api/v1")
    _views(blueprint, door)

    @blueprint.errorhandler(_No)
    def no(error: _No) -> ResponseReturnValue:
        return _answer({"code": error.status, "description": error.text}, error.status)

    @blueprint.errorhandler(Unreadable)
    def unreadable(error: Unreadable) -> ResponseReturnValue:
        return _answer({"code": 400, "description": error.said}, 400)

    def away(_error: Exception) -> ResponseReturnValue:
        return _answer({"code": 503, "description": said.READ_AWAY}, 503)

    for error in Unavailable:
        blueprint.register_error_handler(error, away)
    return blueprint


def _views(blueprint: Blueprint, door: ReadDoor) -> None:
    @blueprint.get("/tickets")
    @takes(*SINCE, gives=(_JSON,))
    def tickets(since: datetime | None, after: str, most: int) -> ResponseReturnValue:
        """Tickets opened since an instant, by number; the answer names where the next page begins."""
        return _answer(_asked(door, Scope.TICKETS, lambda ctx: tickets_listed(ctx, since, after, most)))

    @blueprint.get("/tickets/<number>")
    @takes(gives=(_JSON,))
    def ticket(number: str) -> ResponseReturnValue:
        """One ticket."""
        found = _asked(door, Scope.TICKETS, lambda ctx: ticket_listed(ctx, number.upper()))
        if found is None:
            raise _No(404, said.NO_SUCH_TICKET)
        return _answer(found)

    @blueprint.get("/events")
    @takes(instant("since", "since", "since"), gives=(_JSON,))
    def events(since: datetime | None) -> ResponseReturnValue:
        """Events proposed since an instant, 30 days back at most."""
        return _answer(_asked(door, Scope.EVENTS, lambda ctx: events_listed(ctx, since)))

    @blueprint.get("/duty")
    @takes(gives=(_JSON,))
    def duty() -> ResponseReturnValue:
        """Shifts of the coming seven days, with how many are on them; no names."""
        return _answer(_asked(door, Scope.DUTY, duty_listed))


def _asked(door: ReadDoor, scope: Scope, read: Callable[[Context], Any]) -> Any:
    """What `read` answers to who holds a key for it."""
    with door.database.read() as connection:
        ctx = Context(UnitOfWork(connection), door.config, door.clock(), door.book)
        key = good_key(ctx.uow, request.headers.get(KEY, ""))
        if key is None:
            raise _No(403, said.NO_KEY)
        if scope not in key.scopes:
            raise _No(403, said.NO_SCOPE)
        if not door.admits(key):
            raise _No(429, said.TOO_MANY)
        return read(ctx)


def _answer(content: Any, status: int = 200) -> Response:
    return Response(json.dumps(content, ensure_ascii=False), status=status, mimetype=_JSON)
