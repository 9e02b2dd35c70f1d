"""How programs come in: each interface for them is set up here alike, with its limit of size, its errors in its own form, and from
where it was asked for the audit.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from bot.parameters import Unreadable
from governance.clock import Clock
from handlers.context import SubdistrictConfig
from storage.database import Database, Unavailable
from storage.origin import came_from
from storage.place_book import PlaceBook

JSON = "application/json"


@dataclass(frozen=True)
class Door:
    """What every interface works with."""

    database: Database
    config: SubdistrictConfig
    clock: Clock
    book: PlaceBook = field(default_factory=PlaceBook, kw_only=True)


@dataclass(frozen=True)
class Manner:
    """How a door refuses: `refuse` makes the answer, `longest` is the most bytes of a body; and what is said of one that is
    longer, and while the database is away.
    """

    refuse: Callable[[int, str], Response]
    longest: int
    too_long: str
    away: str


class NotServed(Exception):
    """What a program asked for is refused, with a status and a sentence."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status, self.text = status, text


def door_at(name: str, prefix: str, manner: Manner) -> Blueprint:
    """A blueprint for the views of an interface."""
    blueprint = Blueprint(name, __name__, url_prefix=prefix)

    @blueprint.before_request
    def come() -> ResponseReturnValue | None:
        came_from(request.remote_addr or "")
        return manner.refuse(413, manner.too_long) if _is_longer(manner.longest) else None

    @blueprint.errorhandler(RequestEntityTooLarge)
    def too_long(_error: Exception) -> ResponseReturnValue:
        return manner.refuse(413, manner.too_long)

    @blueprint.errorhandler(Unreadable)
    def unreadable(error: Unreadable) -> ResponseReturnValue:
        return manner.refuse(400, error.said)

    @blueprint.errorhandler(NotServed)
    def not_served(error: NotServed) -> ResponseReturnValue:
        return manner.refuse(error.status, error.text)

    def away(_error: Exception) -> ResponseReturnValue:
        return manner.refuse(503, manner.away)

    for error in Unavailable:
        blueprint.register_error_handler(error, away)
    return blueprint


def _is_longer(most: int) -> bool:
    """By what it says; of a body that does not say how long it is so much is read and no more."""
    if request.content_length is not None:
        return request.content_length > most
    request.max_content_length = most + 1
    return len(request.get_data()) > most


def refused_as_json(status: int, text: str) -> Response:
    """A refusal with its sentence, as most of them say it."""
    return as_json_response({"code": status, "description": text}, status)


def as_json_response(content: Any, status: int = 200) -> Response:
    """JSON with its Chinese to be read as it is."""
    return Response(json.dumps(content, ensure_ascii=False), status=status, mimetype=JSON)
