"""A small subdistrict in which every role is held by somebody: at the first community where it belongs to one."""

from governance.roles import Role
from tests import staff
from tests.chat import Chat, Speaker
from tests.roster import Lines
from tests.scenes import begun

WHO = {
    Role.RESIDENT: ("李阿姨", ""), Role.BUILDING_LEADER: ("王样本", "0005"), Role.PARTY_MEMBER: ("周虚构", "0007"),
    Role.GRID_WORKER: ("陈试用", "0001"), Role.GRID_HEAD: ("孙模拟", "0004"), Role.PART_TIME_GRID_WORKER: ("郑假设", "0008"),
    Role.COMMUNITY_SECRETARY: ("吴范例", "0006"), Role.DEPARTMENT_OFFICER: ("柯虚拟", "0041"), Role.REPAIR_CREW: ("施维修", "0032"),
    Role.DISPATCHER: ("何派单", "0033"), Role.LINKED_CADRE: ("桂示范", "0042"), Role.SUBDISTRICT_LEAD: ("魏领导", "0031"),
    Role.ADMINISTRATOR: ("艾样例", ""),
}  # fmt: skip
"""Each role's person with the end of their number; without one a resident, and the administrator, who comes by a code."""


def lines() -> Lines:
    """The small roster with who else there can be."""
    found = staff.lines()
    more = (("K1", "柯虚拟", "0041", "科室人员", "C1", "城管"), ("L1", "桂示范", "0042", "挂钩干部", "C1", None), ("A1", "艾样例", "0043", "管理员", "S", None))  # fmt: skip  # noqa: E501
    for code, name, end, role, place, work in more:
        found["people"].append({"code": code, "name": name, "phone": f"1991111{end}"})
        found["posts"].append({"person": code, "role": role, "place": place, "line": work})
    return found


def everybody(chat: Chat) -> dict[Role, Speaker]:
    """Imports the roster and binds them all."""

    def begin() -> dict[Role, Speaker]:
        chat.subdistrict(lines())
        bound = {role: chat.bound(*who) for role, who in WHO.items() if who[1]}
        return bound | {
            Role.RESIDENT: chat.person(WHO[Role.RESIDENT][0]),
            Role.ADMINISTRATOR: chat.invited(WHO[Role.ADMINISTRATOR][0]),
        }

    return begun(chat, chat.clock, begin)
