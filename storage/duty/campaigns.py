"""Campaigns and call-ups: what is opened, and what ends once enough people come."""

from datetime import datetime

from sqlalchemy import insert, update

from governance.activities.kinds import ActivityKind
from storage.models import Campaign, Outbox
from storage.unit_of_work import UnitOfWork


def open_campaign(
    uow: UnitOfWork, *, title: str, place_id: int, goal: int, call_up: bool, opened_by: int, now: datetime,
    kind: ActivityKind | None = None, spot: str | None = None,
) -> int:  # fmt: skip
    """Writes one; answers its id."""
    row = {
        "title": title,
        "kind": kind,
        "spot": spot,
        "place_id": place_id,
        "goal": goal,
        "call_up": call_up,
        "opened_by": opened_by,
        "opened_at": now,
    }
    return int(uow.execute(insert(Campaign).values(**row).returning(Campaign.id)).scalar_one())


def end_call(uow: UnitOfWork, campaign_id: int, key: str, now: datetime) -> None:
    """A call-up is filled: what was to call more people, under keys that begin so, is not sent any more."""
    uow.execute(update(Campaign).where(Campaign.id == campaign_id).values(filled_at=now))
    unsent = (Outbox.dedupe_key.startswith(key), Outbox.state.in_(("waiting", "kept")))
    uow.execute(update(Outbox).where(*unsent).values(state="dropped", last_error="filled"))
