"""Places that units hold on activities, how many came, and what people thought."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, insert, select, update

from governance.activities.kinds import Score
from storage.models import ActivityFeedback, Organisation, Shift, SignUp, UnitBooking
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork

CAME = ("present", "done")


@dataclass(frozen=True)
class BookingRow:
    """Places of a unit on a shift; `came` None: not told yet."""

    id: int
    shift_id: int
    organisation_id: int
    unit: str
    people: int
    came: int | None


_BOOKINGS = (
    select(
        UnitBooking.id, UnitBooking.shift_id, UnitBooking.organisation_id, Organisation.name.label("unit"),
        UnitBooking.people, UnitBooking.came,
    )
    .join(Organisation, Organisation.id == UnitBooking.organisation_id)
    .where(UnitBooking.ended_at.is_(None))
    .order_by(UnitBooking.id)
)  # fmt: skip


def bookings_on(uow: UnitOfWork, shift_ids: Collection[int]) -> list[BookingRow]:
    """The places that units hold on these shifts, in the order in which they were booked."""
    return _read(uow, UnitBooking.shift_id.in_(sorted(shift_ids)))


def booking_of(uow: UnitOfWork, shift_id: int, organisation_id: int) -> BookingRow | None:
    """The places that a unit holds on a shift."""
    found = _read(uow, UnitBooking.shift_id == shift_id, UnitBooking.organisation_id == organisation_id)
    return next(iter(found), None)


def bookings_of(uow: UnitOfWork, organisation_ids: Collection[int], first: date, last: date) -> list[BookingRow]:
    """The places of these units on shifts from `first` to `last` that take place."""
    then = select(Shift.id).where(Shift.day >= first, Shift.day <= last, Shift.cancelled_at.is_(None))
    return _read(uow, UnitBooking.organisation_id.in_(sorted(organisation_ids)), UnitBooking.shift_id.in_(then))


def bookings_to_tell(uow: UnitOfWork, day: date) -> list[int]:
    """The ids of the places on shifts of a day of which the contacts have not heard."""
    then = (Shift.day == day, Shift.cancelled_at.is_(None))
    waiting = (UnitBooking.ended_at.is_(None), UnitBooking.told_at.is_(None))
    statement = select(UnitBooking.id).join(Shift, Shift.id == UnitBooking.shift_id).where(*then, *waiting)
    return list(uow.execute(statement.order_by(UnitBooking.id)).scalars())


def bookings_of_gone(uow: UnitOfWork, now: datetime) -> list[int]:
    """The ids of the places on shifts that have not begun, held by units that have left."""
    ahead = (Shift.starts_at > now, Shift.cancelled_at.is_(None))
    gone = (UnitBooking.ended_at.is_(None), Organisation.left_at.is_not(None))
    statement = select(UnitBooking.id).join(Shift, Shift.id == UnitBooking.shift_id)
    statement = statement.join(Organisation, Organisation.id == UnitBooking.organisation_id)
    return list(uow.execute(statement.where(*ahead, *gone).order_by(UnitBooking.id)).scalars())


def booking_to_tell(uow: UnitOfWork, booking_id: int) -> BookingRow | None:
    """The places, unless they were given back."""
    return next(iter(_read(uow, UnitBooking.id == booking_id)), None)


def note_told(uow: UnitOfWork, booking_id: int, now: datetime) -> bool:
    """Notes that the contacts hear of it; False when they have."""
    new = (UnitBooking.id == booking_id, UnitBooking.told_at.is_(None), UnitBooking.ended_at.is_(None))
    return uow.execute(update(UnitBooking).where(*new).values(told_at=now)).rowcount > 0


def _read(uow: UnitOfWork, *where: Any) -> list[BookingRow]:
    return [BookingRow(*tuple(row)) for row in uow.execute(_BOOKINGS.where(*where))]


def write_booking(uow: UnitOfWork, shift_id: int, organisation_id: int, people: int, by_id: int, now: datetime) -> None:
    """A unit holds so many places; the shift is locked, so that there is no other row."""
    row = {
        "shift_id": shift_id, "organisation_id": organisation_id, "people": people, "booked_by": by_id, "at": now,
    }  # fmt: skip
    uow.execute(insert(UnitBooking).values(**row))


def change_booking(uow: UnitOfWork, booking_id: int, **values: Any) -> None:
    """Writes changed columns."""
    uow.execute(update(UnitBooking).where(UnitBooking.id == booking_id).values(**values))


def give_feedback(uow: UnitOfWork, shift_id: int, person_id: int, score: Score, now: datetime) -> bool:
    """Notes what somebody thought; False when they have said it before."""
    row = {"shift_id": shift_id, "person_id": person_id, "score": score.value, "at": now}
    return insert_once(uow, ActivityFeedback, **row)


def has_given(uow: UnitOfWork, shift_id: int, person_id: int) -> bool:
    """Whether somebody has said what they thought."""
    mine = (ActivityFeedback.shift_id == shift_id, ActivityFeedback.person_id == person_id)
    return uow.execute(select(ActivityFeedback.shift_id).where(*mine)).first() is not None


def feedback_on(uow: UnitOfWork, shift_ids: Collection[int]) -> dict[int, dict[Score, int]]:
    """How many thought what, by shift; who has none is not in it."""
    columns = (ActivityFeedback.shift_id, ActivityFeedback.score, func.count().label("people"))
    statement = select(*columns).where(ActivityFeedback.shift_id.in_(sorted(shift_ids)))
    found: dict[int, dict[Score, int]] = {}
    for row in uow.execute(statement.group_by(ActivityFeedback.shift_id, ActivityFeedback.score)):
        found.setdefault(row.shift_id, {})[Score(row.score)] = row.people
    return found


def scores_of(uow: UnitOfWork, person_id: int) -> dict[int, Score]:
    """What somebody thought, by shift."""
    statement = select(ActivityFeedback.shift_id, ActivityFeedback.score)
    return {
        row.shift_id: Score(row.score) for row in uow.execute(statement.where(ActivityFeedback.person_id == person_id))
    }


@dataclass(frozen=True)
class Part:
    """Somebody's place on a shift of a campaign. `state`: of the sign-up."""

    shift_id: int
    person_id: int
    state: str


def parts_in(uow: UnitOfWork, shift_ids: Collection[int]) -> list[Part]:
    """Who signed up to these shifts, and what became of it."""
    return _parts(uow, SignUp.shift_id.in_(sorted(shift_ids)))


def parts_of(uow: UnitOfWork, person_id: int, first: date, last: date) -> list[Part]:
    """A person's places on shifts of campaigns from `first` to `last` that take place, the newest first."""
    then = (
        Shift.campaign_id.is_not(None), Shift.day >= first, Shift.day <= last, Shift.cancelled_at.is_(None),
    )  # fmt: skip
    return _parts(uow, SignUp.person_id == person_id, SignUp.shift_id.in_(select(Shift.id).where(*then)))[::-1]


def _parts(uow: UnitOfWork, *where: Any) -> list[Part]:
    standing = SignUp.state.in_(("signed", "standby", "present", "done", "absent"))
    statement = (
        select(SignUp.shift_id, SignUp.person_id, SignUp.state)
        .join(Shift, Shift.id == SignUp.shift_id)
        .where(standing, *where)
        .order_by(Shift.starts_at, SignUp.id)
    )
    return [Part(*tuple(row)) for row in uow.execute(statement)]
