"""A small made-up subdistrict as a workbook's lines, to be changed by a test, written to a file and imported."""

import copy
from pathlib import Path
from typing import Any

from storage.workbook.writer import write_workbook

Lines = dict[str, list[dict[str, Any]]]
_WRITTEN: dict[str, bytes] = {}


def _rows(keys: str, *rows: tuple[Any, ...]) -> list[dict[str, Any]]:
    return [dict(zip(keys.split(), row, strict=False)) for row in rows]


_SMALL: Lines = {
    "places": _rows(
        "code name kind parent aliases",
        ("S", "示例街道", "街道"),
        ("C1", "梧桐社区", "社区", "S"),
        ("C2", "银杏社区", "社区", "S"),
        ("Y1", "梧桐里1号院", "院落", "C1", "老纺织大院"),
        ("Y1-1", "1幢", "楼栋", "Y1"),
        ("Y1-5", "05幢", "楼栋", "Y1"),
        ("Y2", "梧桐里2号院", "院落", "C1"),
        ("Y2-1", "1幢", "楼栋", "Y2"),
        ("Y2-9", "9幢", "楼栋", "Y2"),
        ("N4", "虎踞北路4号", "门牌", "C2"),
        ("N4-5", "5幢", "楼栋", "N4"),
        ("N4-5-2", "2单元", "单元", "N4-5"),
        ("M1", "云山菜场", "地标", "C2"),
        ("X1", "示例中学", "地标", "C2"),
    ),
    "grids": _rows(
        "code name kind community covers branch",
        ("G01", "第1网格", "综合", "C1", "Y1", "第1网格党支部"),
        ("G02", "第2网格", "综合", "C1", "Y2"),
        ("G03", "第3网格", "综合", "C2", "N4、M1"),
        ("Z01", "示例中学专属网格", "专属", "C2", "X1"),
    ),
    "people": _rows(
        "code name phone unit",
        ("R1", "陈试用", "19900000001"),
        ("R2", "赵演示", "19900000002"),
        ("R3", "钱练习", "19900000003"),
        ("R4", "孙模拟", "19900000004"),
        ("R5", "王样本", "19900000005"),
        ("R6", "吴范例", "19900000006"),
        ("R7", "周虚构", "19900000007", "示例单位"),
        ("R8", "郑假设", "19900000008"),
        ("R9", "冯例行", "19900000009"),
    ),
    "posts": _rows(
        "person role place grid line",
        ("R1", "网格员", None, "G01"),
        ("R2", "网格员", None, "G02"),
        ("R3", "网格员", None, "G03"),
        ("R4", "网格长", None, "G01"),
        ("R4", "网格长", None, "G02"),
        ("R5", "红色楼栋长", "Y1-5"),
        ("R6", "社区书记", "C1"),
        ("R7", "在职党员", "C1"),
        ("R8", "兼职网格员", None, "G01", "城管"),
        ("R9", "网格员", None, "Z01"),
    ),
}


def small() -> Lines:
    """A copy to change."""
    return copy.deepcopy(_SMALL)


def line(lines: Lines, sheet: str, key: str) -> dict[str, Any]:
    """The line with this code."""
    return next(each for each in lines[sheet] if each.get("code", each.get("person")) == key)


def written(path: Path, lines: Lines) -> Path:
    """The lines as a workbook; the same lines are written once and copied."""
    key = repr(lines)
    if key in _WRITTEN:
        path.write_bytes(_WRITTEN[key])
    else:
        write_workbook(path, lines)
        _WRITTEN[key] = path.read_bytes()
    return path
