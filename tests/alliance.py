"""A small alliance: two branches of the neighbourhood, two units with their own, one agreement that runs; everybody bound."""

import copy
from dataclasses import dataclass

from governance.alliance.sheets import SHEETS
from handlers.alliance.workbook import AlliancePlan, import_alliance
from storage.workbook.reader import read_workbook
from storage.workbook.writer import write_workbook
from tests import staff
from tests.chat import Chat, Speaker
from tests.roster import Lines, _rows
from tests.scenes import begun

_LINES: Lines = {
    "units": _rows(
        "code name kind place",
        ("U1", "示范市审计局", "市级机关", "C1"),
        ("U2", "样本科技公司", "企业", "C2"),
    ),
    "branches": _rows(
        "code name unit community grid secretary members",
        ("B1", "第1网格党支部", None, None, "G01", "R4", "R5、R7"),
        ("B2", "银杏社区党支部", None, "C2", None, "R6"),
        ("P1", "审计局第一支部", "U1", None, None, "H1"),
        ("P2", "样本科技党支部", "U2", None, None, "H3"),
    ),
    "contacts": _rows("person unit", ("H2", "U1"), ("H4", "U2")),
    "pairings": _rows(
        "code branch partner since",
        ("J1", "B1", "P1", "2026-03-01"),
        ("J2", "B2", "P2", "2026-03-01"),
    ),
    "agreements": _rows(
        "code pairing kind title start end",
        ("A1", "J1", "小区治理", "水管改造", "2026-03-01", "2026-12-31"),
    ),
    "milestones": _rows(
        "code agreement title owner due",
        ("M1", "A1", "为3户老人修水管", "H1", "2026-12-04"),
        ("M2", "A1", "办一次安全讲座", "R4", "2026-12-20"),
    ),
}


def book_lines() -> Lines:
    """A copy to change."""
    return copy.deepcopy(_LINES)


def roster_lines() -> Lines:
    """The small roster with the people of the units, who hold no post."""
    found = staff.lines()
    for code, name, end in (
        ("H1", "毕样本", "0051"),
        ("H2", "卫示范", "0052"),
        ("H3", "蒋模拟", "0053"),
        ("H4", "沈试用", "0054"),
    ):
        found["people"].append({"code": code, "name": name, "phone": f"1991111{end}"})
    return found


@dataclass(frozen=True)
class Alliance:
    """Who speaks: the grid branch's secretary, the unit's secretary and contact, another unit's, the lead."""

    head: Speaker
    secretary: Speaker
    contact: Speaker
    other: Speaker
    lead: Speaker
    dispatcher: Speaker


WHO = [
    ("孙模拟", "0004"),
    ("毕样本", "0051"),
    ("卫示范", "0052"),
    ("沈试用", "0054"),
    ("魏领导", "0031"),
    ("何派单", "0033"),
]


def import_book(chat: Chat, lines: Lines, *, agreed: bool = True) -> AlliancePlan:
    """As `linli import alliance` does."""
    path = chat.tools.files.path("x").parent.parent.with_suffix(".book.xlsx")
    write_workbook(path, lines, sheets=SHEETS)
    found = read_workbook(path, sheets=SHEETS)
    return import_alliance(chat.database, chat.tools.config, found, chat.clock(), removals_agreed=agreed)


def alliance(chat: Chat, lines: Lines | None = None) -> Alliance:
    """Roster and workbook imported, phones bound."""

    def begin() -> Alliance:
        people = chat.staffed(roster_lines(), WHO)
        plan = import_book(chat, lines or book_lines())
        assert plan.problems == []
        return Alliance(*people)

    return begun(chat, chat.clock, begin, lines)
