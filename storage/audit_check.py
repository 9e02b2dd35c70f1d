"""Whether the audit is as it was sealed: which row was changed, which is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, func, select

from storage.audit_chain import ERASE, PRUNE, Head, digest_of, link_of
from storage.models import Audit, AuditChain

_STEP = 1000


class Wrong(StrEnum):
    """What is wrong with the chain at a place."""

    CHANGED = "changed"
    """A row does not say what was sealed, or its seal does not follow from the one before."""
    MISSING = "missing"
    """A sealed row is not there."""
    EMPTIED = "emptied"
    """Its payload is gone, and no row of the audit says that it was erased."""
    CUT = "cut"
    """The beginning is gone, and no row of the audit says that it was past its keeping."""
    OTHER_HEAD = "other_head"
    """A head that was noted elsewhere is not a seal of this chain: it was written anew."""


@dataclass(frozen=True)
class Flaw:
    """Something wrong at a seal, and in which row of the audit (None where it is not there any more)."""

    why: Wrong
    seq: int
    row: int | None = None


@dataclass(frozen=True)
class Checked:
    """What a check found. `rows`: sealed ones; `waiting`: those without a seal yet; `erased`: whose payload the law erased."""

    rows: int
    waiting: int
    erased: int
    head: Head
    flaws: tuple[Flaw, ...]


def check_chain(connection: Connection, noted: Head | None = None) -> Checked:
    """Goes through all of it. `noted`: a head that somebody kept elsewhere."""
    chain = connection.execute(select(AuditChain.__table__)).one()
    named, prunes = _named(connection)
    at, flaws = Head(chain.base_seq, chain.base_link), []
    if chain.base_seq and f"{chain.base_seq}:{chain.base_link}" not in prunes:
        flaws.append(Flaw(Wrong.CUT, chain.base_seq))
    rows, erased, known = 0, 0, noted is None or noted == at
    statement = select(Audit.__table__).where(Audit.seq.is_not(None)).order_by(Audit.seq)
    for row in connection.execution_options(yield_per=_STEP).execute(statement):
        flaws += [Flaw(Wrong.MISSING, seq) for seq in range(at.seq + 1, row.seq)]
        flaws += _flaws_of(row, at, named)
        at, rows, erased = Head(row.seq, row.link), rows + 1, erased + (row.salt is None)
        known = known or noted == at
    flaws += [Flaw(Wrong.MISSING, seq) for seq in range(at.seq + 1, chain.seq + 1)]
    head = Head(chain.seq, chain.link)
    if at.seq >= head.seq and at != head:
        flaws.append(Flaw(Wrong.CHANGED, at.seq))
    if not known and noted is not None:
        flaws.append(Flaw(Wrong.OTHER_HEAD, noted.seq))
    return Checked(rows, _waiting(connection), erased, head, tuple(flaws))


def _flaws_of(row: Any, before: Head, named: frozenset[int]) -> list[Flaw]:
    """What is wrong with one row; behind a missing one its link can't be followed."""
    if row.salt is None and row.id not in named:
        return [Flaw(Wrong.EMPTIED, row.seq, row.id)]
    follows = row.seq > before.seq + 1 or row.link == link_of(before.link, row.seq, row.digest)
    says = row.salt is None or row.digest == digest_of(row, row.salt)
    return [] if follows and says else [Flaw(Wrong.CHANGED, row.seq, row.id)]


def _named(connection: Connection) -> tuple[frozenset[int], frozenset[str]]:
    """The rows that were erased by the audit's own word, and the seals up to which it was pruned."""
    said = connection.execute(select(Audit.action, Audit.detail).where(Audit.action.in_((ERASE, PRUNE)))).all()
    erased = {int(one) for row in said if row.action == ERASE for one in row.detail.split(",") if one.isdigit()}
    return frozenset(erased), frozenset(row.detail for row in said if row.action == PRUNE)


def _waiting(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).where(Audit.seq.is_(None))).scalar_one())


def merged(flaws: tuple[Flaw, ...]) -> Iterator[tuple[Flaw, Flaw]]:
    """Missing rows one after the other as a first and a last; each other flaw by itself."""
    first = last = None
    for flaw in flaws:
        if last is not None and flaw.why is last.why is Wrong.MISSING and flaw.seq == last.seq + 1:
            last = flaw
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = flaw
    if first is not None and last is not None:
        yield first, last
