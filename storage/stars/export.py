"""Candidates and awards as flat records: what `linli export stars` writes. Names are masked unless the person agreed."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import aliased

from governance.stars.states import PUBLIC
from storage.database import Database
from storage.models import Announcement, Nomination, Objection, Person, Place, StarAward, StarRound
from understanding.masking import masked_name

STARS = (
    "award", "month", "round_state", "round_reason", "community", "area", "kind", "person", "name", "state", "consent", "score",
    "households", "objections", "deeds", "note", "announced_at", "draft",
)  # fmt: skip


def stars(database: Database, zone: ZoneInfo, first: date | None, last: date | None) -> Iterator[dict[str, Any]]:
    """A record a candidate of the months from `first` to `last`; a round without any has one without an award."""
    with database.read() as connection:
        for row in connection.execute(_candidates(first, last)):
            yield _record(row, zone)


def _candidates(first: date | None, last: date | None) -> Select[*tuple[Any, ...]]:
    """Every round of those months with its candidates, who they are and what was said for and against them."""
    community, area = aliased(Place), aliased(Place)
    households = (
        select(func.count(Nomination.household.distinct()))
        .where(Nomination.award_id == StarAward.id)
        .correlate(StarAward)
        .scalar_subquery()
    )
    against = (
        select(func.count())
        .select_from(Objection)
        .where(Objection.award_id == StarAward.id)
        .correlate(StarAward)
        .scalar_subquery()
    )
    return (
        select(
            StarAward.id, StarRound.month, StarRound.state.label("round_state"), StarRound.reason,
            community.code.label("community"),
            area.code.label("area"), StarAward.kind, Person.code, Person.name.label("person_name"), StarAward.name,
            StarAward.public_name, StarAward.state, StarAward.consent, StarAward.score, households.label("households"),
            against.label("against"), StarAward.deeds, StarAward.note, Announcement.at, Announcement.draft,
        )
        .join(community, community.id == StarRound.place_id)
        .outerjoin(StarAward, StarAward.round_id == StarRound.id)
        .outerjoin(area, area.id == StarAward.area_id)
        .outerjoin(Person, Person.id == StarAward.person_id)
        .outerjoin(Announcement, Announcement.id == StarAward.announcement_id)
        .where(*([StarRound.month >= first.replace(day=1)] if first else []), *([StarRound.month <= last] if last else []))
        .order_by(StarRound.month, StarRound.id, StarAward.id)
    )  # fmt: skip


def _record(row: Row[*tuple[Any, ...]], zone: ZoneInfo) -> dict[str, Any]:
    shown = row.public_name if row.state in [state.value for state in PUBLIC] else None
    name = row.person_name or row.name
    return {
        "award": row.id, "month": f"{row.month:%Y-%m}", "round_state": row.round_state, "round_reason": row.reason,
        "community": row.community, "area": row.area, "kind": row.kind, "person": row.code,
        "name": shown or (masked_name(name) if name else None), "state": row.state, "consent": row.consent,
        "score": row.score, "households": row.households if row.id else None,
        "objections": row.against if row.id else None, "deeds": row.deeds, "note": row.note,
        "announced_at": _local(row.at, zone), "draft": row.draft,
    }  # fmt: skip


def _local(at: datetime | None, zone: ZoneInfo) -> str | None:
    return None if at is None else at.astimezone(zone).isoformat(timespec="seconds")
