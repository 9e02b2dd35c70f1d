"""A right roster workbook as rows, what it says, and the problems once a cell of it is changed."""

from datetime import date

from governance.places import GridKind, PlaceKind
from governance.roles import Line, Role
from governance.roster.check import check
from governance.roster.entries import GridEntry, PersonEntry, PlaceEntry, PostEntry, Roster
from governance.roster.sheets import Row

RIGHT = {
    "places": [
        {"code": "S", "name": "试街", "kind": "街道"},
        {"code": "C1", "name": "梧桐社区", "kind": "社区", "parent": "S", "lat": "32.05", "lon": "118.76"},
        {"code": "Y1", "name": "一号院", "kind": "院落", "parent": "梧桐社区", "aliases": "大院、 老院 ,大院，;新院"},
        {"code": "Y2", "name": "二号院", "kind": "院落", "parent": "C1"},
        {"code": "Y1-1", "name": "1幢", "kind": "楼栋", "parent": "Y1", "lat": "-90", "lon": "180"},
        {"code": "Y2-1", "name": "1幢", "kind": "楼栋", "parent": "Y2"},
    ],
    "grids": [
        {"code": "G1", "name": "第1网格", "kind": "综合", "community": "C1", "covers": "Y1-1，Y1", "branch": "一支部"},
        {"code": "G2", "name": "第2网格", "kind": "综合", "community": "C1", "covers": "Y2"},
        {"code": "E1", "name": "学校", "kind": "专属", "community": "C1", "covers": "Y2-1 Y1"},
    ],
    "people": [
        {"code": "R1", "name": "陈试用", "phone": "+86 199-0000-0001", "unit": "示例学校", "wecom_id": "chen"},
        {"code": "R2", "name": "林样例", "phone": "025(8455)1234"},
        {"code": "R3", "name": "林样例"},
    ],
    "posts": [
        {"person": "R1", "role": "网格员", "grid": "第1网格", "since": "2026-11-01", "until": "2026-11-01"},
        {"person": "R1", "role": "兼职网格员", "grid": "G2", "line": "城管"},
        {"person": "R2", "role": "红色楼栋长", "place": "Y1-1"},
        {"person": "R3", "role": "科室人员", "place": "S", "line": "民政"},
    ],
}  # fmt: skip
READ = Roster(
    {
        place.code: place
        for place in (
            PlaceEntry("S", "试街", PlaceKind.SUBDISTRICT),
            PlaceEntry("C1", "梧桐社区", PlaceKind.COMMUNITY, "S", lat=32.05, lon=118.76),
            PlaceEntry("Y1", "一号院", PlaceKind.COURTYARD, "C1", ("大院", "老院", "新院")),
            PlaceEntry("Y2", "二号院", PlaceKind.COURTYARD, "C1"),
            PlaceEntry("Y1-1", "1幢", PlaceKind.BUILDING, "Y1", lat=-90, lon=180),
            PlaceEntry("Y2-1", "1幢", PlaceKind.BUILDING, "Y2"),
        )
    },
    {
        "G1": GridEntry("G1", "第1网格", GridKind.COMPREHENSIVE, "C1", ("Y1", "Y1-1"), "一支部"),
        "G2": GridEntry("G2", "第2网格", GridKind.COMPREHENSIVE, "C1", ("Y2",)),
        "E1": GridEntry("E1", "学校", GridKind.EXCLUSIVE, "C1", ("Y1", "Y2-1")),
    },
    {
        "R1": PersonEntry("R1", "陈试用", "19900000001", "示例学校", "chen"),
        "R2": PersonEntry("R2", "林样例", "02584551234"),
        "R3": PersonEntry("R3", "林样例"),
    },
    {
        post.key: post
        for post in (
            PostEntry("R1", Role.GRID_WORKER, None, "G1", None, date(2026, 11, 1), date(2026, 11, 1)),
            PostEntry("R1", Role.PART_TIME_GRID_WORKER, None, "G2", Line.CITY_MANAGEMENT),
            PostEntry("R2", Role.BUILDING_LEADER, "Y1-1"),
            PostEntry("R3", Role.DEPARTMENT_OFFICER, "S", None, Line.CIVIL_AFFAIRS),
        )
    },
)


def rows(lines):
    return {
        sheet: [
            Row(number, {key: value for key, value in cells.items() if value is not None})
            for number, cells in enumerate(found, 2)
        ]
        for sheet, found in lines.items()
    }


def problems(sheet, row, more=(), canonical=str, **cells):
    """The problems once cells of one row (as the workbook counts) are changed, and rows added below its sheet."""
    lines = {name: [dict(each) for each in found] for name, found in RIGHT.items()}
    lines[sheet][row - 2].update(cells)
    lines[sheet] += more
    return [str(problem) for problem in check(rows(lines), canonical=canonical)[1]]
