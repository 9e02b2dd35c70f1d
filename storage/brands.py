"""一居一品: each community's own brand work, one a year."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from storage.models import Attachment, CommunityBrand
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class BrandRow:
    """A community's brand of a year. `picture`: the digest of what shows it."""

    id: int
    community_id: int
    year: int
    title: str
    story: str
    source: str | None
    picture: str | None
    at: datetime


def keep_brand(uow: UnitOfWork, community_id: int, year: int, **values: Any) -> bool:
    """Writes it, or anew what was written before; whether it is new."""
    new = insert_once(uow, CommunityBrand, community_id=community_id, year=year, **values)
    if not new:
        this = (CommunityBrand.community_id == community_id, CommunityBrand.year == year)
        uow.execute(update(CommunityBrand).where(*this).values(**values))
    return new


def brands_of(uow: UnitOfWork, year: int) -> list[BrandRow]:
    """All of a year."""
    return _read(uow, CommunityBrand.year == year)


def newest_brands(uow: UnitOfWork) -> dict[int, BrandRow]:
    """The newest of each community, by the community's id."""
    return {each.community_id: each for each in sorted(_read(uow), key=lambda each: each.year)}


def _read(uow: UnitOfWork, *where: Any) -> list[BrandRow]:
    own = CommunityBrand
    columns = (own.id, own.community_id, own.year, own.title, own.story, own.source, Attachment.sha256, own.at)
    shown = (Attachment.id == own.picture_id) & (Attachment.state == "stored")
    statement = select(*columns).outerjoin(Attachment, shown).where(*where).order_by(own.community_id)
    return [BrandRow(*tuple(row)) for row in uow.execute(statement)]
