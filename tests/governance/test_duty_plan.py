"""The duty workbook's rows: what a right one says, and every way to be wrong, each told where it is."""

from datetime import date

import pytest

from governance import texts
from governance.duty.patterns import Pattern
from governance.duty.plan_sheets import DutyPlan, PatternEntry, StationEntry, check
from governance.duty.stations import StationKind
from governance.places import PlaceKind
from governance.roster.entries import PersonEntry, PlaceEntry, Roster
from governance.roster.sheets import Row

ROSTER = Roster(
    {code: PlaceEntry(code, name, PlaceKind.STATION, "C1") for code, name in (("H1", "和事佬"), ("L1", "鲁班屋"))},
    {},
    {code: PersonEntry(code, name) for code, name in (("R1", "陈试用"), ("R2", "林样例"))},
    {},
)
RIGHT = {
    "stations": [
        {"place": "和事佬", "kind": "和事佬工作室", "lead": "R1", "needs_code": "是"},
        {"place": "L1", "kind": "其他", "needs_code": "否"},
    ],
    "patterns": [
        {"code": "P1", "station": "H1", "weekdays": "一三五", "start": "09:00", "end": "11点30分", "capacity": "2",
         "qualification": "调解", "holidays": "停班", "since": "2026-12-01", "until": "2026-12-01"},
        {"code": "P2", "station": "鲁班屋", "weekdays": "星期六、周日", "start": "22:00:00", "end": "6点",
         "capacity": "1", "holidays": "照常"},
    ],
    "qualifications": [{"person": "林样例", "name": "调解"}, {"person": "R1", "name": "电工"}],
}  # fmt: skip
READ = DutyPlan(
    (StationEntry("H1", StationKind.MEDIATION, "R1", True), StationEntry("L1", StationKind.OTHER, None, False)),
    (
        PatternEntry(
            "P1", "H1", Pattern(frozenset({0, 2, 4}), 540, 690, False, date(2026, 12, 1), date(2026, 12, 1)), 2, "调解"
        ),
        PatternEntry("P2", "L1", Pattern(frozenset({5, 6}), 1320, 360), 1, None),
    ),
    (("R2", "调解"), ("R1", "电工")),
)


def read(lines, known=()):
    plan, problems = check(
        {sheet: [Row(number, cells) for number, cells in enumerate(found, 2)] for sheet, found in lines.items()},
        ROSTER,
        known,
    )
    return plan, [str(problem) for problem in problems]


def changed(sheet, row, more=(), **cells):
    """The right workbook with some cells of one row changed, None: left empty."""
    lines = {name: [dict(each) for each in found] for name, found in RIGHT.items()}
    merged = {**lines[sheet][row - 2], **cells}
    lines[sheet][row - 2] = {key: value for key, value in merged.items() if value is not None}
    lines[sheet] += more
    return read(lines)


def test_a_right_workbook_is_read_as_it_stands():
    assert read(RIGHT) == (READ, [])


def test_a_sheet_that_says_nothing_leaves_what_is_there():
    assert read({}) == (DutyPlan(None, None, ()), [])
    assert read({"stations": RIGHT["stations"]}) == (DutyPlan(READ.stations, None, ()), [])
    patterns = {"patterns": RIGHT["patterns"]}
    assert read(patterns, known=["H1", "L1"]) == (DutyPlan(None, READ.patterns, ()), [])
    assert read(patterns, known=["L1"])[1] == ["排班表 第 2 行 站点：“H1”不是站点，请先写在站点表里"]


def test_stations_of_the_workbook_count_and_not_those_known():
    lines = {**RIGHT, "stations": RIGHT["stations"][:1]}
    assert read(lines, known=["L1"])[1] == ["排班表 第 3 行 站点：“鲁班屋”不是站点，请先写在站点表里"]


@pytest.mark.parametrize(
    ("sheet", "row", "cells", "told"),
    [
        ("stations", 3, {"place": "L9"}, "站点表 第 3 行 地点：找不到“L9”，请填地点表里的编号"),
        ("stations", 3, {"place": "H1"}, "站点表 第 3 行 地点：编号“H1”与第 2 行重复"),
        ("stations", 3, {"kind": "茶馆"},
         f"站点表 第 3 行 类型：“茶馆”不在可选项里，可填：{'、'.join(texts.STATION_KIND.values())}"),
        ("stations", 3, {"lead": "R9"}, "站点表 第 3 行 站长：找不到“R9”，请填人员表里的编号"),
        ("patterns", 3, {"code": "P1"}, "排班表 第 3 行 编号：编号“P1”与第 2 行重复"),
        ("patterns", 3, {"code": None}, "排班表 第 3 行 编号：没有填"),
        ("patterns", 3, {"station": "H9"}, "排班表 第 3 行 站点：找不到“H9”，请填地点表里的编号"),
        ("patterns", 3, {"weekdays": None}, "排班表 第 3 行 星期：没有填"),
        ("patterns", 3, {"weekdays": "工休日"}, "排班表 第 3 行 星期：“工休日”看不懂，请写成 一三五、六日 或 每天 的样子"),
        ("patterns", 3, {"weekdays": "18"}, "排班表 第 3 行 星期：“18”看不懂，请写成 一三五、六日 或 每天 的样子"),
        ("patterns", 3, {"weekdays": "X"}, "排班表 第 3 行 星期：“X”看不懂，请写成 一三五、六日 或 每天 的样子"),
        ("patterns", 3, {"start": None}, "排班表 第 3 行 开始：没有填"),
        ("patterns", 3, {"start": "早上"}, "排班表 第 3 行 开始：“早上”不是时间，请写成 09:00 的样子"),
        ("patterns", 3, {"start": "9:60"}, "排班表 第 3 行 开始：“9:60”不是时间，请写成 09:00 的样子"),
        ("patterns", 3, {"end": "24:01"}, "排班表 第 3 行 结束：“24:01”不是时间，请写成 09:00 的样子"),
        ("patterns", 3, {"capacity": None}, "排班表 第 3 行 人数：没有填"),
        ("patterns", 3, {"capacity": "0"}, "排班表 第 3 行 人数：“0”不是人数，应是 1 至 200 的整数"),
        ("patterns", 3, {"capacity": "201"}, "排班表 第 3 行 人数：“201”不是人数，应是 1 至 200 的整数"),
        ("patterns", 3, {"capacity": "两个"}, "排班表 第 3 行 人数：“两个”不是人数，应是 1 至 200 的整数"),
        ("patterns", 2, {"until": "2026-11-30"}, "排班表 第 2 行 终止日：终止日早于起始日"),
        ("patterns", 2, {"since": "明年"}, "排班表 第 2 行 起始日：“明年”不是日期，请写成 2026-11-24 的样子"),
        ("qualifications", 2, {"person": "R9"}, "资格表 第 2 行 人员：找不到“R9”，请填人员表里的编号"),
        ("qualifications", 2, {"name": None}, "资格表 第 2 行 资格：没有填"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_only_that_row_is_left_out(sheet, row, cells, told):
    plan, problems = changed(sheet, row, **cells)
    assert [line for line in problems if line.startswith(told[:3])] == [told]
    kept = [entry for place, entry in enumerate(getattr(READ, sheet), 2) if place != row]
    wrong_lead = "lead" in cells
    assert [entry for entry in getattr(plan, sheet) if entry in kept] == kept
    assert len(getattr(plan, sheet)) == len(kept) + wrong_lead


def test_after_a_wrong_row_the_others_are_still_read():
    plan, problems = changed("stations", 2, kind="茶馆")
    assert (plan.stations, problems[1:]) == (READ.stations[1:], ["排班表 第 2 行 站点：“H1”不是站点，请先写在站点表里"])
    plan, problems = changed("patterns", 2, capacity="0")
    assert (plan.patterns, len(problems)) == (READ.patterns[1:], 1)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("每天", range(7)), ("每日", range(7)), ("一至日", range(7)), ("周一至日", range(7)), ("工作日", range(5)),
        ("一三五", (0, 2, 4)), ("六日", (5, 6)), ("周六、周天", (5, 6)), ("星期二", (1,)), ("1357", (0, 2, 4, 6)),
    ],
)  # fmt: skip
def test_how_weekdays_are_written(text, days):
    plan, problems = changed("patterns", 3, weekdays=text)
    assert (plan.patterns[1].pattern.weekdays, problems) == (frozenset(days), [])


@pytest.mark.parametrize(
    ("text", "minute"),
    [("0:00", 0), ("24:00", 0), ("9:05", 545), ("09：30", 570), ("21时", 1260), ("8点15分", 495), ("23:59:30", 1439)],
)
def test_how_a_time_is_written(text, minute):
    plan, problems = changed("patterns", 3, start=text)
    assert (plan.patterns[1].pattern.start_minute, problems) == (minute, [])


@pytest.mark.parametrize("capacity", ["1", "200"])
def test_the_fewest_and_the_most_of_a_shift(capacity):
    plan, problems = changed("patterns", 3, capacity=capacity)
    assert (plan.patterns[1].capacity, problems) == (int(capacity), [])
