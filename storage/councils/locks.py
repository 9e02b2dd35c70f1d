"""What a council has, locked in one order: meetings, topics, votes, resolutions."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from storage.lock_order import Lock
from storage.models import Base, CouncilMeeting, CouncilTopic, CouncilVote, Resolution
from storage.unit_of_work import UnitOfWork

_RANK: dict[type[Base], int] = {CouncilMeeting: 1, CouncilTopic: 2, CouncilVote: 3, Resolution: 4}


def lock_rows(uow: UnitOfWork, model: Any, ids: Sequence[int]) -> None:
    """Locks these rows until the transaction ends, in the order of their ids."""
    statement = select(model.id).where(model.id.in_(sorted(ids))).order_by(model.id)
    uow.lock(statement, Lock.COUNCIL, [(_RANK[model], each) for each in sorted(ids)]).all()
