"""Tables that the story leaves empty get a row each, ended or long said, so that an upgrade has something to lose in each."""

import json
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Date, Float, Integer, LargeBinary, Table, func, insert, select

from storage.columns import UtcDateTime
from storage.models import Base

WORDS = "示例：楼道里的储物柜装好以后大家把杂物都收进去了"
_LIST = {"places": "[]", "choices": json.dumps(["赞成", "反对"], ensure_ascii=False)}
_CONNECTED = {"platform": "grid", "rank": "1"}
VALUES: dict[str, dict[str, Any]] = {
    "alarm_faults": {"name": "linli_database_up", "value": 1.0},
    "area_notices": {"number": "TZ20261101-01", "kind": "water", "state": "over"},
    "articles": {"state": "dropped"},
    "agreements": {"kind": "governance"},
    "appointments": _CONNECTED,
    "beats": {"part": "worker", "readings": "{}"},
    "case_lookups": {"state": "done"},
    "connector_items": {**_CONNECTED, "way": "push", "state": "done"},
    "connector_links": {"platform": "grid", "kind": "ticket", "ended": True},
    "connector_out": {"platform": "grid", "says": "report", "state": "done"},
    "connectors": {"platform": "grid", "is_on": False},
    "connector_subjects": {**_CONNECTED, "kind": "report", "state": "done", "times": "{}"},
    "council_meetings": {"state": "closed", "code": "1234"},
    "council_topics": {"state": "dropped"},
    "council_votes": {"share": "half", "box": "{}"},
    "councils": {"kind": "assembly"},
    "data_requests": {"kind": "copy", "state": "done"},
    "evaluation_entries": {"kind": "unit"},
    "evaluation_facts": {"kind": "lecture", "source": "lecture:1"},
    "evaluation_objections": {"state": "dismissed"},
    "evaluation_rounds": {"term": "july", "state": "published", "weights": json.dumps({"lecture": [10, 1, 5]})},
    "events": {"number": "SJ20261101-01", "kind": "water", "places": "", "state": "refused"},
    "organisation_risks": {"kind": "food", "months": 12},
    "organisations": {"kind": "company"},
    "own_settings": {"kind": "rules", "value": "11", "name": "join_minutes"},
    "place_outlines": {"rings": "[]"},
    "planned_visits": {"target": "unit", "signs": "[]"},
    "projects": {"kinds": "", "state": "withdrawn"},
    "needs": {"kinds": ""},
    "resources": {"kinds": ""},
    "resolutions": {"state": "done"},
    "resolution_words": {"kind": "done"},
    "survey_questions": {"form": "one"},
    "surveys": {"asked": "residents", "state": "closed"},
    "take_on_calls": {"state": "over", "stage": 1},
    "things": {"kind": "manhole", "source": "workbook"},
    "visits": {"target": "unit", "result": "met"},
}
"""What other rows or the code read of these; whatever else a row needs follows from its columns."""


def put_rest(connection: Connection, now: datetime) -> list[str]:
    """Fills them in an order in which what they point to is there; answers their names."""
    filled = []
    for table in Base.metadata.sorted_tables:
        if not connection.execute(select(func.count()).select_from(table)).scalar_one():
            connection.execute(insert(table).values(**_row(connection, table, now - timedelta(days=20))))
            filled.append(table.name)
    return filled


def _row(connection: Connection, table: Table, at: datetime) -> dict[str, Any]:
    said = VALUES.get(table.name, {})
    needed = [column for column in table.columns if column.name not in said and _is_needed(column)]
    return {**{column.name: _value(connection, column, at) for column in needed}, **said}


def _is_needed(column: Column[Any]) -> bool:
    given = column.default is not None or column.server_default is not None
    counted = column.primary_key and column.name == "id" and not column.foreign_keys
    return not (column.nullable or given or counted)


def _value(connection: Connection, column: Column[Any], at: datetime) -> Any:
    for key in column.foreign_keys:
        return connection.execute(select(func.max(key.column))).scalar_one()
    if column.name in _LIST:
        return _LIST[column.name]
    return next((value for kind, value in _by_type(at) if isinstance(column.type, kind)), _text(column))


def _by_type(at: datetime) -> tuple[tuple[type, Any], ...]:
    return (
        (UtcDateTime, at), (Date, date(at.year, at.month, at.day)), (Boolean, False), (Integer, 1), (Float, 1.0),
        (LargeBinary, b"made up"),
    )  # fmt: skip


def _text(column: Column[Any]) -> str:
    length = getattr(column.type, "length", None)
    return WORDS[:length] if length else WORDS
