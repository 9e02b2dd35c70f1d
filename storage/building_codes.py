"""The QR codes of a community's buildings, with what stands beside them on paper."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select, update

from governance.roles import Role
from storage.database import Database
from storage.models import Place
from storage.people import names_of
from storage.place_book import PlaceBook
from storage.serving import serving
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class BuildingCode:
    """A building's code. `address`: what it shows, None until the platform has made it."""

    place_id: int
    code: str
    name: str
    community: str
    grid_worker: str | None
    scene: str
    address: str | None


def communities(database: Database) -> list[tuple[str, str]]:
    """Code and name of every community."""
    statement = select(Place.code, Place.name).where(Place.kind == "community", Place.retired_at.is_(None))
    with database.read() as connection:
        return [(row.code, row.name) for row in connection.execute(statement.order_by(Place.id))]


def building_codes(database: Database, community: str, now: datetime) -> list[BuildingCode]:
    """All buildings of the community with this code, in the roster's order."""
    with database.read() as connection:
        uow = UnitOfWork(connection)
        index = PlaceBook().index(uow)
        root = uow.execute(select(Place.id, Place.name).where(Place.code == community)).one()
        rows = uow.execute(
            select(Place.id, Place.code, Place.qr_scene, Place.qr_url)
            .where(Place.kind == "building", Place.retired_at.is_(None), Place.qr_scene.is_not(None))
            .order_by(Place.id)
        ).all()
        found = []
        for row in rows:
            line = index.line_of(row.id)
            if root.id not in line:
                continue
            acting = [servant.person for servant in serving(uow, line, now) if servant.role is Role.GRID_WORKER]
            worker = names_of(uow, acting[:1]).get(acting[0]) if acting else None
            found.append(
                BuildingCode(row.id, row.code, index.full_name(row.id), root.name, worker, row.qr_scene, row.qr_url)
            )
    return found


def keep_address(database: Database, code: BuildingCode, address: str) -> BuildingCode:
    """Keeps what the platform made: a permanent code counts against the account's 100,000."""
    with database.write() as connection:
        connection.execute(update(Place).where(Place.id == code.place_id).values(qr_url=address))
    return replace(code, address=address)
