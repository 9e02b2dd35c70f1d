"""How colleagues call each other in a sentence (小陈, 孔主任, 赵演示, R12), and whose name that fits."""

import re

from understanding.people import SURNAMES

_TITLES = (
    r"(?:楼栋长|楼长|网格长|网格员|书记|主任|队长|站长|所长|科长|组长|班长|会长|经理|老师|师傅|医生|大夫|护士|阿姨|叔叔|大姐|大哥|大爷|"
    r"大妈|奶奶|爷爷|先生|女士|同志|姐|哥|叔|婶|工(?![作人地程资])|总(?![是共要会在]))"
)
_RARER = "殷毕齐倪滕葛鲁韦苗俞柳鲍祝阮闵娄童颜盛骆樊凌霍虞柯缪邢裴翁甄靳焦宁仇栾甘佟项祁艾洪"
_SURNAME = SURNAMES + _RARER
_FAMILIAR = rf"[小老阿][{_SURNAME}](?!师|板|百姓|人|年|家|区)|[{_SURNAME}][\u4e00-\u9fff]{{0,2}}?{_TITLES}"
_CODE = r"(?<![a-z0-9])[a-z]{1,4}[0-9]{1,8}(?![0-9-])"
_BY = r"(?:@|给|让|由|请|跟|和|与|叫|找|派|转|安排|替|帮|认定|补记|更正工时|同|就是?|还是)"
_DOES = (
    r"[\s,，。;；!！?？:：]|[0-9]|[他她]们|替|代|顶|去|来|帮|接|处理|负责|换|对调|调|站|上|值|吧|打卡|签到|管|弄|做|那|了|今[天日儿晚早夜]|明[天日儿晚早]|可以|会|能|吗|行|一起|"
    r"周|星期|跟|看|办|修|到|补|记|跑|走|赶|送|搬|拿|查|盯|催|先|也|啊|呀|呗|哈|$"
)
_FULL = rf"[{_SURNAME}][\u4e00-\u9fff]{{1,2}}?"
_NAMED = (
    re.compile(rf"(?P<name>{_FAMILIAR})", re.IGNORECASE),
    re.compile(rf"{_BY}\s*(?:(?:联盟|维修队|抢修队|社区|街道)的?){{0,2}}(?P<name>{_FULL})(?={_DOES})"),
    re.compile(
        rf"(?:^|[\s,，。;；班岗天次号日])(?P<name>{_FULL})(?=替我|代我|顶我|替一下|代一下|顶一下|替班|代班|顶班|代岗|顶岗|跟我换|和我换|同我换)"
    ),
    re.compile(rf"(?P<name>{_CODE})", re.IGNORECASE),
)
_NOBODY = frozenset(
    {
        "马上",
        "方便",
        "高手",
        "于是",
        "任何",
        "常来",
        "时候",
        "安排",
        "万一",
        "白天",
        "江边",
        "石头",
        "钱吧",
        "马路",
        "汽车",
    }
)
_NICKNAME = re.compile(rf"[小老阿](?P<part>[{_SURNAME}])")
_TITLED = re.compile(rf"(?P<part>[{_SURNAME}][\u4e00-\u9fff]{{0,2}}?){_TITLES}")


_OFFICES = (
    (re.compile(r"(?:楼栋长|楼长)$"), ("building_leader",)),
    (re.compile(r"网格长$"), ("grid_head",)),
    (re.compile(r"网格员$"), ("grid_worker", "part_time_grid_worker")),
    (re.compile(r"书记$"), ("community_secretary", "subdistrict_lead")),
    (re.compile(r"主任$"), ("subdistrict_lead", "community_secretary", "department_officer")),
    (re.compile(r"(?:师傅|队长|工)$"), ("repair_crew",)),
    (re.compile(r"(?:科长|站长)$"), ("department_officer",)),
    (re.compile(r"所长$"), ("police_liaison",)),
)


def offices_said(called: str) -> tuple[str, ...]:
    """The roles (names as in governance.roles.Role) of which somebody is called by a title (赵书记); empty where that is none."""
    return next((roles for title, roles in _OFFICES if _TITLED.fullmatch(called) and title.search(called)), ())


_POST = re.compile(r"(?:楼栋长|楼长|网格长|网格员|书记)$")


def posts_said(called: str) -> tuple[str, ...]:
    """The same where the title is that of one post alone; 师傅 and 主任 are said of many."""
    return offices_said(called) if _POST.search(called) else ()


_NEIGHBOUR = re.compile(r"(?:阿姨|叔叔|大姐|大哥|大爷|大妈|奶奶|爷爷|先生|女士|婶)$")
"""How neighbours are called (李奶奶家的灯，派给小陈): a colleague only where nobody else is named."""


def colleague_said(text: str) -> str | None:
    """The first colleague that a normalised text names, as it is written; None where it names nobody."""
    named = [match for pattern in _NAMED for match in pattern.finditer(text) if match["name"] not in _NOBODY]
    found = [match for match in named if _NEIGHBOUR.search(match["name"]) is None] or named
    first = min(found, key=lambda match: (match.start("name"), -match.end("name")), default=None)
    return None if first is None else first["name"]


def is_familiar(called: str) -> bool:
    """Whether somebody is called by less than their name: 小陈, 孔主任."""
    return _part(called) is not None


def fits(name: str, called: str) -> bool:
    """Whether somebody of this full name is called so."""
    part = _part(called)
    return name == called or (part is not None and name.startswith(part))


def _part(called: str) -> str | None:
    """What of the full name is said."""
    found = _NICKNAME.fullmatch(called) or _TITLED.fullmatch(called)
    return None if found is None else found["part"]
