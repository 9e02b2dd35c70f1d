"""People of the roster as they are held against what another platform knows of them."""

from dataclasses import dataclass

from sqlalchemy import or_, select

from storage import keyring
from storage.models import Person
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class RosterPerson:
    """Somebody who is there. `phone` in full: it is compared, and shown to nobody."""

    id: int
    code: str
    phone: str | None


def roster_people(uow: UnitOfWork, name_or_code: str) -> list[RosterPerson]:
    """Those with this name or code."""
    named = or_(Person.code == name_or_code.upper(), Person.name_digest.in_(keyring.digests("name", name_or_code)))
    present = (Person.left_at.is_(None), Person.forgotten_at.is_(None))
    rows = uow.execute(select(Person.id, Person.code, Person.phone).where(named, *present).order_by(Person.id))
    return [RosterPerson(row.id, row.code, row.phone) for row in rows]
