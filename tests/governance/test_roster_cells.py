"""What single cells of a workbook may hold, and how a problem is told."""

import pytest

from governance.roster.cells import Cells, Names, phone_digits
from governance.roster.sheets import GRIDS, PEOPLE, PLACES, POSTS, Problem, Row


def test_a_reference_is_a_code_before_it_is_a_name():
    names = Names([("A", "一号院"), ("B", "A"), ("C", "A"), ("D", "D")])
    assert [names.find(value) for value in ("A", "一号院", "D", "E")] == [["A"], ["A"], ["D"], []]
    assert Names([("B", "院"), ("C", "院")]).find("院") == ["B", "C"]


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        ("19900000001", "19900000001"), ("+86 (199) 0000-0001", "19900000001"), ("02584551234", "02584551234"),
        ("84551234", "84551234"), ("8455123", "8455123"), ("0258455123", "0258455123"), ("025845512345", "025845512345"),
    ],
)  # fmt: skip
def test_numbers_as_people_write_them(value, digits):
    assert phone_digits(value) == digits


@pytest.mark.parametrize(
    "value",
    [
        "",
        "1990000000",
        "199000000011",
        "12900000001",
        "025845512",
        "0258455123456",
        "14551234",
        "845512",
        "845512345",
        "电话",
    ],
)
def test_what_is_no_phone_number(value):
    with pytest.raises(ValueError, match=r"^phone$"):
        phone_digits(value)


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem("地点", 6, "上级", "没有填"), "地点表 第 6 行 上级：没有填"),
        (Problem("地点", 0, "上级", "没有填"), "地点表 上级：没有填"),
        (Problem("地点", 1, "", "空的"), "地点表 第 1 行：空的"),
        (Problem("地点", 0, "", "空的"), "地点表：空的"),
    ],
)
def test_how_a_problem_is_told(problem, line):
    assert str(problem) == line


def test_the_sheets_and_their_headings():
    assert [(sheet.key, sheet.title) for sheet in (PLACES, GRIDS, PEOPLE, POSTS)] == [
        ("places", "地点"), ("grids", "网格"), ("people", "人员"), ("posts", "岗位"),
    ]  # fmt: skip
    assert (POSTS.heading("person"), POSTS.heading("until")) == ("人员", "终止日")


def test_a_value_that_is_not_there_is_the_first_of_nothing():
    problems = []
    cells, rows = Cells(PEOPLE, Row(2, {"code": "R1", "name": "陈试用"}), problems), {}
    assert not cells.first(None, rows, "code", "{value} {row}")
    assert cells.first("R1", rows, "code", "{value} {row}")
    assert (rows, problems) == ({"R1": 2}, [])
