"""CloudEvents 1.0: events taken out of their envelope, and ours put into one (structured, batched or in headers)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

SPEC = "1.0"
STRUCTURED, BATCH = "application/cloudevents+json", "application/cloudevents-batch+json"
TYPE = "cn.linli.{kind}"


def events_in(content_type: str, headers: Mapping[str, str], body: Any) -> list[dict[str, Any]]:
    """The events of a body as one dict each, `data` inside. Raises ValueError for what is none."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind == BATCH or isinstance(body, list):
        found = body if isinstance(body, list) else None
    elif "ce-id" in {name.lower() for name in headers} and kind != STRUCTURED:
        attributes = {name.lower()[3:]: value for name, value in headers.items() if name.lower().startswith("ce-")}
        found = [{**attributes, "data": body}]
    else:
        found = [body]
    if found is None or not all(_is_event(each) for each in found):
        raise ValueError("no CloudEvents")
    return list(found)


def _is_event(said: Any) -> bool:
    return isinstance(said, dict) and all(
        isinstance(said.get(name), str) and said[name] for name in ("specversion", "id", "source", "type")
    )


def event(event_id: str, source: str, kind: str, subject: str, at: datetime, data: Mapping[str, Any]) -> dict[str, Any]:
    """One of ours."""
    return {
        "specversion": SPEC, "id": event_id, "source": source, "type": TYPE.format(kind=kind), "subject": subject,
        "time": at.isoformat(timespec="seconds"), "datacontenttype": "application/json", "data": dict(data),
    }  # fmt: skip
