"""Contests: until when one enrols, the places that units and people took, and since when these are told."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from governance.activities.kinds import ActivityKind
from storage.models import Campaign, ContestResult, Organisation, Person, SignUp
from storage.unit_of_work import UnitOfWork

TOOK_PART = ("signed", "present", "done")


@dataclass(frozen=True)
class ResultRow:
    """A place. Of a unit (`organisation_id`, and its name), or of a person."""

    place: int
    award: str
    organisation_id: int | None
    unit: str | None
    person_id: int | None
    person: str | None


def results_of(uow: UnitOfWork, campaign_id: int) -> list[ResultRow]:
    """The places of a contest, the first first."""
    own = ContestResult
    statement = (
        select(
            own.place, own.award, own.organisation_id, Organisation.name.label("unit"), own.person_id,
            Person.name.label("person"),
        )
        .outerjoin(Organisation, Organisation.id == own.organisation_id)
        .outerjoin(Person, Person.id == own.person_id)
        .where(own.campaign_id == campaign_id)
        .order_by(own.place, own.id)
    )  # fmt: skip
    return [ResultRow(*tuple(row)) for row in uow.execute(statement)]


def write_result(
    uow: UnitOfWork, campaign_id: int, organisation_id: int | None, person_id: int | None, place: int, award: str,
    by_id: int | None, now: datetime,
) -> None:  # fmt: skip
    """In place of what was written of the same before; the contest's times are locked."""
    own = ContestResult
    whose = own.person_id == person_id if organisation_id is None else own.organisation_id == organisation_id
    uow.execute(delete(own).where(own.campaign_id == campaign_id, whose))
    row = {"organisation_id": organisation_id, "person_id": person_id, "by_id": by_id, "at": now}
    uow.execute(insert(own).values(campaign_id=campaign_id, place=place, award=award, **row))


def results_told_at(uow: UnitOfWork, campaign_id: int) -> datetime | None:
    """Since when its places are told."""
    found: datetime | None = uow.execute(select(Campaign.results_told_at).where(Campaign.id == campaign_id)).scalar()
    return found


def last_contests(uow: UnitOfWork, most: int = 10) -> list[int]:
    """The newest contests: those whose places are told, the last first, then the others."""
    of_kind = Campaign.kind == ActivityKind.CONTEST.value
    order = (Campaign.results_told_at.is_(None), Campaign.results_told_at.desc(), Campaign.id.desc())
    return [row.id for row in uow.execute(select(Campaign.id).where(of_kind).order_by(*order).limit(most))]


def note_results_told(uow: UnitOfWork, campaign_id: int, now: datetime) -> bool:
    """Notes that they are told now; False where they were."""
    new = (Campaign.id == campaign_id, Campaign.results_told_at.is_(None))
    return uow.execute(update(Campaign).where(*new).values(results_told_at=now)).rowcount > 0


def set_enrolment_end(uow: UnitOfWork, campaign_id: int, until: datetime) -> None:
    """Nobody enrols after it."""
    uow.execute(update(Campaign).where(Campaign.id == campaign_id).values(enrol_until=until))


def people_in(uow: UnitOfWork, shift_ids: Collection[int]) -> dict[int, str]:
    """Who has a place on one of these times, with their names."""
    statement = (
        select(Person.id, Person.name)
        .join(SignUp, SignUp.person_id == Person.id)
        .where(SignUp.shift_id.in_(sorted(shift_ids)), SignUp.state.in_(TOOK_PART), Person.left_at.is_(None))
    )
    return {row.id: row.name or "" for row in uow.execute(statement)}
