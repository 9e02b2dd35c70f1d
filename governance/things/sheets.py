"""The one sheet of the workbook of things: columns for all, then those that only some kinds have."""

from governance.roster.sheets import Column, Holds, Sheet
from governance.things.kinds import FIELDS, KINDS, FieldKind
from governance.things.texts import FIELD, KIND, SHEET, YES

_HOLDS = {FieldKind.TEXT: Holds.TEXT, FieldKind.NUMBER: Holds.NUMBER, FieldKind.DAY: Holds.DATE}


def _of_kinds(key: str) -> str:
    return "、".join(KIND[kind] for kind, rule in KINDS.items() if key in rule.fields) + "填"


THINGS = Sheet(
    "things",
    SHEET,
    (
        Column("code", "编号", "设施上贴的号，不能重复，例如 J-012", required=True, longest=40),
        Column("kind", "类型", "从下拉框选", required=True, choices=tuple(KIND.values())),
        Column("name", "名称", "例如 雨水井盖；可不填"),
        Column("place", "地点", "名册里楼栋、院落或门牌的编号；不填就按坐标找最近的"),
        Column("spot", "位置", "例如 3单元门口、东侧围墙边"),
        Column("lat", "纬度", "可不填，例如 32.0561", holds=Holds.NUMBER),
        Column("lon", "经度", "可不填，例如 118.7632", holds=Holds.NUMBER),
        Column("keeper_person", "管护人", "人员编号；可不填"),
        Column("keeper_unit", "管护单位", "共建台账里的单位编号；可不填"),
        Column("keeper", "管护说明", "不在名册里的单位、电话，加密保存；可不填", longest=120),
        Column("contract", "维保合同", "合同号；可不填"),
        Column("contract_until", "合同到期", "可不填", holds=Holds.DATE),
        Column("warranty_until", "质保到期", "可不填", holds=Holds.DATE),
        *(Column(each.key, FIELD[each.key], _of_kinds(each.key), holds=_HOLDS[each.kind]) for each in FIELDS),
        Column("ended", "停用", "拆掉、不用的填“是”", choices=(YES,)),
    ),
)
"""What is not in the sheet stays as it is: nothing is taken away by leaving it out."""
COMMON = tuple(column.key for column in THINGS.columns if column.key not in {each.key for each in FIELDS})
