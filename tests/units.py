"""A few made-up units with their contacts, for tests of what units do."""

from dataclasses import dataclass

from sqlalchemy import insert, select

from storage.models import Organisation, OrganisationContact, Person, Place
from tests.chat import Chat, Speaker
from tests.scenes import begun
from tests.staff import NAMES, Staff, lines

CONTACTS = {"bank": ("钱试联", "0041"), "school": ("孙试联", "0042"), "works": ("李试联", "0043")}
UNITS = {"bank": ("U1", "示范银行"), "school": ("U2", "示例中学"), "works": ("U3", "模拟建设公司")}


@dataclass(frozen=True)
class Units:
    """The contacts of three units, their phones bound."""

    bank: Speaker
    school: Speaker
    works: Speaker


def with_units(chat: Chat) -> tuple[Staff, Units]:
    """Imports the roster with three units' contacts, and binds everybody's phones."""

    def begin() -> tuple[Staff, Units]:
        return _with_units(chat)

    return begun(chat, chat.clock, begin)


def _with_units(chat: Chat) -> tuple[Staff, Units]:
    roster = lines()
    for place, (name, phone) in enumerate(CONTACTS.values(), 1):
        roster["people"].append({"code": f"L{place}", "name": name, "phone": f"1991111{phone}"})
    speakers = chat.staffed(roster, [*NAMES.values(), *CONTACTS.values()])
    with chat.database.write() as connection:
        if not connection.execute(select(Organisation.id)).first():
            community = connection.execute(select(Place.id).where(Place.code == "C1")).scalar_one()
            for place, (code, name) in enumerate(UNITS.values(), 1):
                row = {"code": code, "name": name, "kind": "company", "place_id": community}
                unit = connection.execute(insert(Organisation).values(**row).returning(Organisation.id)).scalar_one()
                person = connection.execute(select(Person.id).where(Person.code == f"L{place}")).scalar_one()
                contact = {"person_id": person, "organisation_id": unit, "since": chat.clock()}
                connection.execute(insert(OrganisationContact).values(**contact))
    return Staff(*speakers[: len(NAMES)]), Units(*speakers[len(NAMES) :])
