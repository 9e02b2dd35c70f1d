"""The chain over the audit: a job seals committed rows, and a check finds the row that was changed or taken away.

A seal is laid over the digest of a row's payload and the seal before it. Nobody who writes waits for it: rows are sealed after
their commit, in the order in which the sealer finds them. A payload that the law erases takes its salt along, so that nobody can
guess it from the digest, and an `audit.erase` row names it: the chain stays whole, and no row can be emptied in silence.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection, Table, bindparam, delete, func, or_, select, update

from storage.audit import CLOCK, AuditEntry, write_audit
from storage.models import Audit, AuditChain
from storage.unit_of_work import UnitOfWork

STEP = 500
"""So many rows are sealed in one transaction."""
ERASE, PRUNE = "audit.erase", "audit.prune"
ERASED = "erased"
_CHAIN, _AUDIT = cast(Table, AuditChain.__table__), cast(Table, Audit.__table__)
_PAYLOAD = ("id", "at", "actor", "action", "subject", "whose", "address", "detail")


@dataclass(frozen=True)
class Head:
    """The newest seal. Noted elsewhere it proves later that nothing before it was written anew."""

    seq: int
    link: str


def unsealed(uow: UnitOfWork) -> bool:
    """Whether a committed row has no seal yet."""
    return uow.execute(select(Audit.id).where(Audit.seq.is_(None)).limit(1)).first() is not None


def seal(connection: Connection) -> tuple[int, Head | None]:
    """Seals the next rows in the caller's transaction; answers how many, and the new head. Nothing while another seals."""
    chain = connection.execute(select(_CHAIN).with_for_update(skip_locked=True)).first()
    if chain is None:
        return 0, None
    rows = connection.execute(select(_AUDIT).where(Audit.seq.is_(None)).order_by(Audit.id).limit(STEP)).all()
    head, seals = Head(chain.seq, chain.link), []
    for row in rows:
        salt = secrets.token_hex(16)
        digest = digest_of(row, salt)
        head = Head(head.seq + 1, link_of(head.link, head.seq + 1, digest))
        seals.append(
            {"key": row.id, "new_seq": head.seq, "new_salt": salt, "new_digest": digest, "new_link": head.link}
        )
    if seals:
        values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in ("seq", "salt", "digest", "link")}
        connection.execute(update(_AUDIT).where(_AUDIT.c.id == bindparam("key")).values(values), seals)
        connection.execute(update(_CHAIN).values(seq=head.seq, link=head.link))
    return len(seals), head


def erase_about(connection: Connection, names: Iterable[str], actor: str, now: datetime) -> int:
    """Erases what the audit says of somebody (`person:R5`, `account:7`): to what, whose and which; that something was done,
    when, by whom and from where stays. Answers of how many rows.
    """
    about = sorted(names)
    theirs = or_(Audit.whose.in_(about), Audit.subject.in_(about)) & Audit.erased_at.is_(None)
    ids = list(connection.execute(select(Audit.id).where(theirs).order_by(Audit.id)).scalars())
    if ids:
        gone = {"subject": ERASED, "whose": "", "detail": "", "salt": None, "erased_at": now}
        connection.execute(update(_AUDIT).where(theirs).values(gone))
        write_audit(connection, actor, [AuditEntry(ERASE, "audit", ",".join(map(str, ids)))], now)
    return len(ids)


def drop_before(connection: Connection, before: datetime, now: datetime) -> int:
    """Drops sealed rows that are past their keeping, from the chain's beginning; an `audit.prune` row says up to which seal."""
    first_kept = connection.execute(
        select(func.min(Audit.seq)).where(Audit.seq.is_not(None), Audit.at >= before)
    ).scalar()
    last = connection.execute(select(func.max(Audit.seq)).where(Audit.at < before)).scalar()
    until = last if first_kept is None else first_kept - 1
    if until is None:  # nothing is sealed yet
        return 0
    base = connection.execute(select(Audit.seq, Audit.link).where(Audit.seq == until)).first()
    if base is None:
        return 0
    gone = connection.execute(delete(_AUDIT).where(_AUDIT.c.seq <= base.seq)).rowcount
    connection.execute(update(_CHAIN).values(base_seq=base.seq, base_link=base.link))
    write_audit(connection, CLOCK, [AuditEntry(PRUNE, "audit", f"{base.seq}:{base.link}")], now)
    return gone


def head_of(connection: Connection) -> Head:
    """The newest seal."""
    chain = connection.execute(select(_CHAIN)).one()
    return Head(chain.seq, chain.link)


def digest_of(row: Any, salt: str) -> str:
    """Of all that a row says; the salt keeps anybody from guessing it."""
    said = [getattr(row, name) for name in _PAYLOAD]
    said[1] = row.at.isoformat()
    return hashlib.sha256(f"{salt}\n{json.dumps(said, ensure_ascii=False)}".encode()).hexdigest()


def link_of(before: str, seq: int, digest: str) -> str:
    """Lays a seal over a digest and the seal before it."""
    return hashlib.sha256(f"{before}\n{seq}\n{digest}".encode()).hexdigest()
