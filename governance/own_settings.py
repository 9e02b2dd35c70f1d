"""What a subdistrict sets for itself at the office: figures of the rules, categories, templates of notices; read from cells."""

import json
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from governance import own_settings_texts as texts
from governance.notices import Group
from governance.roster.sheets import Column, Sheet
from governance.rule_limits import DIVIDE_A_YEAR, LIMITS
from governance.texts import LINE, URGENCY

GRID = "grid"
SOURCES = ("title", "rest", "text", "number", "time")
"""What a notice has to fill a template's fields with."""
_MONTHS_A_YEAR = 12
_WORDS = re.compile(r"[\s、,;，；]+")
_CODE = re.compile(r"[a-z][a-z0-9_]{0,31}")


class Kind(StrEnum):
    """What is set."""

    RULES = "rules"
    CATEGORIES = "categories"
    TEMPLATES = "templates"


LINES = {GRID: texts.GRID, **{line.value: name for line, name in LINE.items()}}
GROUPS = {group.value: texts.GROUP[group] for group in Group}
_COLUMNS = {
    Kind.RULES: (Column("name", "规则", "", required=True), Column("value", "值", "空着：按规则文件或默认")),
    Kind.CATEGORIES: (
        Column("code", "代号", "小写字母、数字和下划线，例如 snow", required=True, longest=32),
        Column("group", "大类", "例如 环境卫生", required=True, longest=32),
        Column("name", "小类", "例如 扫雪", required=True, longest=32),
        Column("line", "谁办", "网格员，或条线", required=True, choices=tuple(LINES.values())),
        Column("urgency", "紧急程度", "", required=True, choices=tuple(URGENCY.values())),
        Column("words", "说法", "居民会怎么说，用空格或、隔开", required=True, longest=400),
    ),
    Kind.TEMPLATES: (
        Column("group", "通知种类", "", required=True, choices=tuple(GROUPS.values())),
        Column("id", "模板编号", "公众平台里的模板 ID", required=True, longest=80),
        Column("kind", "类型", "", required=True, choices=tuple(texts.TEMPLATE_KIND.values())),
        Column("fields", "字段", texts.FIELDS_HINT, required=True, longest=400),
    ),
}
SHEETS = {kind.value: Sheet(kind.value, texts.TITLE[kind.value], columns) for kind, columns in _COLUMNS.items()}
"""As if they stood in a workbook: a column a field."""
KEY = {Kind.RULES.value: "name", Kind.CATEGORIES.value: "code", Kind.TEMPLATES.value: "group"}
Problems = list[tuple[str, str]]
"""The column's key and what is wrong in it."""


def read_cells(kind: Kind, cells: Mapping[str, str]) -> tuple[Any, Problems]:
    """The value that the cells say, as it is stored (a figure, or an object); and all that is wrong with them."""
    problems: Problems = []
    for column in SHEETS[kind].columns:
        text = cells.get(column.key, "")
        if column.required and not text:
            problems.append((column.key, texts.MISSING))
        elif len(text) > column.longest:
            problems.append((column.key, texts.TOO_LONG.format(most=column.longest)))
        elif text and column.choices and text not in column.choices:
            problems.append((column.key, texts.NOT_A_CHOICE.format(choices="、".join(column.choices))))
    if problems:
        return None, problems
    value = _READ[kind](cells, problems)
    return (None, problems) if problems else (value, problems)


def figure_problem(name: str, value: object) -> str:
    """Why this can't be the figure of that rule; empty where it can."""
    least, most = LIMITS[name]
    if type(value) is not int or not least <= value <= most:
        return texts.OUT_OF_RANGE.format(least=least, most=most)
    if name in DIVIDE_A_YEAR and _MONTHS_A_YEAR % value:
        return texts.NO_PART_OF_A_YEAR
    return ""


def _figure(cells: Mapping[str, str], problems: Problems) -> int | None:
    name, said = cells["name"], cells.get("value", "")
    if name not in LIMITS:
        problems.append(("name", texts.NO_SUCH_RULE))
        return None
    value = int(said) if re.fullmatch(r"[0-9]{1,9}", said) else said
    wrong = figure_problem(name, value)
    if wrong:
        problems.append(("value", wrong))
    return value if isinstance(value, int) else None


def _category(cells: Mapping[str, str], problems: Problems) -> dict[str, Any]:
    if not _CODE.fullmatch(cells["code"]):
        problems.append(("code", texts.NO_CODE))
    words = [word for word in _WORDS.split(cells["words"]) if word]
    return {
        "code": cells["code"], "group": cells["group"], "name": cells["name"], "line": _of(LINES, cells["line"]),
        "urgency": _of(URGENCY, cells["urgency"]), "words": words,
    }  # fmt: skip


def _template(cells: Mapping[str, str], problems: Problems) -> dict[str, Any]:
    fields: dict[str, str] = {}
    for part in _WORDS.split(cells["fields"]):
        name, _, source = part.partition("=")
        if part and (not re.fullmatch(r"[a-z_]+[0-9]{1,3}", name) or source not in SOURCES):
            problems.append(("fields", texts.NO_FIELD.format(part=part, sources="、".join(SOURCES))))
        elif part:
            fields[name] = source
    if not problems and not {"title", "text", "rest"} & set(fields.values()):
        problems.append(("fields", texts.NO_CONTENT))
    for name, source in fields.items():
        if name.startswith(("time", "date")) != (source == "time"):
            problems.append(("fields", texts.NO_TIME.format(part=f"{name}={source}")))
    return {"id": cells["id"], "kind": _of(texts.TEMPLATE_KIND, cells["kind"]), "fields": fields}


def _of(names: Mapping[str, str], name: str) -> str:
    return next(value for value, said in names.items() if said == name)


_READ: dict[Kind, Callable[[Mapping[str, str], Problems], Any]] = {
    Kind.RULES: _figure, Kind.CATEGORIES: _category, Kind.TEMPLATES: _template,
}  # fmt: skip


def cells_of_value(kind: Kind, name: str, value: Any) -> dict[str, str]:
    """The cells that say this value; none where nothing is set."""
    if value is None:
        return {}
    if kind is Kind.RULES:
        return {"name": name, "value": str(value)}
    if kind is Kind.CATEGORIES:
        words = " ".join(value["words"])
        return {
            **value, "line": LINES[value["line"]], "urgency": URGENCY[value["urgency"]], "words": words,
        }  # fmt: skip
    fields = " ".join(f"{field}={source}" for field, source in value["fields"].items())
    return {
        "group": GROUPS[name], "id": value["id"], "kind": texts.TEMPLATE_KIND[value["kind"]], "fields": fields,
    }  # fmt: skip


def name_of(kind: Kind, cells: Mapping[str, str]) -> str:
    """What is set by these cells is known by: a rule's name, a category's code, a group of notices."""
    said = cells.get(KEY[kind], "")
    return next((value for value, name in GROUPS.items() if name == said), said) if kind is Kind.TEMPLATES else said


def written(value: Any) -> str:
    """A value as it is stored."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
