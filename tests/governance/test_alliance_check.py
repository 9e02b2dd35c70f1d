"""An alliance workbook: everything that is wrong with it is told at once, each where it stands."""

import pytest

from governance.alliance.changes import alliance_changes, takes_much
from governance.alliance.check import check
from governance.alliance.entries import EMPTY_BOOK
from governance.places import GridKind, PlaceKind
from governance.roster.entries import GridEntry, PersonEntry, PlaceEntry, Roster
from governance.roster.sheets import Row

ROSTER = Roster(
    {
        "S": PlaceEntry("S", "示例街道", PlaceKind.SUBDISTRICT),
        "C1": PlaceEntry("C1", "梧桐社区", PlaceKind.COMMUNITY, "S"),
        "Y1": PlaceEntry("Y1", "1号院", PlaceKind.COURTYARD, "C1"),
    },
    {"G01": GridEntry("G01", "第1网格", GridKind.COMPREHENSIVE, "C1")},
    {"R1": PersonEntry("R1", "陈试用"), "R2": PersonEntry("R2", "赵演示")},
    {},
)
RIGHT = {
    "units": [{"code": "U1", "name": "审计局", "kind": "市级机关", "place": "C1"}],
    "branches": [
        {"code": "B1", "name": "第1网格党支部", "grid": "G01", "secretary": "R1", "members": "R1、R2"},
        {"code": "P1", "name": "审计局支部", "unit": "U1"},
    ],
    "contacts": [{"person": "R2", "unit": "U1"}],
    "pairings": [{"code": "J1", "branch": "B1", "partner": "P1", "since": "2026-03-01"}],
    "agreements": [
        {"code": "A1", "pairing": "J1", "kind": "志愿服务", "title": "清扫", "start": "2026-03-01", "end": "2026-12-31"}
    ],
    "milestones": [{"code": "M1", "agreement": "A1", "title": "第一次", "owner": "R1", "due": "2026-06-01"}],
}


def read(rows, existing=EMPTY_BOOK, former=()):
    said = {sheet: [Row(number, cells) for number, cells in enumerate(lines, 2)] for sheet, lines in rows.items()}
    return check(said, ROSTER, existing, former)


def with_line(sheet, line):
    return {**RIGHT, sheet: [*RIGHT[sheet], line]}


def changed(sheet, **cells):
    return {**RIGHT, sheet: [{**RIGHT[sheet][0], **cells}, *RIGHT[sheet][1:]]}


def test_a_right_book_is_taken_as_it_is():
    book, problems = read(RIGHT)
    assert problems == []
    assert book.branches["B1"].members == ("R1", "R2")
    assert [len(getattr(book, sheet)) for sheet in RIGHT] == [1, 2, 1, 1, 1, 1]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (with_line("units", {"code": "U1", "name": "别的", "kind": "企业"}), "单位表 第 3 行 编号：编号“U1”与第 2 行重复"),
        (with_line("units", {"code": "U2", "name": "审计局", "kind": "企业"}), "单位表 第 3 行 名称：单位“审计局”与第 2 行重名"),
        (changed("units", kind="工厂"), "单位表 第 2 行 类型：“工厂”不在可选项里"),
        (changed("units", place="Y1"), "单位表 第 2 行 所属片区或社区：“Y1”是院落，这里要填片区或社区"),
        (with_line("branches", {"code": "B1", "name": "又一个", "unit": "U1"}), "支部表 第 4 行 编号：编号“B1”与第 2 行重复"),
        (
            with_line("branches", {"code": "P2", "name": "审计局支部", "unit": "U1"}),
            "支部表 第 4 行 名称：支部“审计局支部”与第 3 行重名",
        ),
        (changed("branches", unit="U1"), "支部表 第 2 行 网格：“单位”“社区”“网格”三栏要填一栏，也只能填一栏"),
        (with_line("branches", {"code": "P2", "name": "无处"}), "支部表 第 4 行 单位：“单位”“社区”“网格”三栏要填一栏"),
        (changed("branches", secretary="R9"), "支部表 第 2 行 书记：找不到“R9”，请填人员表里的编号"),
        (changed("contacts", unit="U9"), "联络员表 第 2 行 单位：找不到“U9”，请填单位表里的编号"),
        (with_line("contacts", {"person": "R2", "unit": "U1"}), "联络员表 第 3 行 人员：与第 2 行是同一个联络员"),
        (changed("pairings", partner="B1"), "结对表 第 2 行 结对支部：支部不能和自己结对"),
        (
            with_line("pairings", {"code": "J2", "branch": "P1", "partner": "B1"}),
            "结对表 第 3 行 结对支部：这两个支部第 2 行已经结对",
        ),
        (changed("pairings", partner="P9"), "结对表 第 2 行 结对支部：找不到“P9”，请填支部表里的编号"),
        (changed("pairings", until="2026-01-01"), "结对表 第 2 行 终止日：终止日早于起始日"),
        (changed("agreements", end="2026-02-28"), "协议表 第 2 行 终止日：终止日早于起始日，协议还没开始就结束了"),
        (changed("agreements", kind="联谊"), "协议表 第 2 行 类型：“联谊”不在可选项里"),
        (changed("milestones", due="2027-01-01"), "节点表 第 2 行 到期日：到期日不在协议的起止日期（2026-03-01 至"),
        (changed("milestones", owner="R7"), "节点表 第 2 行 负责人：找不到“R7”"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_where_it_stands(rows, said):
    _, problems = read(rows)
    assert any(str(problem).startswith(said) for problem in problems), [str(problem) for problem in problems]


def test_a_pairing_with_a_branch_that_is_gone_is_told_as_such():
    rows = changed("pairings", partner="P8")
    (problem,) = [each for each in read(rows, former=[("P8", "老支部")])[1] if each.sheet == "结对"]
    assert "“P8”已经撤销或退出，不能结对" in problem.text
    book, _ = read(RIGHT)
    without = {"branches": RIGHT["branches"][:1], "pairings": RIGHT["pairings"]}
    assert any("“P1”已经撤销或退出" in each.text for each in read(without, existing=book)[1])


def test_a_sheet_without_lines_says_nothing():
    book, _ = read(RIGHT)
    assert read({"units": RIGHT["units"]}, existing=book) == (book, [])


def test_what_was_proved_stays_and_who_has_no_first_day_keeps_theirs():
    book, _ = read(RIGHT)
    later, _ = read({**RIGHT, "pairings": [{"code": "J1", "branch": "B1", "partner": "P1"}]})
    assert not alliance_changes(book, later, ())
    none_left, _ = read({**RIGHT, "milestones": [{**RIGHT["milestones"][0], "code": "M2"}]})
    assert len(alliance_changes(book, none_left, ()).milestones) == 2
    assert len(alliance_changes(book, none_left, {"M1"}).milestones) == 1


def test_a_piece_of_a_workbook_takes_much_away():
    many = {**RIGHT, "units": [{"code": f"U{n}", "name": f"单位{n}", "kind": "企业"} for n in range(1, 60)]}
    book, _ = read(many)
    few, _ = read({**RIGHT, "units": many["units"][:20]})
    assert takes_much(alliance_changes(book, few, ()), book) == ["units"]
    most, _ = read({**RIGHT, "units": many["units"][:50]})
    assert takes_much(alliance_changes(book, most, ()), book) == []
