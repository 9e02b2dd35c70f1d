"""What is given to platforms: written once, in order a matter, sent until they have it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import aliased

from storage.connectors.links import Linked, change_link
from storage.models import ConnectorLink, ConnectorOut
from storage.unit_of_work import UnitOfWork

PENDING, DONE, SET_ASIDE, OVERTAKEN = "pending", "done", "set_aside", "overtaken"


@dataclass(frozen=True)
class ToGive:
    """One of them. `theirs`: their number of the matter."""

    id: int
    platform: str
    link_id: int
    sequence: int
    ours: str
    theirs: str | None
    says: str
    payload: str | None
    attempts: int
    state: str
    last_error: str
    at: datetime


_COLUMNS = (
    *(ConnectorOut.__table__.c[name] for name in ToGive.__dataclass_fields__ if name != "theirs"),
    ConnectorLink.theirs,
)


def queue(uow: UnitOfWork, link: Linked, says: str, payload: str, now: datetime) -> None:
    """Writes what is to be given of a matter, behind what was written before; the link is locked."""
    sequence = link.sequence + 1
    change_link(uow, link.id, queued=says, sequence=sequence)
    uow.execute(
        insert(ConnectorOut).values(
            platform=link.platform, link_id=link.id, sequence=sequence, ours=link.ours, says=says, payload=payload,
            state=PENDING, at=now, not_before=now,
        )
    )  # fmt: skip


def platforms_owed(uow: UnitOfWork, now: datetime) -> list[str]:
    """Platforms to which something may be given now."""
    due = (ConnectorOut.state == PENDING, ConnectorOut.not_before <= now)
    return sorted(uow.execute(select(ConnectorOut.platform).where(*due).distinct()).scalars())


def next_to_give(uow: UnitOfWork, platform: str, now: datetime, most: int) -> list[ToGive]:
    """The first of each matter that waits, the oldest first: nothing overtakes what was before it."""
    before = aliased(ConnectorOut)
    earlier = select(before.id).where(
        before.link_id == ConnectorOut.link_id, before.sequence < ConnectorOut.sequence, before.state == PENDING
    )
    statement = (
        select(*_COLUMNS)
        .join(ConnectorLink, ConnectorLink.id == ConnectorOut.link_id)
        .where(
            ConnectorOut.platform == platform, ConnectorOut.state == PENDING, ConnectorOut.not_before <= now,
            ~earlier.exists(),
        )
        .order_by(ConnectorOut.id)
        .limit(most)
    )  # fmt: skip
    return [ToGive(**row._mapping) for row in uow.execute(statement)]


def still_pending(uow: UnitOfWork, out_id: int) -> ToGive | None:
    """It again, locked; None when another worker has ended it."""
    statement = (
        select(*_COLUMNS)
        .join(ConnectorLink, ConnectorLink.id == ConnectorOut.link_id)
        .where(ConnectorOut.id == out_id, ConnectorOut.state == PENDING)
        .with_for_update(of=ConnectorOut)
    )
    row = uow.execute(statement).first()
    return None if row is None else ToGive(**row._mapping)


def change_out(uow: UnitOfWork, out_id: int, **values: Any) -> None:
    """Writes columns of one."""
    uow.execute(update(ConnectorOut).where(ConnectorOut.id == out_id).values(**values))


def given(uow: UnitOfWork, each: ToGive, now: datetime) -> None:
    """They have it: both know it now, and what of the same matter was set aside before is of no use any more."""
    change_out(uow, each.id, state=DONE, payload=None, done_at=now, last_error="")
    change_link(uow, each.link_id, agreed=each.says)
    older = (ConnectorOut.link_id == each.link_id, ConnectorOut.sequence < each.sequence)
    uow.execute(
        update(ConnectorOut).where(*older, ConnectorOut.state == SET_ASIDE).values(state=OVERTAKEN, payload=None)
    )


def pending_of(uow: UnitOfWork, link_id: int) -> bool:
    """Whether something of a matter still waits to be given."""
    here = (ConnectorOut.link_id == link_id, ConnectorOut.state == PENDING)
    return uow.execute(select(ConnectorOut.id).where(*here).limit(1)).first() is not None


def outs_set_aside(uow: UnitOfWork, most: int, platform: str | None = None) -> list[ToGive]:
    """What could not be given, the newest first."""
    where = [ConnectorOut.state == SET_ASIDE] + ([ConnectorOut.platform == platform] if platform else [])
    statement = select(*_COLUMNS).join(ConnectorLink, ConnectorLink.id == ConnectorOut.link_id).where(*where)
    return [ToGive(**row._mapping) for row in uow.execute(statement.order_by(ConnectorOut.id.desc()).limit(most))]


def out_counts(uow: UnitOfWork) -> dict[tuple[str, str], int]:
    """How many wait or are set aside, by platform and state."""
    statement = select(ConnectorOut.platform, ConnectorOut.state, func.count().label("many")).where(
        ConnectorOut.state.in_((PENDING, SET_ASIDE))
    )
    return {
        (row.platform, row.state): row.many
        for row in uow.execute(statement.group_by(ConnectorOut.platform, ConnectorOut.state))
    }


def replay_out(uow: UnitOfWork, out_id: int, now: datetime, platform: str | None = None) -> bool:
    """Lets one that was set aside be tried again; False when it is not set aside, or another platform's."""
    here = [ConnectorOut.id == out_id, ConnectorOut.state == SET_ASIDE]
    if platform is not None:
        here.append(ConnectorOut.platform == platform)
    values = {"state": PENDING, "attempts": 0, "not_before": now, "last_error": ""}
    return uow.execute(update(ConnectorOut).where(*here).values(**values)).rowcount == 1


def replay_outs(uow: UnitOfWork, platform: str, now: datetime) -> int:
    """Lets all that a platform did not take be given again; answers how many."""
    here = (ConnectorOut.platform == platform, ConnectorOut.state == SET_ASIDE)
    values = {"state": PENDING, "attempts": 0, "not_before": now, "last_error": ""}
    return uow.execute(update(ConnectorOut).where(*here).values(**values)).rowcount


def forget_outs(uow: UnitOfWork, before: datetime) -> int:
    """Drops what was given or set aside so long ago; answers how many."""
    return uow.execute(delete(ConnectorOut).where(ConnectorOut.at < before, ConnectorOut.state != PENDING)).rowcount
