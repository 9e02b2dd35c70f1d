"""Who serves where: enrolments with skills and wishes, and what people are trained for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from governance.roles import Role, Term
from storage.models import Enrolment, Person, Post, Qualification
from storage.once import insert_once
from storage.people import terms_where
from storage.unit_of_work import UnitOfWork

MARK = "、"


@dataclass(frozen=True)
class EnrolmentRow:
    """A running enrolment."""

    id: int
    person_id: int
    place_id: int
    unit: str | None
    skills: tuple[str, ...]
    wishes: tuple[str, ...]


def enrolments(uow: UnitOfWork) -> list[EnrolmentRow]:
    """All running ones, of people who have not left."""
    return _enrolments(uow)


def enrolments_in(uow: UnitOfWork, place_ids: Collection[int]) -> list[EnrolmentRow]:
    """The running ones in these places."""
    return _enrolments(uow, Enrolment.place_id.in_(sorted(place_ids)))


def enrolments_of(uow: UnitOfWork, person_id: int) -> list[EnrolmentRow]:
    """A person's running ones, the oldest first."""
    return _enrolments(uow, Enrolment.person_id == person_id)


def terms_of_people(uow: UnitOfWork, person_ids: Collection[int], now: datetime) -> list[tuple[int, Term]]:
    """Person and term of each post that these people hold now."""
    return [each for each in terms_where(uow, Post.person_id.in_(sorted(person_ids))) if each[1].holds(now)]


def leaders_at(uow: UnitOfWork, place_ids: Collection[int], now: datetime) -> list[int]:
    """The people who lead a building at these places."""
    posts = terms_where(uow, Post.role == Role.BUILDING_LEADER.value, Post.place_id.in_(sorted(place_ids)))
    return sorted({person for person, term in posts if term.holds(now)})


def _enrolments(uow: UnitOfWork, *where: Any) -> list[EnrolmentRow]:
    statement = (
        select(
            Enrolment.id, Enrolment.person_id, Enrolment.place_id, Enrolment.unit, Enrolment.skills, Enrolment.wishes
        )
        .join(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.until.is_(None), Person.left_at.is_(None), *where)
        .order_by(Enrolment.id)
    )
    return [
        EnrolmentRow(row.id, row.person_id, row.place_id, row.unit, _split(row.skills, MARK), _split(row.wishes, ","))
        for row in uow.execute(statement)
    ]


def enrol(
    uow: UnitOfWork,
    person_id: int,
    place_id: int,
    unit: str | None,
    skills: list[str],
    wishes: list[str],
    now: datetime,
) -> None:
    """Writes an enrolment, or what is new in a running one."""
    values = {"unit": unit, "skills": MARK.join(skills)[:200], "wishes": ",".join(wishes)[:200]}
    running = (Enrolment.person_id == person_id, Enrolment.place_id == place_id, Enrolment.until.is_(None))
    if uow.execute(update(Enrolment).where(*running).values(**values)).rowcount == 0:
        uow.add(Enrolment, person_id=person_id, place_id=place_id, since=now, **values)


def end_enrolments(uow: UnitOfWork, person_id: int, now: datetime) -> int:
    """Ends all of a person's; answers how many."""
    running = (Enrolment.person_id == person_id, Enrolment.until.is_(None))
    return uow.execute(update(Enrolment).where(*running).values(until=now)).rowcount


def qualifications_of(uow: UnitOfWork, person_ids: list[int]) -> dict[int, set[str]]:
    """What each of them is trained for."""
    found: dict[int, set[str]] = {person: set() for person in person_ids}
    statement = select(Qualification.person_id, Qualification.name).where(Qualification.person_id.in_(person_ids))
    for row in uow.execute(statement):
        found[row.person_id].add(row.name)
    return found


def qualify(uow: UnitOfWork, person_id: int, name: str, given_by: int | None, now: datetime) -> bool:
    """Notes that a person is trained for something; False when it is known."""
    return insert_once(uow, Qualification, person_id=person_id, name=name, given_by=given_by, at=now)


def units_of(uow: UnitOfWork, person_ids: list[int]) -> dict[int, str]:
    """The unit of each: as enrolled, else as in the roster."""
    rows = uow.execute(select(Person.id, Person.unit).where(Person.id.in_(person_ids)))
    units = {row.id: row.unit for row in rows if row.unit}
    for enrolment in _enrolments(uow, Enrolment.person_id.in_(person_ids)):
        if enrolment.unit:
            units[enrolment.person_id] = enrolment.unit
    return units


def _split(text: str, mark: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split(mark)))
