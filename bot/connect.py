"""The door for other platforms: POST /connect/<platform>, signed; what comes is kept and answered at once, and worked off later."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from bot.parameters import takes
from governance.clock import Clock
from governance.connectors.cloudevents import events_in
from governance.connectors.mapping import Platform
from governance.connectors.reading import at
from governance.connectors.signing import NONCE, SIGNATURE, TIMESTAMP, unsigned
from handlers.connectors import words
from handlers.connectors.taking import MOST_RECORDS, take_records
from handlers.context import SubdistrictConfig
from storage.connectors.platforms import connected
from storage.database import Database, Unavailable
from storage.inbound import Delivery, first_digests
from storage.origin import came_from
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork

LONGEST_BODY = 1024 * 1024
_JSON = "application/json"


@dataclass(frozen=True)
class PlatformDoor:
    """What the door works with. `wake` tells a worker that records wait."""

    database: Database
    config: SubdistrictConfig
    clock: Clock
    wake: Callable[[], None]
    book: PlaceBook = field(default_factory=PlaceBook)


def connect(door: PlatformDoor) -> Blueprint:
    """The door at /connect."""
    blueprint = Blueprint("connect", __name__, url_prefix="/connect")

    @blueprint.before_request
    def origin() -> None:
        came_from(request.remote_addr or "")

    @blueprint.post("/<platform>")
    @takes(gives=(_JSON,))
    def brought(platform: str) -> ResponseReturnValue:
        """Records of a platform: one, a list of them, or CloudEvents."""
        return _brought(door, platform)

    def away(_error: Exception) -> ResponseReturnValue:
        return said(503, words.AWAY)

    for error in Unavailable:
        blueprint.register_error_handler(error, away)
    return blueprint


def _brought(door: PlatformDoor, name: str) -> Response:
    body = request.get_data(cache=False)
    if len(body) > LONGEST_BODY:
        return said(413, words.TOO_LONG)
    timestamp, nonce = request.headers.get(TIMESTAMP, ""), request.headers.get(NONCE, "")
    platform, now = door.config.platforms.get(name), door.clock()
    with door.database.read() as connection:
        known = None if platform is None else connected(UnitOfWork(connection), name)
    if platform is None or known is None or not known.is_on:
        return said(403, words.NOT_SIGNED)
    if unsigned(known.secret, timestamp, nonce, request.headers.get(SIGNATURE, ""), body, now) is not None:
        return said(403, words.NOT_SIGNED)
    records = _records(platform, body)
    if records is None:
        return said(400, words.NO_RECORDS)
    with door.database.write() as connection:
        uow = UnitOfWork(connection)
        delivery = Delivery(int(timestamp), f"{name}:{nonce}"[:80], hashlib.sha256(body).hexdigest())
        if first_digests(uow, [delivery])[delivery.key] != delivery.digest:
            return said(409, words.USED_NONCE)
        taken = take_records(uow, platform, "push", records, now)
        uow.finish()
    if taken.new:
        door.wake()
    aside = [{"id": their_id, "reason": fault.value, "said": words.FAULT[fault]} for their_id, fault in taken.set_aside]
    return _json(202, {"taken": taken.new, "known": taken.known, "set_aside": aside})


def _records(platform: Platform, body: bytes) -> list[Any] | None:
    """The records of a body; None where it is none of what is agreed."""
    try:
        found = json.loads(body)
        if platform.envelope == "cloudevents":
            found = events_in(request.content_type or "", dict(request.headers), found)
        elif isinstance(found, dict) and platform.items:
            found = at(found, platform.items) or found
    except (ValueError, RecursionError):
        return None
    records = found if isinstance(found, list) else [found]
    fits = records and len(records) <= MOST_RECORDS and all(isinstance(each, dict) for each in records)
    return records if fits else None


def said(status: int, text: str) -> Response:
    """A refusal with its sentence."""
    return _json(status, {"code": status, "description": text})


def _json(status: int, content: Any) -> Response:
    return Response(json.dumps(content, ensure_ascii=False), status=status, mimetype=_JSON)
