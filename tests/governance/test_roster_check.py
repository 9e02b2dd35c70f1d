"""A roster's rows: what a right workbook says, and every way to be wrong, each told once and where it is."""

import pytest

from governance import texts
from governance.roster.check import check
from governance.roster.entries import EMPTY
from tests.governance.right_roster import READ, RIGHT, problems, rows


def test_a_right_workbook_is_read_as_it_stands():
    assert check(rows(RIGHT)) == (READ, [])


@pytest.mark.parametrize("sheet", RIGHT)
def test_a_sheet_that_says_nothing_leaves_what_is_there(sheet):
    said = {name: found for name, found in rows(RIGHT).items() if name != sheet}
    assert check(said, READ) == (READ, [])
    assert check({sheet: []}, READ) == (READ, [])


def test_an_empty_workbook_is_an_empty_roster():
    assert check({}) == (EMPTY, [])


@pytest.mark.parametrize(
    ("row", "cells", "told"),
    [
        (3, {"code": None}, "编号：没有填"),
        (4, {"name": None}, "名称：没有填"),
        (4, {"kind": None}, "类型：没有填"),
        (4, {"code": "Y" * 33}, "编号：太长，最多 32 个字"),
        (5, {"name": "长" * 81}, "名称：太长，最多 80 个字"),
        (4, {"aliases": "长" * 401}, "别名：太长，最多 400 个字"),
        (7, {"code": "Y2"}, "编号：编号“Y2”与第 5 行重复"),
        (6, {"kind": "大楼"}, f"类型：“大楼”不在可选项里，可填：{'、'.join(texts.PLACE_KIND.values())}"),
        (6, {"parent": "Y99"}, "上级：找不到“Y99”，请填地点表里的编号"),
        (6, {"parent": "1幢"}, "上级：叫“1幢”的有 2 个，请填地点表里的编号"),
        (6, {"parent": None}, "上级：楼栋要有上级，请填地点表里的编号"),
        (6, {"parent": "S"}, "上级：楼栋不能放在街道下面"),
        (2, {"parent": "X9"}, "上级：街道是最上一级，上级请留空"),
        (4, {"kind": "街道", "parent": None}, "类型：街道只能有一个，第 2 行已经有了"),
        (4, {"parent": "Y1"}, "上级：上级绕成了圈：Y1 → Y1"),
        (3, {"lat": "90.1"}, "纬度：“90.1”不是经纬度，应是 -90 至 90 之间的数"),
        (3, {"lon": "-180.5"}, "经度：“-180.5”不是经纬度，应是 -180 至 180 之间的数"),
        (3, {"lon": "东经"}, "经度：“东经”不是经纬度，应是 -180 至 180 之间的数"),
        (3, {"lat": None}, "纬度：纬度和经度要么都填，要么都不填"),
        (3, {"lon": None}, "纬度：纬度和经度要么都填，要么都不填"),
        (5, {"name": "一号院"}, "名称：“一号院”与第 4 行重名（同一上级下不能有两个）"),
        (5, {"aliases": "老院"}, "别名：“老院”与第 4 行重名（同一上级下不能有两个）"),
    ],
)
def test_what_is_wrong_with_a_place(row, cells, told):
    assert f"地点表 第 {row} 行 {told}" in problems("places", row, **cells)


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (4, {"name": "长" * 80}),
        (4, {"aliases": "长" * 400}),
        (3, {"lat": "90", "lon": "-180"}),
        (5, {"aliases": "一号楼"}),
        (7, {"aliases": "1幢"}),
    ],
)
def test_what_a_place_may_just_be(row, cells):
    assert problems("places", row, **cells) == []


def test_a_wrong_place_is_told_once_with_nothing_else():
    assert problems("places", 6, kind="大楼")[:1] == [
        f"地点表 第 6 行 类型：“大楼”不在可选项里，可填：{'、'.join(texts.PLACE_KIND.values())}"
    ]
    assert problems("places", 5, name="一号院") == [
        "地点表 第 5 行 名称：“一号院”与第 4 行重名（同一上级下不能有两个）"
    ]
    assert problems("places", 7, parent="Y99") == ["地点表 第 7 行 上级：找不到“Y99”，请填地点表里的编号"]


def test_a_circle_is_shown_from_each_of_its_places_and_what_hangs_on_it_is_not_blamed():
    told = problems("places", 4, more=[{"code": "X", "name": "圈外", "kind": "楼栋", "parent": "Y1"}], parent="Y1-1")
    assert told == [
        "地点表 第 4 行 上级：上级绕成了圈：Y1 → Y1-1 → Y1",
        "地点表 第 6 行 上级：上级绕成了圈：Y1-1 → Y1 → Y1-1",
    ]


def test_a_circle_of_three_reached_from_outside_of_it():
    lines = {"places": [
        {"code": "A", "name": "甲", "kind": "院落", "parent": "B"}, {"code": "B", "name": "乙", "kind": "院落", "parent": "C"},
        {"code": "C", "name": "丙", "kind": "院落", "parent": "D"}, {"code": "D", "name": "丁", "kind": "院落", "parent": "B"},
    ]}  # fmt: skip
    assert [str(problem) for problem in check(rows(lines))[1]] == [
        "地点表 第 2 行 上级：院落不能放在院落下面",
        "地点表 第 3 行 上级：上级绕成了圈：B → C → D → B",
        "地点表 第 4 行 上级：上级绕成了圈：C → D → B → C",
        "地点表 第 5 行 上级：上级绕成了圈：D → B → C → D",
    ]


def test_names_that_people_take_for_one_are_one():
    assert problems("places", 5, name="一號院", canonical=lambda name: name.replace("號", "号")) == [
        "地点表 第 5 行 名称：“一號院”与第 4 行重名（同一上级下不能有两个）"
    ]


@pytest.mark.parametrize(
    ("row", "cells", "told"),
    [
        (3, {"code": "G1"}, ["编号：编号“G1”与第 2 行重复"]),
        (2, {"name": None}, ["名称：没有填"]),
        (4, {"kind": "大网格"}, ["类型：“大网格”不在可选项里，可填：综合、专属"]),
        (4, {"community": None}, ["社区：没有填"]),
        (4, {"community": "C9"}, ["社区：找不到“C9”，请填地点表里的编号"]),
        (4, {"community": "二号院"}, ["社区：“二号院”是院落，这里要填社区"]),
        (4, {"community": "1幢"}, ["社区：叫“1幢”的有 2 个，请填地点表里的编号"]),
        (3, {"covers": "Y2、C1"}, ["覆盖范围：网格不能覆盖社区，请写院落、楼栋、门牌、站点或地标"]),
        (3, {"covers": "C1、Y1"}, [
            "覆盖范围：网格不能覆盖社区，请写院落、楼栋、门牌、站点或地标",
            "覆盖范围：“Y1 一号院”已经归网格 G1（第 2 行），一处只能有一个综合网格",
        ]),
        (3, {"covers": "Y2;Y8"}, ["覆盖范围：找不到“Y8”，请填地点表里的编号"]),
        (3, {"covers": "Y2、一号院"}, ["覆盖范围：“Y1 一号院”已经归网格 G1（第 2 行），一处只能有一个综合网格"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_grid(row, cells, told):
    grids = [line for line in problems("grids", row, **cells) if line.startswith("网格表")]
    assert grids == [f"网格表 第 {row} 行 {line}" for line in told]


@pytest.mark.parametrize(
    ("row", "cells", "told"),
    [
        (3, {"code": "R1"}, "编号：编号“R1”与第 2 行重复"),
        (4, {"name": None}, "姓名：没有填"),
        (4, {"phone": "1990000"}, "手机：“1990000”不是电话号码，手机应是 11 位数字"),
        (4, {"phone": "12900000001"}, "手机：“12900000001”不是电话号码，手机应是 11 位数字"),
        (4, {"name": "陈试用", "phone": "19900000001"}, "姓名：姓名和手机都与第 2 行相同，同一个人请只写一行"),
    ],
)
def test_what_is_wrong_with_a_person(row, cells, told):
    assert f"人员表 第 {row} 行 {told}" in problems("people", row, **cells)


@pytest.mark.parametrize("phone", ["13000000000", "84551234", "2845123", "0258455123", "+8619900000009"])
def test_phone_numbers_that_are_some(phone):
    assert problems("people", 4, phone=phone) == []


def test_one_name_with_two_phones_is_two_people():
    assert problems("people", 4, name="陈试用", phone="19900000009") == []


@pytest.mark.parametrize(
    ("row", "cells", "told"),
    [
        (2, {"person": "R77"}, ["人员：找不到“R77”，请填人员表里的编号"]),
        (2, {"person": "林样例"}, ["人员：叫“林样例”的有 2 个，请填人员表里的编号"]),
        (2, {"role": None}, ["角色：没有填"]),
        (2, {"grid": None}, ["网格：网格员要写清在哪个网格"]),
        (2, {"grid": "G9"}, ["网格：找不到“G9”，请填网格表里的编号"]),
        (4, {"place": None}, ["地点：红色楼栋长要写清在哪个地点"]),
        (4, {"place": "Y9"}, ["地点：找不到“Y9”，请填地点表里的编号"]),
        (4, {"grid": "G1"}, ["网格：红色楼栋长应填地点，网格请留空"]),
        (2, {"place": "Y1"}, ["地点：网格员应填网格，地点请留空"]),
        (3, {"line": None}, ["条线：兼职网格员要填条线"]),
        (5, {"line": None}, ["条线：科室人员要填条线"]),
        (3, {"line": "园林"}, [f"条线：“园林”不在可选项里，可填：{'、'.join(texts.LINE.values())}"]),
        (2, {"until": "2026-10-31"}, ["终止日：终止日早于起始日"]),
        (2, {"since": "去年"}, ["起始日：“去年”不是日期，请写成 2026-11-24 的样子"]),
        (2, {"until": "11月"}, ["终止日：“11月”不是日期，请写成 2026-11-24 的样子"]),
    ],
)
def test_what_is_wrong_with_a_post(row, cells, told):
    assert problems("posts", row, **cells) == [f"岗位表 第 {row} 行 {line}" for line in told]


def test_a_post_is_written_once_whatever_its_term():
    again = {"person": "R1", "role": "网格员", "grid": "G1", "since": "2027-01-01"}
    assert problems("posts", 2, more=[again]) == ["岗位表 第 6 行 人员：与第 2 行是同一个岗位"]


def test_problems_stand_in_the_order_of_sheets_and_rows():
    lines = {name: [dict(each) for each in found] for name, found in RIGHT.items()}
    lines["posts"][1]["line"] = None
    lines["people"][2]["phone"] = "1"
    lines["people"][1]["phone"] = "2"
    lines["grids"][0]["community"] = "C9"
    lines["places"][4]["parent"] = "S"
    found = check(dict(reversed(rows(lines).items())))[1]
    assert [(problem.sheet, problem.row) for problem in found if problem.sheet != "岗位"] == [
        ("地点", 6), ("网格", 2), ("人员", 3), ("人员", 4),
    ]  # fmt: skip
    assert found[-1].sheet == "岗位"


def test_two_circles_are_both_shown():
    told = problems("places", 4, more=[{"code": "X", "name": "另一", "kind": "院落", "parent": "X"}], parent="Y1")
    assert told == ["地点表 第 4 行 上级：上级绕成了圈：Y1 → Y1", "地点表 第 8 行 上级：上级绕成了圈：X → X"]


def test_a_grid_may_cover_nothing_yet():
    assert problems("grids", 3, covers=None) == []


@pytest.mark.parametrize(
    ("sheet", "column"),
    [
        ("places", "name"), ("places", "kind"), ("grids", "name"), ("grids", "kind"), ("grids", "community"),
        ("people", "name"), ("posts", "role"), ("posts", "person"),
    ],
)  # fmt: skip
def test_a_row_with_a_hole_is_left_out_and_those_after_it_are_read(sheet, column):
    lines = {name: [dict(each) for each in found] for name, found in RIGHT.items()}
    del lines[sheet][1][column]
    right = getattr(READ, sheet)
    assert list(getattr(check(rows(lines), READ)[0], sheet)) == [key for place, key in enumerate(right) if place != 1]


@pytest.mark.parametrize("sheet", ["places", "grids", "people"])
def test_of_a_row_whose_code_comes_again_the_first_stays(sheet):
    again = {**RIGHT[sheet][1], "code": RIGHT[sheet][0]["code"], "name": "又一个"}
    lines = {**RIGHT, sheet: [*RIGHT[sheet], again]}
    assert getattr(check(rows(lines))[0], sheet) == getattr(READ, sheet)
