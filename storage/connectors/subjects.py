"""What other platforms know of people, places, things and branches: kept in its newest version, and what a person made of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import aliased

from governance.connectors.alike import Marks, Subject
from storage.connectors.ours import name_mark, name_marks, phone_mark, phone_marks
from storage.models import ConnectorApart, FieldSource
from storage.models import ConnectorSubject as Row
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork

OPEN, JOINED, DISMISSED = "open", "joined", "dismissed"


@dataclass(frozen=True)
class Known:
    """One of them. `said`, `times`: its fields and since when each is so."""

    id: int
    platform: str
    kind: Subject
    their_id: str
    rank: str
    said: dict[str, str]
    times: dict[str, str]
    name_digest: str
    phone_digest: str
    code: str
    type: str
    place_id: int | None
    state: str
    ours: str | None
    group_id: int | None
    received_at: datetime

    @property
    def marks(self) -> Marks:
        """As it is held against others."""
        lat, lon = (float(self.said[name]) if name in self.said else None for name in ("lat", "lon"))
        name, phone = name_mark(self.kind, self.said.get("name", "")), phone_mark(self.said.get("phone"))
        return Marks(self.kind, name, phone, self.code, self.type, self.place_id, lat, lon)


_COLUMNS = tuple(Row.__table__.c[name] for name in Known.__dataclass_fields__)


def _known(row: Any) -> Known:
    said = {"kind": Subject(row.kind), "said": json.loads(row.said), "times": json.loads(row.times)}
    return Known(**{**row._mapping, **said})


def subject_of(uow: UnitOfWork, platform: str, kind: Subject, their_id: str) -> Known | None:
    """What a platform says under a number of its own, locked."""
    here = (Row.platform == platform, Row.kind == kind.value, Row.their_id == their_id)
    row = uow.execute(select(*_COLUMNS).where(*here).with_for_update()).first()
    return None if row is None else _known(row)


def subjects_seen(uow: UnitOfWork, ids: Sequence[int]) -> list[Known]:
    """Several with all that each is the same as, not locked."""
    groups = select(Row.group_id).where(Row.id.in_(ids), Row.group_id.is_not(None))
    rows = uow.execute(select(*_COLUMNS).where(or_(Row.id.in_(ids), Row.group_id.in_(groups))).order_by(Row.id))
    return [_known(row) for row in rows]


def subjects_locked(uow: UnitOfWork, ids: Sequence[int]) -> dict[int, Known]:
    """Several, locked in the order of their ids."""
    rows = uow.execute(select(*_COLUMNS).where(Row.id.in_(sorted(ids))).order_by(Row.id).with_for_update())
    return {row.id: _known(row) for row in rows}


def keep_subject(uow: UnitOfWork, *, said: dict[str, str], times: dict[str, str], **row: Any) -> bool:
    """Writes one that is new; False when it is there."""
    kept = {"said": json.dumps(said, ensure_ascii=False), "times": json.dumps(times)}
    return insert_once(uow, Row, **row, **kept, state=OPEN)


def change_subject(uow: UnitOfWork, subject_id: int, **values: Any) -> None:
    """Writes columns of one."""
    for name in ("said", "times"):
        if name in values:
            values[name] = json.dumps(values[name], ensure_ascii=False)
    uow.execute(update(Row).where(Row.id == subject_id).values(**values))


def open_subjects(uow: UnitOfWork, most: int, platform: str | None = None) -> list[Known]:
    """Those that a person has to look at, the oldest first; of several that are the same only the first."""
    before = aliased(Row)
    earlier = select(before.id).where(before.group_id == Row.group_id, before.id < Row.id, before.state == OPEN)
    where = [Row.state == OPEN, ~earlier.exists()] + ([Row.platform == platform] if platform else [])
    return [_known(row) for row in uow.execute(select(*_COLUMNS).where(*where).order_by(Row.id).limit(most))]


def count_open(uow: UnitOfWork) -> int:
    """How many there are."""
    return uow.execute(select(func.count()).select_from(Row).where(Row.state == OPEN)).scalar() or 0


def joined_subjects(uow: UnitOfWork, most: int) -> list[Known]:
    """Those that were joined, the newest first."""
    where = or_(Row.state == JOINED, Row.group_id.is_not(None))
    rows = uow.execute(select(*_COLUMNS).where(where).order_by(Row.decided_at.desc(), Row.id.desc()).limit(most))
    return [_known(row) for row in rows]


def like_subjects(uow: UnitOfWork, one: Known, most: int) -> list[Known]:
    """Of other platforms, what has a mark in common with this."""
    phone = one.said.get("phone", "")
    marks: list[Any] = [Row.name_digest.in_(name_marks(one.kind, one.said.get("name", "")))]
    if phone:
        marks.append(Row.phone_digest.in_(phone_marks(phone)))
    marks += [column == value for column, value in ((Row.code, one.code), (Row.place_id, one.place_id)) if value]
    where = (Row.kind == one.kind.value, Row.platform != one.platform, Row.id != one.id, Row.state != DISMISSED)
    return [
        _known(row) for row in uow.execute(select(*_COLUMNS).where(*where, or_(*marks)).order_by(Row.id).limit(most))
    ]


def group_of(uow: UnitOfWork, one: Known) -> list[Known]:
    """All that are the same as this, itself among them, locked."""
    if one.group_id is None:
        return [one]
    statement = select(*_COLUMNS).where(Row.group_id == one.group_id).order_by(Row.id).with_for_update()
    return [_known(row) for row in uow.execute(statement)]


def joined_to(uow: UnitOfWork, kind: Subject, ours: str) -> list[Known]:
    """What of other platforms is the same as this of ours."""
    here = (Row.kind == kind.value, Row.ours == ours, Row.state == JOINED)
    return [_known(row) for row in uow.execute(select(*_COLUMNS).where(*here).order_by(Row.id))]


def joined_name(uow: UnitOfWork, platform: str, kind: Subject, name_digests: Sequence[str]) -> str | None:
    """Our code of what a platform calls so, where that was joined and only one is called so."""
    here = (Row.platform == platform, Row.kind == kind.value, Row.name_digest.in_(name_digests), Row.state == JOINED)
    found = set(uow.execute(select(Row.ours).where(*here)).scalars())
    return found.pop() if len(found) == 1 else None


def keep_apart(uow: UnitOfWork, subject_id: int, other: str, by_id: int | None, now: datetime) -> bool:
    """Notes that they are two; False when that is noted."""
    row = {"subject_id": subject_id, "other": other, "by_id": by_id, "at": now}
    return insert_once(uow, ConnectorApart, **row)


def apart_from(uow: UnitOfWork, ids: Sequence[int]) -> set[tuple[int, str]]:
    """Of these, what was said to be another."""
    where = ConnectorApart.subject_id.in_(ids)
    rows = uow.execute(select(ConnectorApart.subject_id, ConnectorApart.other).where(where))
    return {(row.subject_id, row.other) for row in rows}


@dataclass(frozen=True)
class Source:
    """Whose value counts for a field, and since when it is so."""

    field: str
    source: str
    at: datetime


def note_source(uow: UnitOfWork, kind: Subject, ours: str, field: str, source: str, at: datetime) -> None:
    """Once a field: who came first keeps it, until that is taken back or it is the same source again."""
    row = {"kind": kind.value, "ours": ours, "field": field, "source": source, "at": at}
    if not insert_once(uow, FieldSource, **row):
        here = (FieldSource.kind == kind.value, FieldSource.ours == ours, FieldSource.field == field)
        uow.execute(update(FieldSource).where(*here, FieldSource.source == source).values(at=at))


def drop_sources(uow: UnitOfWork, kind: Subject, ours: str, source: str | None = None) -> None:
    """Forgets them: of one platform, or all."""
    here = [FieldSource.kind == kind.value, FieldSource.ours == ours]
    uow.execute(delete(FieldSource).where(*here, *([FieldSource.source == source] if source else [])))


def sources_of(uow: UnitOfWork, kind: Subject, ours: str) -> list[Source]:
    """By field."""
    here = (FieldSource.kind == kind.value, FieldSource.ours == ours)
    statement = select(FieldSource.field, FieldSource.source, FieldSource.at).where(*here).order_by(FieldSource.field)
    return [Source(row.field, row.source, row.at) for row in uow.execute(statement)]


def forget_subjects(uow: UnitOfWork, before: datetime) -> int:
    """Drops what nobody has joined and no platform has spoken of for so long; answers how many."""
    old = select(Row.id).where(Row.state != JOINED, Row.received_at < before)
    uow.execute(delete(ConnectorApart).where(ConnectorApart.subject_id.in_(old)))
    return uow.execute(delete(Row).where(Row.id.in_(old))).rowcount
