"""Who lets the office's map show where they checked in last, and where that is."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import delete, select

from storage.models import CheckIn, MapConsent, Person
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


def agree(uow: UnitOfWork, person_id: int, now: datetime) -> None:
    """From now on; who has agreed already keeps their day."""
    insert_once(uow, MapConsent, person_id=person_id, since=now)


def take_back(uow: UnitOfWork, person_id: int) -> None:
    """Nothing is shown from now on."""
    uow.execute(delete(MapConsent).where(MapConsent.person_id == person_id))


def last_check_ins(uow: UnitOfWork, day: date, places: Collection[int] | None) -> list[tuple[str, int, datetime]]:
    """Name, place and instant of the last check-in of a day of each who agreed, where it was at one of these places."""
    rows = uow.execute(
        select(CheckIn.person_id, Person.name, CheckIn.place_id, CheckIn.at)
        .join(MapConsent, MapConsent.person_id == CheckIn.person_id)
        .join(Person, Person.id == CheckIn.person_id)
        .where(CheckIn.day == day, Person.left_at.is_(None))
        .order_by(CheckIn.at, CheckIn.id)
    )
    last = {row.person_id: (row.name, row.place_id, row.at) for row in rows}
    return [each for each in last.values() if places is None or each[1] in places]
