"""Open311 GeoReport v2: services, requests, one request, and opening one with a key; JSON and XML."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.sax.saxutils import escape

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from bot import texts
from bot.doors import JSON, Door, Manner, door_at
from bot.parameters import instant, listed, takes, words
from handlers.context import Here
from handlers.intake.open311 import take_request
from handlers.intake.outcomes import RequestRefused, Unfit
from handlers.intake.queries import Request311, Service311, requests_between, services
from handlers.outcomes import as_json, in_words
from storage.unit_of_work import UnitOfWork

LONGEST_BODY = 64 * 1024
SPAN, MOST = timedelta(days=90), 1000
"""A search without dates goes back so far and answers so many. Source: GeoReport v2, GET Service Requests."""
_STATUS = {Unfit.NO_KEY: 403, Unfit.UNKNOWN_SERVICE: 404}
"""What is answered to a request that opens nothing; 400 to all others."""
_MOST_NAMED = 50
"""So many tickets, services or states may be named in one search."""
_XML = "text/xml"

_SEARCH = (
    instant("start_date", "start_date", "first"),
    instant("end_date", "end_date", "last"),
    listed("service_request_id", "service_request_id", _MOST_NAMED, "numbers"),
    listed("service_code", "service_code", _MOST_NAMED, "codes"),
    listed("status", "status", _MOST_NAMED, "states"),
)

_POST = tuple(
    words(name, name, LONGEST_BODY)
    for name in ("api_key", "jurisdiction_id", "service_code", "description", "address_string", "lat", "long")
)


@dataclass(frozen=True)
class OpenDoor(Door):
    """What the interface works with. `jurisdiction`: the only one that is served. `wake` tells a worker that rows wait."""

    jurisdiction: str
    wake: Callable[[], None]


def open311(door: OpenDoor) -> Blueprint:
    """The interface at /open311/v2."""
    blueprint = door_at("open311", "/open311/v2", Manner(wrong, LONGEST_BODY, texts.OPEN311_LONG, texts.OPEN311_AWAY))

    @blueprint.before_request
    def known_jurisdiction() -> ResponseReturnValue | None:
        asked = request.values.get("jurisdiction_id")
        return None if asked in (None, "", door.jurisdiction) else wrong(404, texts.OPEN311_JURISDICTION)

    _service_views(blueprint, door)
    _request_views(blueprint, door)
    return blueprint


def _service_views(blueprint: Blueprint, door: OpenDoor) -> None:
    @blueprint.get("/services.<form>")
    @takes(gives=(JSON, _XML))
    def offered(form: str) -> ResponseReturnValue:
        return _answer(form, "services", "service", [_service(each) for each in services(door.config)])

    @blueprint.get("/services/<code>.<form>")
    @takes(gives=(JSON, _XML))
    def defined(code: str, form: str) -> ResponseReturnValue:
        if code not in {each.code for each in services(door.config)}:
            return wrong(404, texts.OPEN311_SERVICE, form)
        return _answer(form, "service_definition", "attribute", [], {"service_code": code, "attributes": []})


def _request_views(blueprint: Blueprint, door: OpenDoor) -> None:
    @blueprint.get("/requests.<form>")
    @takes(*_SEARCH, gives=(JSON, _XML))
    def found(
        form: str,
        first: datetime | None,
        last: datetime | None,
        numbers: Sequence[str],
        codes: Sequence[str],
        states: Sequence[str],
    ) -> ResponseReturnValue:
        rows = requests_between(
            door.database, door.config, door.book, door.clock(), _span(first, last, door.clock()), MOST,
            numbers=numbers, codes=codes, states=states,
        )  # fmt: skip
        return _answer(form, "service_requests", "request", [_request(each, door) for each in rows])

    @blueprint.get("/requests/<number>.<form>")
    @takes(gives=(JSON, _XML))
    def one(number: str, form: str) -> ResponseReturnValue:
        always = datetime(2000, 1, 1, tzinfo=UTC), door.clock()
        rows = requests_between(
            door.database, door.config, door.book, door.clock(), always, 1, numbers=[number.upper()]
        )
        if not rows:
            return wrong(404, texts.OPEN311_REQUEST, form)
        return _answer(form, "service_requests", "request", [_request(rows[0], door)])

    @blueprint.post("/requests.<form>")
    @takes(form=_POST, gives=(JSON, _XML))
    def opened(form: str, **_said: str) -> ResponseReturnValue:
        made = take_request(door.database, door.config, door.book, door.clock(), request.form.to_dict())
        if isinstance(made, RequestRefused):
            return _refused(made, in_words(made, _here(door)), form)
        door.wake()
        row = {"service_request_id": made.number, "service_notice": texts.OPEN311_NOTICE, "account_id": ""}
        return _answer(form, "service_requests", "request", [row], status=201)


def _here(door: OpenDoor) -> Here:
    with door.database.read() as connection:
        places = door.book.index(UnitOfWork(connection))
    return Here(door.config, door.clock(), places)


def _span(first: datetime | None, last: datetime | None, now: datetime) -> tuple[datetime, datetime]:
    """The span that is asked for, 90 days at most."""
    end = last or (first + SPAN if first else now)
    return max(first or end - SPAN, end - SPAN), end


def _service(each: Service311) -> dict[str, Any]:
    return {
        "service_code": each.code, "service_name": each.name, "description": each.description, "metadata": False,
        "type": "realtime", "keywords": each.keywords, "group": each.group,
    }  # fmt: skip


def _request(each: Request311, door: OpenDoor) -> dict[str, Any]:
    zone = door.config.zone
    local = {
        name: None if at is None else at.astimezone(zone).isoformat(timespec="seconds")
        for name, at in (
            ("requested_datetime", each.opened_at), ("updated_datetime", each.updated_at), ("expected_datetime", each.due_at),
        )
    }  # fmt: skip
    return {
        "service_request_id": each.number, "status": each.status, "status_notes": each.notes, "service_name": each.service_name,
        "service_code": each.service_code, "description": each.description, "agency_responsible": each.agency,
        "service_notice": "", **local, "address": each.address, "address_id": "", "zipcode": "", "lat": each.lat,
        "long": each.lon, "media_url": "",
    }  # fmt: skip


def _answer(
    form: str,
    whole: str,
    part: str,
    rows: list[dict[str, Any]],
    definition: dict[str, Any] | None = None,
    status: int = 200,
) -> Response:
    if form == "json":
        content: Any = definition if definition is not None else rows
        return Response(json.dumps(content, ensure_ascii=False), status=status, mimetype=JSON)
    if form != "xml":
        return wrong(404, texts.OPEN311_FORM, "json")
    inside = _tags(definition) if definition is not None else "".join(f"<{part}>{_tags(row)}</{part}>" for row in rows)
    return Response(
        f'<?xml version="1.0" encoding="utf-8"?>\n<{whole}>{inside}</{whole}>', status=status, mimetype=_XML
    )


def _tags(row: dict[str, Any]) -> str:
    return "".join(f"<{name}>{escape(_said(value))}</{name}>" for name, value in row.items())


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None or value == [] else "".join(char for char in str(value) if char >= " " or char in "\t\n")


def _refused(made: RequestRefused, text: str, form: str) -> Response:
    """A refusal with its kind and reason for programs beside the words for people."""
    return wrong(_STATUS.get(made.why, 400), text, form, as_json(made))


def wrong(status: int, text: str, form: str | None = None, more: Mapping[str, Any] | None = None) -> Response:
    """An error in the form that was asked for; `more`: what the JSON says besides."""
    asked = form or request.path.rpartition(".")[2]
    if asked == "json":
        said = [{"code": status, "description": text, **(more or {})}]
        return Response(json.dumps(said, ensure_ascii=False), status=status, mimetype=JSON)
    inside = f"<error><code>{status}</code><description>{escape(text)}</description></error>"
    return Response(f'<?xml version="1.0" encoding="utf-8"?>\n<errors>{inside}</errors>', status=status, mimetype=_XML)
