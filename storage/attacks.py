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


@dataclass(frozen=True)
class AttacksKept:
    """Those noticed, the oldest first, and when somebody was last told (None: not since then)."""

    noticed: tuple[NoticedAttack, ...]
    told_at: datetime | None
    untold: tuple[NoticedAttack, ...]
    """Those of them that were noticed after that."""


def attacks_since(uow: UnitOfWork, since: datetime) -> AttacksKept:
    """What was noticed and told since then."""
    columns = (Audit.id, Audit.action, Audit.at, Audit.address)
    found = select(*columns).where(Audit.at > since, Audit.action.in_([*_ACTIONS, TOLD])).order_by(Audit.id)
    rows = uow.execute(found).all()
    told = [(row.id, row.at) for row in rows if row.action == TOLD]
    last, told_at = told[-1] if told else (0, None)
    kinds = [(row, _ACTIONS[row.action]) for row in rows if row.action != TOLD]
    noticed = tuple(NoticedAttack(row.id, kind, row.at, row.address) for row, kind in kinds)
    return AttacksKept(noticed, told_at, tuple(each for each in noticed if each.id > last))


def failed_to_bind(uow: UnitOfWork, since: datetime, least: int) -> bool:
    """Whether at least so many tries to bind have failed since then."""
    newest = select(BindAttempt.at).order_by(BindAttempt.id.desc()).limit(least).subquery()
    row = uow.execute(
        select(func.count().label("failed"), func.min(newest.c.at).label("oldest")).select_from(newest)
    ).one()
    return bool(row.failed == least and row.oldest > since)
