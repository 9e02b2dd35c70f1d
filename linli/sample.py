"""A sample subdistrict for the demo: the real shape, made-up people and buildings.

Nine communities in three alliances, 85 grids (76 comprehensive, 9 exclusive), courtyards with
buildings, and four people whose phones the chat page shows.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from storage.database import Database
from storage.models import Account, Grid, GridPlace, Person, Place, Post

ALLIANCES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("示例东片联盟", ("梧桐社区", "银杏社区", "雪松社区")),
    ("示例中片联盟", ("海棠社区", "石榴社区", "玉兰社区")),
    ("示例西片联盟", ("青桐社区", "丹枫社区", "紫薇社区")),
)
GRIDS = 76
BUILDINGS_A_GRID = 4
WEST, SOUTH = 118.760, 32.050


@dataclass(frozen=True)
class SamplePerson:
    """Somebody with a phone on the chat page."""

    openid: str
    name: str
    about: str
    role: str


PEOPLE = (
    SamplePerson("o-demo-resident-li", "李示例", "居民 · 梧桐里1号院1幢", "resident"),
    SamplePerson("o-demo-leader-wang", "王样本", "红色楼栋长 · 梧桐里1号院1幢", "building_leader"),
    SamplePerson("o-demo-worker-chen", "陈试用", "网格员 · 第1网格", "grid_worker"),
    SamplePerson("o-demo-member-zhou", "周虚构", "在职党员", "party_member"),
)


def build(database: Database, now: datetime) -> None:
    """Writes the sample unless places are there already."""
    with database.write() as connection:
        if connection.execute(select(Place.id).limit(1)).first() is not None:
            return
        buildings = _places_and_grids(connection)
        _people(connection, buildings[0], now)


def _places_and_grids(connection: Connection) -> list[int]:
    """Answers the ids of all buildings, those of grid 1 first."""
    root = _place(connection, None, "subdistrict", "宁海路街道")
    communities = []
    for alliance, names in ALLIANCES:
        parent = _place(connection, root, "alliance", alliance)
        communities += [(_place(connection, parent, "community", name), name) for name in names]
    buildings: list[int] = []
    for number in range(1, GRIDS + 1):
        buildings += _grid(connection, number, *communities[(number - 1) % len(communities)])
    for number, (community, name) in enumerate(communities, 1):
        _insert_grid(connection, f"Z{number:02d}", f"{name}专属网格", "exclusive", community)
    return buildings


def _grid(connection: Connection, number: int, community: int, community_name: str) -> list[int]:
    """A comprehensive grid with its courtyard and buildings; answers the buildings."""
    grid = _insert_grid(connection, f"G{number:02d}", f"第{number}网格", "comprehensive", community)
    name = f"{community_name.removesuffix('社区')}里{number}号院"
    courtyard = _place(connection, community, "courtyard", name)
    buildings = [
        _place(connection, courtyard, "building", f"{each}幢", f"b-{number}-{each}", number)
        for each in range(1, BUILDINGS_A_GRID + 1)
    ]
    covers = [{"grid_id": grid, "place_id": place} for place in (courtyard, *buildings)]
    connection.execute(insert(GridPlace), covers)
    return buildings


def _insert_grid(connection: Connection, code: str, name: str, kind: str, community: int) -> int:
    row = insert(Grid).values(code=code, name=name, kind=kind, community_id=community).returning(Grid.id)
    return int(connection.execute(row).scalar_one())


def _place(
    connection: Connection,
    parent: int | None,
    kind: str,
    name: str,
    scene: str | None = None,
    number: int | None = None,
) -> int:
    """One place; a `number` puts it on a made-up raster of coordinates."""
    lat = SOUTH + (number // 9) * 0.0015 if number else None
    lon = WEST + (number % 9) * 0.0018 if number else None
    values = {"parent_id": parent, "kind": kind, "name": name, "qr_scene": scene, "lat": lat, "lon": lon}
    return int(connection.execute(insert(Place).values(**values).returning(Place.id)).scalar_one())


def _people(connection: Connection, building: int, now: datetime) -> None:
    grid = connection.execute(select(GridPlace.grid_id).where(GridPlace.place_id == building)).scalar_one()
    for sample in PEOPLE:
        person = connection.execute(insert(Person).values(name=sample.name).returning(Person.id)).scalar_one()
        at_home = sample.role in ("resident", "building_leader")
        connection.execute(
            insert(Account).values(
                channel="wechat",
                openid=sample.openid,
                person_id=person,
                subscribed_at=now,
                last_inbound_at=now,
                place_id=building if at_home else None,
            )
        )
        post_at = {"grid_id": grid} if sample.role == "grid_worker" else {"place_id": building}
        connection.execute(insert(Post).values(person_id=person, role=sample.role, since=now, **post_at))
