"""Whom a round concerns: those who live in a community, and those who serve there."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select

from storage.models import Account, Enrolment, Grid, Post
from storage.unit_of_work import UnitOfWork


def homes_at(uow: UnitOfWork, place_ids: Sequence[int]) -> dict[int, int]:
    """Account and home of those who live at these places and follow us."""
    here = (Account.place_id.in_(place_ids), Account.unsubscribed_at.is_(None))
    rows = uow.execute(select(Account.id, Account.place_id).where(*here).order_by(Account.id))
    return {row.id: row.place_id for row in rows}


def serving_people(
    uow: UnitOfWork, community: int, place_ids: Sequence[int], now: datetime, roles: Sequence[str]
) -> list[int]:
    """People who hold one of these roles in a community (`place_ids`: its places) or its grids now, or have enrolled there."""
    grids = select(Grid.id).where(Grid.community_id == community)
    running = (Post.since <= now, or_(Post.until.is_(None), Post.until > now), Post.role.in_(roles))
    posted = select(Post.person_id).where(*running, or_(Post.place_id.in_(place_ids), Post.grid_id.in_(grids)))
    enrolled = select(Enrolment.person_id).where(Enrolment.until.is_(None), Enrolment.place_id.in_(place_ids))
    return sorted(set(uow.execute(posted).scalars()) | set(uow.execute(enrolled).scalars()))
