"""The four sheets of the workbook: their columns, in order, and what each may hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from governance import texts


class Holds(StrEnum):
    """How a cell is to be read."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"


@dataclass(frozen=True)
class Column:
    """A column: its key in a row, its heading, whether it must be filled, its choices, and a word on how to fill it."""

    key: str
    heading: str
    hint: str
    required: bool = False
    choices: tuple[str, ...] = ()
    holds: Holds = Holds.TEXT
    longest: int = 80


@dataclass(frozen=True)
class Sheet:
    """A sheet: key, title, columns."""

    key: str
    title: str
    columns: tuple[Column, ...]

    def heading(self, key: str) -> str:
        """The heading of a column."""
        return next(column.heading for column in self.columns if column.key == key)


def _names(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(words)


PLACES = Sheet(
    "places",
    texts.SHEET["places"],
    (
        Column("code", "编号", "自己编的号，不能重复；以后改名，编号不变", required=True, longest=32),
        Column("name", "名称", "例如 梧桐里1号院、5幢", required=True),
        Column("kind", "类型", "从下拉框选", required=True, choices=_names(texts.PLACE_KIND.values())),
        Column("parent", "上级", "上一级地点的编号；街道留空"),
        Column("aliases", "别名", "居民的其他叫法，用、隔开", longest=400),
        Column("lat", "纬度", "可不填；腾讯或高德地图上的，例如 32.0561", holds=Holds.NUMBER),
        Column("lon", "经度", "可不填；腾讯或高德地图上的，例如 118.7632", holds=Holds.NUMBER),
    ),
)
GRIDS = Sheet(
    "grids",
    texts.SHEET["grids"],
    (
        Column("code", "编号", "网格编号，例如 G01", required=True, longest=16),
        Column("name", "名称", "例如 第1网格", required=True),
        Column("kind", "类型", "综合或专属", required=True, choices=_names(texts.GRID_KIND.values())),
        Column("community", "社区", "所属社区的编号", required=True),
        Column("covers", "覆盖范围", "院落或楼栋的编号，用、隔开；写院落就包括里面所有楼栋", longest=4000),
        Column("branch", "网格党支部", "可不填"),
    ),
)
PEOPLE = Sheet(
    "people",
    texts.SHEET["people"],
    (
        Column("code", "编号", "工号或自己编的号，不能重复", required=True, longest=32),
        Column("name", "姓名", "", required=True, longest=40),
        Column("phone", "手机", "绑定微信时核对后四位"),
        Column("unit", "单位", "可不填"),
        Column("wecom_id", "企业微信", "企业微信里的账号，可不填"),
    ),
)
POSTS = Sheet(
    "posts",
    texts.SHEET["posts"],
    (
        Column("person", "人员", "人员表里的编号", required=True),
        Column("role", "角色", "从下拉框选", required=True, choices=_names(texts.ROLE.values())),
        Column("place", "地点", "地点编号；网格员、网格长、兼职网格员留空"),
        Column("grid", "网格", "网格编号；只有网格员、网格长、兼职网格员填"),
        Column("line", "条线", "兼职网格员、科室人员填", choices=_names(texts.LINE.values())),
        Column("since", "起始日", "可不填：从导入当天起", holds=Holds.DATE),
        Column("until", "终止日", "可不填：长期；填了的当天仍在岗", holds=Holds.DATE),
    ),
)

SHEETS: tuple[Sheet, ...] = (PLACES, GRIDS, PEOPLE, POSTS)
"""In the order in which they refer to each other."""


@dataclass(frozen=True, slots=True)
class Row:
    """A filled row of a sheet: its number in the workbook, and the text of each filled cell by the column's key.

    Texts are tidy already (half-width, no blanks at the ends); dates and numbers are ISO texts where they could be read.
    """

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Problem:
    """Something wrong in a workbook. `row` 0: the sheet as a whole."""

    sheet: str
    row: int
    column: str
    text: str

    def __str__(self) -> str:
        return texts.problem_line(self.sheet, self.row, self.column, self.text)
