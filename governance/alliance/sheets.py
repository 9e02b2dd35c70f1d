"""The six sheets of the alliance workbook: their columns, in order, and what each may hold."""

from governance.alliance.texts import AGREEMENT_KIND, ORGANISATION_KIND, SHEET
from governance.roster.sheets import Column, Holds, Sheet

UNITS = Sheet(
    "units",
    SHEET["units"],
    (
        Column("code", "编号", "自己编的号，不能重复；以后改名，编号不变", required=True, longest=32),
        Column("name", "名称", "例如 示范市审计局", required=True),
        Column("kind", "类型", "从下拉框选", required=True, choices=tuple(ORGANISATION_KIND.values())),
        Column("place", "所属片区或社区", "名册里片区或社区的编号；可不填"),
    ),
)
BRANCHES = Sheet(
    "branches",
    SHEET["branches"],
    (
        Column("code", "编号", "自己编的号，不能重复", required=True, longest=32),
        Column("name", "名称", "例如 第1网格党支部", required=True),
        Column("unit", "单位", "单位支部填：单位表里的编号"),
        Column("community", "社区", "社区支部填：社区的编号"),
        Column("grid", "网格", "建在网格上的支部填：网格的编号"),
        Column("secretary", "书记", "人员编号；没有填就由社区书记收提醒"),
        Column("members", "党员", "人员编号，用、隔开；可不填", longest=4000),
    ),
)
CONTACTS = Sheet(
    "contacts",
    SHEET["contacts"],
    (
        Column("person", "人员", "名册里的人员编号", required=True),
        Column("unit", "单位", "单位表里的编号", required=True),
        Column("since", "起始日", "可不填：从导入当天起", holds=Holds.DATE),
        Column("until", "终止日", "可不填：长期；填了的当天仍是联络员", holds=Holds.DATE),
    ),
)
PAIRINGS = Sheet(
    "pairings",
    SHEET["pairings"],
    (
        Column("code", "编号", "自己编的号，不能重复", required=True, longest=32),
        Column("branch", "支部", "社区或网格的支部编号", required=True),
        Column("partner", "结对支部", "对方的支部编号", required=True),
        Column("since", "起始日", "可不填：从导入当天起", holds=Holds.DATE),
        Column("until", "终止日", "可不填：长期", holds=Holds.DATE),
    ),
)
AGREEMENTS = Sheet(
    "agreements",
    SHEET["agreements"],
    (
        Column("code", "编号", "自己编的号，不能重复", required=True, longest=32),
        Column("pairing", "结对", "结对表里的编号", required=True, longest=32),
        Column("kind", "类型", "从下拉框选", required=True, choices=tuple(AGREEMENT_KIND.values())),
        Column("title", "名称", "例如 水管改造共建", required=True, longest=120),
        Column("start", "起始日", "", required=True, holds=Holds.DATE),
        Column("end", "终止日", "当天仍算在内", required=True, holds=Holds.DATE),
    ),
)
MILESTONES = Sheet(
    "milestones",
    SHEET["milestones"],
    (
        Column("code", "编号", "自己编的号，不能重复", required=True, longest=32),
        Column("agreement", "协议", "协议表里的编号", required=True, longest=32),
        Column("title", "内容", "例如 为3户老人修水管", required=True, longest=120),
        Column("owner", "负责人", "人员编号", required=True),
        Column("due", "到期日", "在协议的起止日期之内", required=True, holds=Holds.DATE),
    ),
)
SHEETS: tuple[Sheet, ...] = (UNITS, BRANCHES, CONTACTS, PAIRINGS, AGREEMENTS, MILESTONES)
"""In the order in which they refer to each other."""
