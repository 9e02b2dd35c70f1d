"""Makes a roster of the real shape with made-up people: the example workbook, and larger ones to measure with.

`python -m linli.sample_roster FILE.xlsx` writes the example anew.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from governance.places import GridKind, PlaceKind
from governance.roles import Line, Role
from governance.roster.entries import GridEntry, PersonEntry, PlaceEntry, PostEntry, PostKey, Roster
from linli.roster_export import lines_of
from storage.workbook.writer import write_workbook

ALLIANCES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("示例东片联盟", ("梧桐社区", "银杏社区", "雪松社区")),
    ("示例中片联盟", ("海棠社区", "石榴社区", "玉兰社区")),
    ("示例西片联盟", ("青桐社区", "丹枫社区", "紫薇社区")),
)
SURNAMES = "李王陈周赵钱孙吴郑冯褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = ("示例", "样本", "试用", "虚构", "演示", "练习", "模拟", "假设", "例行", "范例", "试写", "习作")
WEST, SOUTH = 118.760, 32.050
FIRST_PHONE = 19_900_000_000


@dataclass(frozen=True)
class Size:
    """How many of each; the defaults are the model subdistrict's."""

    grids: int = 76
    buildings_a_grid: int = 5
    heads: int = 20
    part_time: int = 600
    leaders: int = 350
    members: int = 1700


@dataclass
class _Maker:
    places: dict[str, PlaceEntry] = field(default_factory=dict)
    grids: dict[str, GridEntry] = field(default_factory=dict)
    people: dict[str, PersonEntry] = field(default_factory=dict)
    posts: dict[PostKey, PostEntry] = field(default_factory=dict)

    def place(self, code: str, name: str, kind: PlaceKind, parent: str | None, spot: int = 0, *aliases: str) -> str:
        """A place; a `spot` puts it on a made-up raster."""
        lat = round(SOUTH + (spot // 9) * 0.0015, 6) if spot else None
        lon = round(WEST + (spot % 9) * 0.0018, 6) if spot else None
        self.places[code] = PlaceEntry(code, name, kind, parent, aliases, lat, lon)
        return code

    def grid(
        self, code: str, name: str, kind: GridKind, community: str, *covers: str, branch: str | None = None
    ) -> str:
        self.grids[code] = GridEntry(code, name, kind, community, tuple(sorted(covers)), branch)
        return code

    def person(self, role: Role, *wheres: str, line: Line | None = None, unit: str | None = None) -> None:
        """Somebody new with a post at each place or grid."""
        number = len(self.people)
        name = SURNAMES[number % len(SURNAMES)] + GIVEN[(number + number // len(SURNAMES)) % len(GIVEN)]
        code = f"R{number + 1:05d}"
        self.people[code] = PersonEntry(code, name, str(FIRST_PHONE + number + 1), unit)
        for where in wheres:
            grid, place = (where, None) if where in self.grids else (None, where)
            post = PostEntry(code, role, place, grid, line)
            self.posts[post.key] = post


def sample_roster(size: Size = Size()) -> Roster:
    """The subdistrict with its people: residents and leaders of the first building first."""
    maker = _Maker()
    communities = list(_communities(maker))
    buildings = [
        _grid(maker, number, *communities[(number - 1) % len(communities)], size) for number in range(1, size.grids + 1)
    ]
    _exclusive(maker, communities)
    homes = [home for of_grid in buildings for home in of_grid]
    maker.person(Role.RESIDENT, homes[0])
    maker.person(Role.BUILDING_LEADER, homes[0])
    maker.person(Role.GRID_WORKER, "G01")
    maker.person(Role.PARTY_MEMBER, communities[0][0], unit="示例区第1中学")
    _staff(maker, communities, size)
    for home in homes[1 : size.leaders]:
        maker.person(Role.BUILDING_LEADER, home)
    for number in range(1, size.members):
        community = communities[number % len(communities)][0]
        maker.person(Role.PARTY_MEMBER, community, unit=f"示例区第{number % 40 + 1}单位")
    return Roster(maker.places, maker.grids, maker.people, maker.posts)


def _communities(maker: _Maker) -> Iterator[tuple[str, str]]:
    root = maker.place("S", "宁海路街道", PlaceKind.SUBDISTRICT, None)
    number = 0
    for place, (alliance, names) in enumerate(ALLIANCES, 1):
        parent = maker.place(f"A{place}", alliance, PlaceKind.ALLIANCE, root)
        for name in names:
            number += 1
            stem = name.removesuffix("社区")
            community = maker.place(f"C{number}", name, PlaceKind.COMMUNITY, parent)
            maker.place(f"C{number}-Y", f"{stem}驿站", PlaceKind.STATION, community, 700 + number, f"{stem}社区驿站")
            maker.place(f"C{number}-M", f"{stem}菜场", PlaceKind.LANDMARK, community, 720 + number, f"{stem}农贸市场")
            yield community, stem


def _grid(maker: _Maker, number: int, community: str, stem: str, size: Size) -> list[str]:
    """A comprehensive grid with its courtyard; answers the buildings."""
    courtyard = maker.place(f"Y{number:02d}", f"{stem}里{number}号院", PlaceKind.COURTYARD, community, number)
    covers = [courtyard]
    if number == 1:
        covers.append(maker.place("N01", "虎踞北路4号", PlaceKind.ROAD_NUMBER, community, 81, "虎踞北路4号大院"))
        for each in range(1, 7):
            maker.place(f"N01-{each:02d}", f"{each}幢", PlaceKind.BUILDING, "N01", 81)
    if number <= len(ALLIANCES) * 3:
        covers += [f"{community}-Y", f"{community}-M"]
    buildings = [
        maker.place(f"Y{number:02d}-{each:02d}", f"{each}幢", PlaceKind.BUILDING, courtyard, number)
        for each in range(1, size.buildings_a_grid + 1)
    ]
    maker.grid(
        f"G{number:02d}", f"第{number}网格", GridKind.COMPREHENSIVE, community, *covers, branch=f"第{number}网格党支部"
    )
    return buildings


def _exclusive(maker: _Maker, communities: list[tuple[str, str]]) -> None:
    for number, (community, stem) in enumerate(communities, 1):
        school = maker.place(f"X{number}", f"{stem}示例中学", PlaceKind.LANDMARK, community, 740 + number)
        maker.grid(f"Z{number:02d}", f"{stem}示例中学专属网格", GridKind.EXCLUSIVE, community, school)


def _staff(maker: _Maker, communities: list[tuple[str, str]], size: Size) -> None:
    grids = [code for code, grid in maker.grids.items() if grid.kind is GridKind.COMPREHENSIVE]
    for grid in grids[1:]:
        maker.person(Role.GRID_WORKER, grid)
    for number in range(len(communities)):
        maker.person(Role.GRID_WORKER, f"Z{number + 1:02d}")
    for number in range(size.heads):
        maker.person(Role.GRID_HEAD, *grids[number :: size.heads])
    lines = list(Line)
    for number in range(size.part_time):
        line = lines[number % len(lines)]
        maker.person(Role.PART_TIME_GRID_WORKER, grids[number % len(grids)], line=line)
    for community, _ in communities:
        maker.person(Role.COMMUNITY_SECRETARY, community)
    for alliance in range(1, len(ALLIANCES) + 1):
        maker.person(Role.REPAIR_CREW, f"A{alliance}", unit="示例维修队")
    for line in lines:
        maker.person(Role.DEPARTMENT_OFFICER, "S", line=line)
    for role in (Role.DISPATCHER, Role.LINKED_CADRE, Role.SUBDISTRICT_LEAD, Role.ADMINISTRATOR):
        maker.person(role, "S")


if __name__ == "__main__":
    write_workbook(Path(sys.argv[1]), lines_of(sample_roster()))
