"""What is given to a platform, in its own fields and codes, or as a CloudEvent."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from governance.connectors.cloudevents import event
from governance.connectors.mapping import CODED, INSTANTS, Kind, Platform, RecordMap

SOURCE = "/linli/{name}"
KIND_OF = {"person": Kind.PERSON, "place": Kind.PLACE}
"""What is told in a record of its own; all else is told as a matter."""
OUR_NUMBER, THEIR_VERSION = "ourNumber", "theirVersion"
_ENVELOPE = frozenset({"kind", "number", "state", "at", "from"})


class Unsayable(ValueError):
    """Their codes have no word for it."""


def written(
    platform: Platform, event_id: str, sequence: int, theirs: str | None, said: Mapping[str, Any]
) -> dict[str, Any]:
    """The body that goes out. `said`: ours: what (`kind`), `number`, `state`, `at`, and more; `their_category`, `their_version`:
    as they came; `void`: that we have declared it void. Raises Unsayable.
    """
    record = platform.record(KIND_OF.get(said["kind"], Kind.REPORT))
    if said.get("void") and record is not None:
        said = {**said, "state": record.void_as}
    if said["kind"] in KIND_OF:
        listed = frozenset() if record is None else record.fields.keys()
        said = {name: value for name, value in said.items() if name in listed or name in _ENVELOPE}
    if platform.envelope == "cloudevents":
        at = datetime.fromisoformat(said["at"])
        subject = theirs or said["number"]
        data = {key: value for key, value in said.items() if value is not None} | {"sequence": sequence}
        if category := data.pop("their_category", None):
            data["category"] = category
        return event(event_id, SOURCE.format(name=said.get("from", "")), said["kind"], subject, at, data)
    return _plain(platform, record, event_id, sequence, theirs, said)


def _plain(
    platform: Platform,
    record: RecordMap | None,
    event_id: str,
    sequence: int,
    theirs: str | None,
    said: Mapping[str, Any],
) -> dict[str, Any]:
    if record is None:
        raise Unsayable(said["kind"])
    body: dict[str, Any] = {}
    for name, value in said.items():
        path = record.fields.get(name)
        as_it_came = said.get(f"their_{name}")
        if path is None or (value is None and not as_it_came):
            continue
        if name in CODED:
            code = as_it_came or record.theirs(name, value)
            if code is None and name == "state":
                raise Unsayable(f"{name}={value}")
            value = code
        elif name in INSTANTS and platform.zone:
            value = datetime.fromisoformat(value).astimezone(ZoneInfo(platform.zone)).isoformat(timespec="seconds")
        if value is not None:
            _put(body, path, value)
    for path, value in record.when.items():
        _put(body, path, value)
    _put(body, record.fields["id"], theirs or said["number"])
    _put(body, record.fields["version"], sequence)
    _put(body, record.fields.get("number", OUR_NUMBER), said["number"])
    if said.get("their_version"):
        body[THEIR_VERSION] = said["their_version"]
    body["eventId"] = event_id
    return body


def _put(body: dict[str, Any], path: str, value: Any) -> None:
    *outer, last = path.split(".")
    for part in outer:
        body = body.setdefault(part, {})
    body[last] = value
