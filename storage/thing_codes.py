"""The QR codes of a community's things, with what stands beside them on paper."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select, update

from governance.roles import Role
from governance.things.kinds import ThingKind
from governance.things.texts import KIND
from storage.building_codes import BuildingCode
from storage.database import Database
from storage.models import Place, Thing
from storage.people import names_of
from storage.place_book import PlaceBook
from storage.serving import serving
from storage.unit_of_work import UnitOfWork

SCENE = "t-"
"""How the scene of a thing's code begins; its number follows."""


def thing_codes(database: Database, community: str, now: datetime) -> list[BuildingCode]:
    """All things in use in the community with this code, by their numbers; `place_id`: the thing's id."""
    with database.read() as connection:
        uow = UnitOfWork(connection)
        index = PlaceBook().index(uow)
        root = uow.execute(select(Place.id, Place.name).where(Place.code == community)).one()
        columns = (Thing.id, Thing.code, Thing.kind, Thing.spot, Thing.place_id, Thing.qr_url)
        rows = uow.execute(select(*columns).where(Thing.ended_at.is_(None)).order_by(Thing.code)).all()
        workers: dict[int, str | None] = {}
        found = []
        for row in rows:
            line = index.line_of(row.place_id)
            if root.id not in line:
                continue
            if row.place_id not in workers:
                acting = [each.person for each in serving(uow, line, now, [Role.GRID_WORKER])]
                workers[row.place_id] = names_of(uow, acting[:1]).get(acting[0]) if acting else None
            name = f"{KIND[ThingKind(row.kind)]} {row.code} {index.full_name(row.place_id)}{row.spot}"
            found.append(
                BuildingCode(row.id, row.code, name, root.name, workers[row.place_id], f"{SCENE}{row.code}", row.qr_url)
            )
    return found


def keep_thing_address(database: Database, code: BuildingCode, address: str) -> BuildingCode:
    """Keeps what the platform made: a permanent code counts against the account's 100,000."""
    with database.write() as connection:
        connection.execute(update(Thing).where(Thing.id == code.place_id).values(qr_url=address))
    return replace(code, address=address)
