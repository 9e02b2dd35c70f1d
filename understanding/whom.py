"""To whom a ticket is handed: a line of work, a role, or somebody's name, and what is said besides."""

import re
from dataclasses import dataclass

_LINES = {
    "party_building": "党建",
    "city_management": "城管|市容|环卫|绿化",
    "public_security": "综治|派出所|公安",
    "civil_affairs": "民政|社保|社会事务",
    "work_safety": "安监|应急管理|安全生产|消安",
    "law_enforcement": "综合执法|执法",
}
"""What people call a line of work (names as in governance.roles.Line)."""
_ROLES = {
    "grid_head": "网格长",
    "part_time_grid_worker": "兼职网格员",
    "grid_worker": "网格员",
    "community_secretary": "(?:社区)?书记|社区",
    "repair_crew": "维修队|抢修队|施工队|维修",
    "building_leader": "(?:红色)?楼栋长|楼长",
    "dispatcher": "派单员|指挥中心",
    "subdistrict_lead": "街道领导|街道",
}
"""What people call a role (names as in governance.roles.Role)."""

_TO = r"^[\s,，:：]*(?:给|到|由|请|让|至)?\s*"
_TAIL = r"(?:条?线|科|办公室|办|中队|队|部门|的?同志|处理|办理|来)*"
_END = r"(?=$|[\s,，。:：;；(（]|因为?|原因)"
_NAME = re.compile(rf"{_TO}(?P<name>[\u3400-\u9fff·]{{2,4}}|r[0-9]{{1,8}}|[a-z]{{1,4}}[0-9]{{1,8}}){_TAIL}{_END}")
_KNOWN = [
    (kind, code, re.compile(rf"{_TO}(?:{words}){_TAIL}{_END}"))
    for kind, table in (("line", _LINES), ("role", _ROLES))
    for code, words in table.items()
]


@dataclass(frozen=True)
class Whom:
    """One of line, role and name is set. `why`: what follows."""

    line: str | None = None
    role: str | None = None
    name: str | None = None
    why: str = ""


def whom_in(text: str) -> Whom | None:
    """Whom the beginning of a text names, None when it names nobody."""
    for kind, code, pattern in _KNOWN:
        found = pattern.search(text)
        if found is not None:
            why = _rest(text, found.end())
            return Whom(line=code, why=why) if kind == "line" else Whom(role=code, why=why)
    found = _NAME.search(text)
    return None if found is None else Whom(name=found["name"], why=_rest(text, found.end()))


def whom_named(text: str) -> Whom:
    """Whom a text names that holds nothing else: a line or role by what people call it, else a name or code as it stands."""
    found = whom_in(text.lower())
    return found if found is not None and not found.why else Whom(name=text.strip())


def _rest(text: str, start: int) -> str:
    return text[start:].strip(" ,，。:：;；").removeprefix("因为").removeprefix("原因").strip(" ,，:：")
