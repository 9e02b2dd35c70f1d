"""The pictures that show what was done for a milestone."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select, update

from storage.models import Attachment, MilestonePicture
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork

PURPOSE = "milestone"


def loose_pictures(uow: UnitOfWork, account_id: int, since: datetime) -> list[int]:
    """The pictures that an account sent since then and that belong to nothing else, the oldest first."""
    loose = (
        Attachment.account_id == account_id, Attachment.number.is_(None), Attachment.received_at >= since,
        Attachment.kind == "image", Attachment.purpose == "report",
    )  # fmt: skip
    return list(uow.execute(select(Attachment.id).where(*loose).order_by(Attachment.id)).scalars())


def lay_beside(uow: UnitOfWork, milestone_id: int, picture_ids: Sequence[int]) -> None:
    """Gives pictures to a milestone: they belong to no report."""
    for picture_id in picture_ids:
        insert_once(uow, MilestonePicture, picture_id=picture_id, milestone_id=milestone_id)
    uow.execute(update(Attachment).where(Attachment.id.in_(picture_ids)).values(purpose=PURPOSE))


def pictures_beside(uow: UnitOfWork, milestone_ids: Sequence[int]) -> dict[int, list[int]]:
    """The ids of the pictures by milestone."""
    found: dict[int, list[int]] = {}
    statement = select(MilestonePicture.milestone_id, MilestonePicture.picture_id)
    for row in uow.execute(
        statement.where(MilestonePicture.milestone_id.in_(milestone_ids)).order_by(MilestonePicture.picture_id)
    ):
        found.setdefault(row.milestone_id, []).append(row.picture_id)
    return found


def count_beside(uow: UnitOfWork, milestone_id: int) -> int:
    """How many pictures lie beside a milestone."""
    statement = select(func.count()).where(MilestonePicture.milestone_id == milestone_id)
    return int(uow.execute(statement).scalar_one())


def milestone_shown(uow: UnitOfWork, picture_id: int) -> int | None:
    """The milestone that a picture shows."""
    statement = select(MilestonePicture.milestone_id).where(MilestonePicture.picture_id == picture_id)
    found: int | None = uow.execute(statement).scalar()
    return found
