"""One entry changed by hand: what still needs it, what is wrong with it as in the whole workbook, how it differs."""

from datetime import date

from governance.places import GridKind, PlaceKind
from governance.roles import Line, Role
from governance.roster.entries import GridEntry, PersonEntry, PlaceEntry, PostEntry, Roster
from governance.roster.holding import needed_by
from governance.roster.lines import cells_of, line_of
from governance.roster.one_change import Difference, called, differences, key_of, sheet_named, with_entry

TODAY = date(2026, 11, 24)
PLACES = [
    PlaceEntry("S", "示例街道", PlaceKind.SUBDISTRICT), PlaceEntry("C1", "梧桐社区", PlaceKind.COMMUNITY, "S"),
    PlaceEntry("Y1", "1号院", PlaceKind.COURTYARD, "C1"), PlaceEntry("Y2", "2号院", PlaceKind.COURTYARD, "C1"),
]  # fmt: skip
GRIDS = [GridEntry("G1", "第1网格", GridKind.COMPREHENSIVE, "C1", ("Y1",))]
PEOPLE = [PersonEntry("R1", "陈试用"), PersonEntry("R2", "赵演示")]
POSTS = [
    PostEntry("R1", Role.GRID_WORKER, grid="G1"), PostEntry("R2", Role.COMMUNITY_SECRETARY, "C1"),
    PostEntry("R2", Role.DEPARTMENT_OFFICER, "S", None, Line.CIVIL_AFFAIRS, until=date(2026, 11, 23)),
]  # fmt: skip
ROSTER = Roster(
    {each.code: each for each in PLACES}, {each.code: each for each in GRIDS}, {each.code: each for each in PEOPLE},
    {each.key: each for each in POSTS},
)  # fmt: skip


def test_what_needs_an_entry():
    needs = {
        each.code: {type(found).__name__ + getattr(found, "code", "") for found in needed_by(ROSTER, each, TODAY)}
        for each in (*PLACES, *GRIDS, *PEOPLE)
    }
    assert needs == {
        "S": {"PlaceEntryC1"}, "C1": {"PlaceEntryY1", "PlaceEntryY2", "GridEntryG1", "PostEntry"}, "Y1": {"GridEntryG1"},
        "Y2": set(), "G1": {"PostEntry"}, "R1": {"PostEntry"}, "R2": {"PostEntry"},
    }  # fmt: skip
    assert len(needed_by(ROSTER, PEOPLE[1], TODAY)) == 1  # the post that has ended holds nobody


def changed(sheet, cells, key=None):
    return with_entry(ROSTER, sheet, cells, key or key_of(sheet, cells or {}), TODAY, str)


def test_it_is_checked_with_all_the_others_as_they_stand():
    good = changed("places", {"code": "Y3", "name": "3号院", "kind": "院落", "parent": "C1"})
    assert good.problems == ()
    assert good.roster.places["Y3"].name == "3号院"
    doubled = changed("places", {"code": "Y3", "name": "1号院", "kind": "院落", "parent": "C1"})
    assert doubled.problems == (("name", "“1号院”与“Y1 1号院”重名（同一上级下不能有两个）"),)
    assert changed("places", {"code": "C1", "name": "梧桐社区", "kind": "院落", "parent": "S"}).problems
    circle = changed("places", {"code": "Y1", "name": "1号院", "kind": "院落", "parent": "Y1"})
    assert any("绕成了圈" in text for _, text in circle.problems)
    nowhere = changed("posts", {"person": "R1", "role": "网格员", "grid": "G9"})
    assert [field for field, _ in nowhere.problems] == ["grid"]


def test_an_entry_taken_out_is_gone_and_no_other():
    assert set(changed("people", None, "R1").roster.people) == {"R2"}
    assert set(changed("places", None, "Y2").roster.places) == {"S", "C1", "Y1"}


def test_it_is_told_by_name_what_differs():
    before, after = (cells_of(line_of(PersonEntry("R1", "陈试用", None, unit))) for unit in ("一处", "二处"))
    assert differences(sheet_named("people"), before, after) == (Difference("单位", "一处", "二处"),)
    assert differences(sheet_named("people"), before, before) == ()
    assert called("posts", cells_of(line_of(POSTS[2]))) == "R2 科室人员（民政） S"
