"""Who has left and still stands for something that goes on: coming shifts, a station, a council, a resolution."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Select, or_, select, update

from governance.councils.watching import ResolutionState
from storage.job_failures import not_held_back
from storage.models import Council, CouncilMember, Person, Resolution, Shift, SignUp, Station
from storage.unit_of_work import UnitOfWork

HELD = ("proposed", "signed", "standby")


def leavers(uow: UnitOfWork, job: str, now: datetime) -> list[int]:
    """The people who have left, and of whom something is still to be given up."""
    holds = (
        _shifts(SignUp.person_id, now),
        select(Station.lead_id).where(Station.retired_at.is_(None), Station.lead_id.is_not(None)),
        select(CouncilMember.person_id).where(CouncilMember.until.is_(None)),
        select(Resolution.owner_id).where(Resolution.state == ResolutionState.OPEN.value),
    )
    found = select(Person.id).where(
        Person.left_at.is_not(None), Person.forgotten_at.is_(None), or_(*(Person.id.in_(each) for each in holds)),
        not_held_back(job, Person.id, now),
    )  # fmt: skip
    return list(uow.execute(found.order_by(Person.id)).scalars())


def coming_of(uow: UnitOfWork, person_id: int, now: datetime) -> list[int]:
    """The shifts that have not begun and on which somebody stands, is proposed or waits; the next first."""
    asked = _shifts(Shift.id, now, SignUp.person_id == person_id).order_by(Shift.starts_at, Shift.id)
    return list(dict.fromkeys(uow.execute(asked).scalars()))


def named_in(uow: UnitOfWork, person_id: int) -> list[int]:
    """The councils that have named somebody."""
    asked = select(Council.id).join(CouncilMember, CouncilMember.council_id == Council.id)
    seats = asked.where(CouncilMember.person_id == person_id, CouncilMember.until.is_(None))
    return list(uow.execute(seats.order_by(Council.id)).scalars())


def without_lead(uow: UnitOfWork, station_ids: Collection[int]) -> None:
    """Nobody leads these stations until somebody is named."""
    uow.execute(update(Station).where(Station.id.in_(sorted(station_ids))).values(lead_id=None))


def _shifts(what: Any, now: datetime, *whose: Any) -> Select[Any]:
    coming = (Shift.starts_at > now, Shift.cancelled_at.is_(None))
    return (
        select(what)
        .select_from(SignUp)
        .join(Shift, Shift.id == SignUp.shift_id)
        .where(SignUp.state.in_(HELD), *coming, *whose)
    )
