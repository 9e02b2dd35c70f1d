"""Objections to an evaluation: sealed, one an account and entry at a time, settled with a reason."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update

from governance.evaluation.kinds import ObjectionState
from storage.models import EvaluationEntry, EvaluationObjection
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class EvaluationObjectionRow:
    """What somebody has against a sum; `text` None: it was forgotten."""

    id: int
    entry_id: int
    account_id: int
    text: str | None
    state: ObjectionState
    points: int | None
    at: datetime
    note: str | None


_OBJECTIONS = select(*(getattr(EvaluationObjection, name) for name in EvaluationObjectionRow.__dataclass_fields__))


def add_objection(uow: UnitOfWork, entry_id: int, account_id: int, text: str, now: datetime) -> bool:
    """Writes one; False where one of this account waits already."""
    row = {"entry_id": entry_id, "account_id": account_id, "text": text, "at": now}
    return insert_once(uow, EvaluationObjection, state=ObjectionState.OPEN.value, **row)


def objections_to(uow: UnitOfWork, entry_ids: Collection[int]) -> list[EvaluationObjectionRow]:
    """All against these, the oldest first."""
    statement = _OBJECTIONS.where(EvaluationObjection.entry_id.in_(sorted(entry_ids))).order_by(EvaluationObjection.id)
    return [
        EvaluationObjectionRow(**{**row._mapping, "state": ObjectionState(row.state)}) for row in uow.execute(statement)
    ]


def open_count(uow: UnitOfWork, round_id: int) -> int:
    """How many wait to be settled in a round."""
    statement = select(func.count()).select_from(EvaluationObjection)
    statement = statement.join(EvaluationEntry, EvaluationEntry.id == EvaluationObjection.entry_id)
    waiting = (EvaluationEntry.round_id == round_id, EvaluationObjection.state == ObjectionState.OPEN.value)
    return int(uow.execute(statement.where(*waiting)).scalar_one())


def settle_objections(
    uow: UnitOfWork, entry_id: int, state: ObjectionState, points: int | None, by: int | None, note: str, now: datetime
) -> list[EvaluationObjectionRow]:
    """Settles all that wait against one; answers them as they were."""
    found = [each for each in objections_to(uow, [entry_id]) if each.state is ObjectionState.OPEN]
    these = EvaluationObjection.id.in_([each.id for each in found])
    values = {"state": state.value, "points": points, "settled_by": by, "note": note, "settled_at": now}
    uow.execute(update(EvaluationObjection).where(these).values(**values))
    return found
