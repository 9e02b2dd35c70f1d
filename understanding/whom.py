"""To whom a ticket is handed: a line of work, a role, or somebody's name, and what is said besides."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from understanding.called import colleague_said
from understanding.people import SURNAMES

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

_TO = r"^[\s,，:：]*(?:给|到|由|请|让|至)?\s*(?:第?[0-9一二三四五六七八九十]{1,3}网格的)?\s*"
_TAIL = r"(?:条?线|科|办公室|办|中队|队|部门|的?同志|处理|办理|来)*(?:一?下)?[吧呗啊]?"
_END = r"(?=$|[\s,，。:：;；(（]|因为?|原因)"
_NAME = re.compile(
    rf"{_TO}(?P<name>[\u3400-\u9fff·]{{2,4}}(?<![吧呗啊])|r[0-9]{{1,8}}|[a-z]{{1,4}}[0-9]{{1,8}}){_TAIL}{_END}"
)
_KNOWN = [
    (kind, code, re.compile(rf"{_TO}(?:{words}){_TAIL}{_END}"))
    for kind, table in (("line", _LINES), ("role", _ROLES))
    for code, words in table.items()
]


_HAND = r"(?:转给|派给|交给|分给|推给|移交给?|转到|转派给?|改派给?|指派给?|派去?|转|交|安排|联系|通知|叫|让|请|给|找|归|由|是)"
_WORKS = r"(?=\s*(?:来|去|处理|办|管|弄|解决|负责|的活|的事|跟进|上门|看看|修))"
_ANYWHERE = [
    (
        kind,
        code,
        re.compile(rf"{_HAND}\s*(?:联盟的?)?(?:{words}){_TAIL}|(?<![\u4e00-\u9fff])(?:{words}){_WORKS}{_TAIL}"),
    )
    for kind, table in (("line", _LINES), ("role", _ROLES))
    for code, words in table.items()
]
_UNIT = re.compile(
    rf"{_HAND}\s*(?P<name>[\u4e00-\u9fff]{{0,8}}?(?:公司|物业|供电所|水务|燃气|电力|消防|环卫所|管理所|服务站|工程队|维保|电梯厂))"
)
_STARTS_A_NAME = frozenset(SURNAMES + "小老阿")
_GIVING = re.compile(
    rf"(?:麻烦|请)?(?:把|将)?(?:这个?|那个?|此)?(?:单子?|工单|事情?|活)?\s*{_HAND}?\s*"
    r"(?:(?:联盟|社区|街道|咱们?|我们)的?)?(?:的?(?:维修队|抢修队|施工队|网格长|网格员)的?)?\s*$"
)
_DOING = re.compile(
    r"^\s*的?(?:[他她]们|人家|那边)?(?:活|事)?(?:(?:过去|过来|去|来|帮忙?|尽快|赶紧|马上)*(?:弄|办|处理|管|搞|看看?|解决|负责|跟进|修|接|跑|一趟)(?:一?下|好|掉|一趟)?)?(?:吧|了|啊|呗)*(?=$|[\s,，。;；!！])"
)
_NAME_BEHIND = re.compile(
    rf"\s*(?P<name>[小老][{SURNAMES}]|[{SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?=$|[\s,，。;；]|来|去|跟进|处理|负责|接|看|办|弄|吧)"
)
"""网格长孙模拟: whose role is said first."""
_LEFT = re.compile(r"^(?:那?就是?|还是)?(?:这个?|那个?)?(?:单子?|工单|事情?|活)?[\s,，。:：;；吧了呢]*$")
_TOPIC = re.compile(
    r"(?:刚刚?才?|那|这)*(?![^,，]*(?:[不没坏漏堵断裂掉塌忙归得要搞弄修换急难太]|(?<![还就])是))[\u4e00-\u9fff0-9]{1,10}?"
    r"(?:(?:那|这)?(?:个|件|根|单|处|块|条|件事)|的|还是|就|也|先|都)+"
)
"""电线还是转给小沈: before whom only what it is about is said, and that is no reason."""


_MEANT = re.compile(
    r"^(?:哦|噢|哎呀?|嗯|[,，\s])*(?:(?:不是的?|不对|[搞弄写说打]?错了)[,，\s]*(?:(?:应该|就)?是|要给)|"
    r"(?:(?:不是的?|不对|[搞弄写说打]?错了)[,，\s]*)?我?(?:就|刚才)?(?:说|讲|指|要|找|要找|想给)的?(?:就)?是)\s*(?=[\u4e00-\u9fff])"
)
"""我说的是赵试写: before a name that is put right."""
_WHO_THEY_ARE = re.compile(
    r"(?:就是|是|[那这]个)?(?:(?:我们|咱们?)的?)?[\u4e00-\u9fff0-9]{0,8}?"
    r"(?P<office>[维抢]修队的?|书记|主任|网格长|网格员|楼栋?长|师傅|队长|队员|科长|组长)(?:那个)?[啊呀哦嘛吧。!！]*"
)
"""梧桐社区书记: what tells people apart behind a name, and no reason."""


@dataclass(frozen=True)
class Whom:
    """One of line, role and name is set; a role beside a name tells people of one name apart. `why`: what follows."""

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


def whom_said(text: str) -> Whom | None:
    """Whom the words behind a command or an answer name: at their beginning, save where that is called as nobody is (就小陈啊)."""
    text = _MEANT.sub("", text)
    first = whom_in(text)
    if first is not None and first.name is not None and _WHO_THEY_ARE.fullmatch(first.why):
        return _with_role(first)
    if first is None or (first.name is not None and first.name[0] not in _STARTS_A_NAME and first.name.isalpha()):
        return whom_anywhere(text) or first
    return first


def _with_role(whom: Whom) -> Whom:
    """With the role that is said behind a name, in place of a reason."""
    role = next((code for code, words in _ROLES.items() if re.search(words, whom.why)), None)
    return Whom(role=role, name=whom.name)


def whom_anywhere(text: str) -> Whom | None:
    """Whom a sentence names to hand a ticket to, wherever that stands; `why`: what it says besides."""
    found = min(_named(text), key=lambda each: (each[1], -each[2]), default=None)
    if found is None:
        return None
    whom, start, end = found
    before = _GIVING.sub("", text[:start]).strip(" ,，。:：;；")
    after = _DOING.sub("", text[end:], count=1).strip(" ,，。:：;；")
    why = "，".join(
        part for part in ("" if _is_topic(before, text[:start]) else before, after) if not _LEFT.match(part)
    )
    return Whom(whom.line, whom.role, whom.name, _rest(why, 0))


_LEADS_TO = re.compile(rf"(?:把|将)?\s*{_HAND}?\s*$")


def _is_topic(before: str, whole: str) -> bool:
    """Whether what stands before whom only says what it is about."""
    said = _LEADS_TO.sub("", whole).strip(" ,，。:：;；")
    return _TOPIC.fullmatch(before) is not None or _TOPIC.fullmatch(said) is not None


def _named(text: str) -> Iterator[tuple[Whom, int, int]]:
    """Each one that is named, and where."""
    for kind, code, pattern in _ANYWHERE:
        found = pattern.search(text)
        if found is not None:
            behind = _NAME_BEHIND.match(text, found.end())
            if behind is not None:
                yield Whom(role=code if kind == "role" else None, name=behind["name"]), found.start(), behind.end()
            else:
                yield Whom(line=code) if kind == "line" else Whom(role=code), found.start(), found.end()
    unit = _UNIT.search(text)
    if unit is not None:
        yield Whom(name=unit["name"]), unit.start(), unit.end()
    name = colleague_said(text)
    if name is not None:
        start = text.index(name)
        yield Whom(name=name), start, start + len(name)


def tells_whom(text: str) -> bool:
    """Whether an answer to "to whom?" names anybody: a line, a role, a code, or somebody who is called as people are."""
    text = _MEANT.sub("", text)
    first = whom_in(text)
    if first is None or first.name is None:
        return first is not None or whom_anywhere(text) is not None
    return first.name[0] in _STARTS_A_NAME or first.name[-1].isdigit() or whom_anywhere(text) is not None


def whom_named(text: str) -> Whom:
    """Whom a text names that holds nothing else: a line or role by what people call it, else a name or code as it stands."""
    found = whom_in(text.lower())
    return found if found is not None and not found.why else Whom(name=text.strip())


def _rest(text: str, start: int) -> str:
    return text[start:].strip(" ,，。:：;；").removeprefix("因为").removeprefix("原因").strip(" ,，:：")
