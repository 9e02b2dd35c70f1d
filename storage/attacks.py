"""What the audit says of attacks that were noticed, and how fast binding has failed of late."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from governance.attacks import Attack
from storage.models import Audit, BindAttempt
from storage.unit_of_work import UnitOfWork

PREFIX, TOLD = "attack.", "attack.told"
_ACTIONS = {f"{PREFIX}{kind.value}": kind for kind in Attack}


@dataclass(frozen=True)
class NoticedAttack:
    """One that was noticed; `address`: from where the refusal came that was one too many."""

    id: int
    kind: Attack
    at: datetime
    address: str


def attacks_since(uow: UnitOfWork, since: datetime, after: int = 0) -> list[NoticedAttack]:
    """Those noticed since then, the oldest first."""
    columns = (Audit.id, Audit.action, Audit.at, Audit.address)
    found = select(*columns).where(Audit.at > since, Audit.action.in_(_ACTIONS), Audit.id > after)
    rows = uow.execute(found.order_by(Audit.id))
    return [NoticedAttack(row.id, _ACTIONS[row.action], row.at, row.address) for row in rows]


def last_told(uow: UnitOfWork, since: datetime) -> tuple[int, datetime | None]:
    """The audit's row of the last time since then that somebody was told, and when; 0 and None where nobody was."""
    told = select(Audit.id, Audit.at).where(Audit.at > since, Audit.action == TOLD).order_by(Audit.id.desc()).limit(1)
    row = uow.execute(told).first()
    return (0, None) if row is None else (row.id, row.at)


def failed_to_bind(uow: UnitOfWork, since: datetime, least: int) -> bool:
    """Whether at least so many tries to bind have failed since then."""
    newest = select(BindAttempt.at).order_by(BindAttempt.id.desc()).limit(least).subquery()
    row = uow.execute(
        select(func.count().label("failed"), func.min(newest.c.at).label("oldest")).select_from(newest)
    ).one()
    return bool(row.failed == least and row.oldest > since)
