"""Looking things up in the audit: by who, what, whose data, from where, and when."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, or_, select

from storage import keyring
from storage.models import Account, Audit, Person
from storage.unit_of_work import UnitOfWork

FIELDS = ("id", "at", "actor", "action", "subject", "whose", "address", "detail", "seq", "link")
_STEP = 1000
LOOKED_ONLY, TAKEN_OUT = ("%.read", "audit.%", "console.%", "attack.%"), ("export", "person.phone", "thing.keeper")


@dataclass(frozen=True)
class AuditSearch:
    """What is looked for. `text`: part of an actor, subject, address or detail, or a person's code or whole name.

    `since`, `until`: instants, the second not included. `changes`: nothing that was only looked at, taken out, or a sign-in.
    """

    text: str = ""
    action: str = ""
    since: datetime | None = None
    until: datetime | None = None
    changes: bool = False

    def __str__(self) -> str:
        """As the audit says that it was looked up; a name that was looked for is not repeated."""
        said = [self.action, *(at.isoformat() for at in (self.since, self.until) if at)]
        return " ".join(filter(None, [*said, "text" if self.text else ""])) or "all"


def entries_found(uow: UnitOfWork | Connection, wanted: AuditSearch, most: int, skip: int = 0) -> list[Any]:
    """The newest rows that fit."""
    statement = select(Audit.__table__).where(*_where(uow, wanted)).order_by(Audit.id.desc())
    return list(uow.execute(statement.limit(most).offset(skip)))


def entries_counted(uow: UnitOfWork, wanted: AuditSearch) -> int:
    """How many fit."""
    return int(uow.execute(select(func.count()).select_from(Audit).where(*_where(uow, wanted))).scalar_one())


def audit_records(connection: Connection, wanted: AuditSearch) -> Iterator[dict[str, Any]]:
    """All that fit, the oldest first, for a file; with their seals, so that who has the file can check it against the chain."""
    statement = select(Audit.__table__).where(*_where(connection, wanted)).order_by(Audit.id)
    for row in connection.execution_options(yield_per=_STEP).execute(statement):
        found = {name: getattr(row, name) for name in FIELDS}
        yield {**found, "at": row.at.isoformat()}


def actions(uow: UnitOfWork) -> list[str]:
    """What was ever done."""
    return list(uow.execute(select(Audit.action).distinct().order_by(Audit.action)).scalars())


@dataclass(frozen=True)
class Somebody:
    """Whom the audit means by a name of its own."""

    code: str
    name: str
    person: int


def people_meant(uow: UnitOfWork, names: Collection[str]) -> dict[str, Somebody]:
    """Those of the audit's names (`person:R5`, `console:R5`, `account:7`) that are people of the roster."""
    said = {name: name.partition(":") for name in names}
    codes = {rest for kind, _, rest in said.values() if kind in ("person", "console")}
    accounts = {int(rest) for kind, _, rest in said.values() if kind == "account" and rest.isdigit()}
    people = select(Person.id.label("person"), Person.code, Person.name).where(Person.forgotten_at.is_(None))
    by_code = {row.code: row for row in uow.execute(people.where(Person.code.in_(codes)))}
    bound = select(Account.id, Person.code, Person.name, Person.id.label("person")).join(
        Person, Person.id == Account.person_id
    )
    by_account = {row.id: row for row in uow.execute(bound.where(Account.id.in_(accounts)))}
    found: dict[str, Somebody] = {}
    for name, (kind, _, rest) in said.items():
        row = by_account.get(int(rest)) if kind == "account" and rest.isdigit() else by_code.get(rest)
        if row is not None and kind in ("person", "console", "account"):
            found[name] = Somebody(row.code, row.name or "", row.person)
    return found


def _where(uow: UnitOfWork | Connection, wanted: AuditSearch) -> list[Any]:
    where: list[Any] = []
    if wanted.action:
        where.append(Audit.action == wanted.action)
    if wanted.changes:
        where += [Audit.action.not_like(each) for each in LOOKED_ONLY] + [Audit.action.not_in(TAKEN_OUT)]
    if wanted.since is not None:
        where.append(Audit.at >= wanted.since)
    if wanted.until is not None:
        where.append(Audit.at < wanted.until)
    if wanted.text:
        columns = (Audit.actor, Audit.subject, Audit.whose, Audit.address, Audit.detail)
        theirs = _names_of(uow, wanted.text)
        named = [Audit.actor.in_(theirs), Audit.whose.in_(theirs), Audit.subject.in_(theirs)] if theirs else []
        where.append(or_(*(column.icontains(wanted.text, autoescape=True) for column in columns), *named))
    return where


def _names_of(uow: UnitOfWork | Connection, text: str) -> list[str]:
    """What the audit calls somebody with this code or name, their accounts among it."""
    named = or_(Person.code == text.upper(), Person.name_digest.in_(keyring.digests("name", text)))
    rows = uow.execute(select(Person.code, Account.id).outerjoin(Account).where(named)).all()
    codes = {f"{kind}:{row.code}" for row in rows for kind in ("person", "console")}
    return sorted(codes | {f"account:{row.id}" for row in rows if row.id is not None})
