"""Personal data under the newest key."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from storage.audit import AuditEntry, write_audit
from storage.database import Database
from storage.models import (
    CaseVote,
    DataRequest,
    DutyRecord,
    EvaluationEntry,
    EvaluationFact,
    EvaluationObjection,
    HotlineOrder,
    Household,
    Invitation,
    Objection,
    Person,
    StaffLogin,
    StarAward,
    Thing,
    ThingInspection,
    Visit,
    YardProblem,
)
from storage.roster_write import person_digests
from storage.seal_anew import seal_old_words

STEP = 1000
_ANEW = ("name", "phone", "name_digest", "bind_digest", "phone_digest")
LOOKED_AT = 20
"""So many names say whether a key is the database's."""


def key_fits(database: Database) -> bool:
    """Whether the keys open any of the newest names; where nobody's name is kept, any key does."""
    newest = select(Person.name).where(Person.forgotten_at.is_(None)).order_by(Person.id.desc()).limit(LOOKED_AT)
    with database.read() as connection:
        names = connection.execute(newest).scalars().all()
    return not names or any(name is not None for name in names)


def rotate(database: Database, now: datetime, actor: str) -> tuple[int, int]:
    """Encrypts all personal data anew; answers how many people, and how many could not be read with any key.

    Digests are made anew too; invitations that are open end, since their codes are not known.
    """
    with database.write() as connection:
        rows = connection.execute(select(Person.id, Person.name, Person.phone, Person.forgotten_at)).all()
        readable = [row for row in rows if row.name is not None]
        values = [_values(row) for row in readable]
        statement = (
            update(Person.__table__)  # type: ignore[arg-type]
            .where(Person.id == bindparam("key"))
            .values({name: bindparam(f"new_{name}") for name in _ANEW})
        )
        for start in range(0, len(values), STEP):
            connection.execute(statement, values[start : start + STEP])
        for model, *names in _SEALED:
            _sealed(connection, model, names)
        seal_old_words(connection)
        connection.execute(update(Invitation).where(Invitation.used_at.is_(None)).values(expires_at=now))
        write_audit(connection, actor, [AuditEntry("keys.rotate", "people", str(len(readable)))], now)
    return len(readable), len(rows) - len(readable)


_SEALED: tuple[tuple[Any, ...], ...] = (
    (DutyRecord, "parties", "matter"),
    (StarAward, "name"),
    (Objection, "text", "note"),
    (StaffLogin, "totp_secret"),
    (HotlineOrder, "caller"),
    (DataRequest, "value"),
    (Household, "room", "key_reason"),
    (Visit, "note"),
    (CaseVote, "choice"),
    (YardProblem, "note"),
    (EvaluationEntry, "name"),
    (EvaluationFact, "about"),
    (EvaluationObjection, "text", "note"),
    (Thing, "keeper"),
    (ThingInspection, "note"),
)
"""Encrypted and sealed columns of what people did or wrote."""


def _sealed(connection: Connection, model: Any, names: list[str]) -> None:
    """Writes them anew; what no key opens stays as it is."""
    columns, (key,) = [getattr(model, name) for name in names], model.__table__.primary_key
    for row in connection.execute(select(key.label("key"), *columns)).all():
        readable = {name: value for name in names if (value := getattr(row, name)) is not None}
        if readable:
            connection.execute(update(model).where(key == row.key).values(**readable))


def _values(row: Any) -> dict[str, Any]:
    digests = (
        person_digests(row.name, row.phone)
        if row.forgotten_at is None
        else dict.fromkeys(("name_digest", "bind_digest", "phone_digest"))
    )
    return {"key": row.id, "new_name": row.name, "new_phone": row.phone, **{f"new_{k}": v for k, v in digests.items()}}
