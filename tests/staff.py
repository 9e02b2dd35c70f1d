"""A small subdistrict with everybody who handles tickets, their phones bound."""

from dataclasses import dataclass

from tests.chat import Chat, Speaker
from tests.roster import small


@dataclass(frozen=True)
class Staff:
    """Those of the first grid and above."""

    worker: Speaker
    head: Speaker
    leader: Speaker
    secretary: Speaker
    part_time: Speaker
    lead: Speaker
    crew: Speaker
    dispatcher: Speaker


NAMES = {
    "worker": ("陈试用", "0001"), "head": ("孙模拟", "0004"), "leader": ("王样本", "0005"), "secretary": ("吴范例", "0006"),
    "part_time": ("郑假设", "0008"), "lead": ("魏领导", "0031"), "crew": ("施维修", "0032"), "dispatcher": ("何派单", "0033"),
}  # fmt: skip


def lines():
    """The small roster with a lead, a repair crew and a dispatcher."""
    found = small()
    found["people"] += [
        {"code": "D1", "name": "魏领导", "phone": "19911110031"},
        {"code": "M1", "name": "施维修", "phone": "19911110032"},
        {"code": "D2", "name": "何派单", "phone": "19911110033"},
    ]
    found["posts"] += [
        {"person": "D1", "role": "街道领导", "place": "S"},
        {"person": "M1", "role": "维修队", "place": "C1"},
        {"person": "D2", "role": "派单员", "place": "S"},
    ]
    for line in found["places"]:
        if line["code"] in ("Y1", "Y2"):
            line["lat"], line["lon"] = 32.05, 118.76
    return found


ADMIN = ("毛管理", "")
"""Bound by a code, as administrators are."""


def lines_with_admin():
    """The same with an administrator."""
    found = lines()
    found["people"].append({"code": "A1", "name": ADMIN[0], "phone": "19911110043"})
    found["posts"].append({"person": "A1", "role": "管理员", "place": "S"})
    return found


def staff(chat: Chat) -> Staff:
    """Imports the roster and binds them all."""
    return Staff(*chat.staffed(lines(), list(NAMES.values())))


def staff_and_admin(chat: Chat) -> tuple[Staff, Speaker]:
    """Imports the roster with the administrator, and binds them all."""
    *others, admin = chat.staffed(lines_with_admin(), [*NAMES.values(), ADMIN])
    return Staff(*others), admin
