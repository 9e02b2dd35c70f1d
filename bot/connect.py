"""The door for other platforms: POST /connect/<platform>, signed; what comes is kept and answered at once, and worked off later."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from bot.doors import JSON, Door, Manner, as_json_response, door_at, refused_as_json
from bot.parameters import takes
from governance.connectors.cloudevents import events_in
from governance.connectors.mapping import Platform
from governance.connectors.reading import at
from governance.connectors.signing import NONCE, SIGNATURE, TIMESTAMP, unsigned
from handlers.connectors import words
from handlers.connectors.taking import MOST_RECORDS, take_records
from storage.connectors.platforms import connected
from storage.inbound import Delivery, first_digests
from storage.unit_of_work import UnitOfWork

LONGEST_BODY = 1024 * 1024
MANNER = Manner(refused_as_json, LONGEST_BODY, words.TOO_LONG, words.AWAY)


@dataclass(frozen=True)
class PlatformDoor(Door):
    """What the door works with. `wake` tells a worker that records wait."""

    wake: Callable[[], None]


def connect(door: PlatformDoor) -> Blueprint:
    """The door at /connect."""
    blueprint = door_at("connect", "/connect", MANNER)

    @blueprint.post("/<platform>")
    @takes(gives=(JSON,))
    def brought(platform: str) -> ResponseReturnValue:
        """Records of a platform: one, a list of them, or CloudEvents."""
        return _brought(door, platform)

    return blueprint


def _brought(door: PlatformDoor, name: str) -> Response:
    body = request.get_data(cache=False)
    timestamp, nonce = request.headers.get(TIMESTAMP, ""), request.headers.get(NONCE, "")
    platform, now = door.config.platforms.get(name), door.clock()
    with door.database.read() as connection:
        known = None if platform is None else connected(UnitOfWork(connection), name)
    if platform is None or known is None or not known.is_on:
        return refused_as_json(403, words.NOT_SIGNED)
    if unsigned(known.secret, timestamp, nonce, request.headers.get(SIGNATURE, ""), body, now) is not None:
        return refused_as_json(403, words.NOT_SIGNED)
    records = _records(platform, body)
    if records is None:
        return refused_as_json(400, words.NO_RECORDS)
    with door.database.write() as connection:
        uow = UnitOfWork(connection)
        delivery = Delivery(int(timestamp), f"{name}:{nonce}"[:80], hashlib.sha256(body).hexdigest())
        if first_digests(uow, [delivery])[delivery.key] != delivery.digest:
            return refused_as_json(409, words.USED_NONCE)
        taken = take_records(uow, platform, "push", records, now)
        uow.finish()
    if taken.new:
        door.wake()
    aside = [{"id": their_id, "reason": fault.value, "said": words.FAULT[fault]} for their_id, fault in taken.set_aside]
    return as_json_response({"taken": taken.new, "known": taken.known, "set_aside": aside}, 202)


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
