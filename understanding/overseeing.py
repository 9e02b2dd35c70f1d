"""What somebody asks who oversees: which tickets, whose, how many reports of what, since when."""

import re
from dataclasses import dataclass
from enum import StrEnum

from understanding.categories import Category, categorise
from understanding.people import SURNAMES, TITLE


class Topic(StrEnum):
    """Which tickets are asked about."""

    ALL = "all"
    DANGERS = "dangers"
    LATE = "late"
    UNTAKEN = "untaken"
    TO_DISPATCH = "to_dispatch"
    TO_VERIFY = "to_verify"
    HANDS = "hands"
    """Who has how many."""
    COMMUNITIES = "communities"
    """The communities beside each other."""


class Span(StrEnum):
    """Since when. `DAY`: nothing was said of it."""

    HOURS = "hours"
    DAY = "day"
    TODAY = "today"
    NIGHT = "night"
    YESTERDAY = "yesterday"
    WEEK = "week"
    LAST_WEEK = "last_week"
    MONTH = "month"
    LAST_MONTH = "last_month"


@dataclass(frozen=True)
class Asked:
    """`names`: people's, as they were said (老陈, 陈试用, R1); `mine`: the asker's own hands; `category` with the `word` said."""

    topic: Topic = Topic.ALL
    span: Span = Span.DAY
    names: tuple[str, ...] = ()
    mine: bool = False
    category: str | None = None
    word: str = ""


_TOPICS = (
    (
        Topic.COMMUNITIES,
        r"(?:各个?|每个?|哪个|几个|所有)社区[^,，。]{0,12}(?:排|比|最|多少|几|情况|怎么样|如何|慢|快|差|好|超|拖|呢|$)|社区(?:之间)?(?:的)?(?:排名|排行|对比|比较|比一?比)",
    ),
    (Topic.HANDS, r"谁手|谁的手|(?:每|各)个?[位人].{0,6}(?:手|几|多少)|每位|分别.{0,4}手|谁.{0,4}(?:压|积)"),
    (Topic.LATE, r"超时|超期|超了|逾期|过期|过了时|到期没|拖[着了]|时限.{0,2}过"),
    (Topic.TO_DISPATCH, r"(?:没有?|未|还没|待)(?:有?人)?派|没派"),
    (Topic.UNTAKEN, r"(?:没有?|未|还没|无)(?:有?人|谁)?(?:接|领|认领|管)|待接"),
    (Topic.TO_VERIFY, r"(?:没有?|未|还没|待|等)(?:有?人)?(?:核查|验收|核实)"),
    (Topic.DANGERS, r"隐患|险情|危险|红色"),
)
_OF_SEVERAL = (Topic.HANDS, Topic.COMMUNITIES)
_WHOLE = re.compile(r"情况|总数|总量|在途|在办|新增|新报|一共|总共|多少[单件]|进来|办结|结了|办了|办掉|汇报|报数")
"""Asks for more than one kind of tickets: all of it is told."""
_SPANS = (
    (Span.LAST_MONTH, r"上个?月"),
    (Span.MONTH, r"这个?月|本月|当月"),
    (Span.LAST_WEEK, r"上个?(?:周|星期|礼拜)"),
    (Span.WEEK, r"[这本]个?(?:周|星期|礼拜)"),
    (Span.NIGHT, r"昨晚|昨夜|昨儿?晚|夜里|夜班|今晚|一晚上"),
    (Span.YESTERDAY, r"昨[天日儿]"),
    (Span.TODAY, r"今[天日儿早]|早上|早晨|上午|当天|当日"),
    (Span.HOURS, r"刚才|刚刚|刚[才]?|方才|眼下|现在|这会儿?|这阵"),
)
_HAND = r"(?:的)?(?:手[上里头]|名下|那[边里儿]|现在|还?有|还?压|一共|总共|今天|目前|身上|处|积|派)"
_OWN = re.compile(r"我(?:自己)?(?:手|名下|还有|身上)")
_CODE = re.compile(r"(?<![a-z0-9])(?P<name>[a-zA-Z]{1,4}[0-9]{1,8})(?![0-9-])")
_NAMES = (
    re.compile(rf"(?P<name>[老小阿](?:[\u4e00-\u9fff](?={_HAND})|[{SURNAMES}](?=.{{0,6}}(?:几|多少))))"),
    re.compile(rf"(?P<name>[{SURNAMES}]{TITLE})"),
    re.compile(rf"(?P<name>[{SURNAMES}][\u4e00-\u9fff]{{1,2}}?){TITLE}?(?:的)?(?:手[上里头]|名下)"),
)
_NO_NAME = re.compile(r"^(?:老人|老年|老百|小区|小孩|小时|小组|阿姨)")
_COUNTED = re.compile(
    r"[几多]少?(?:户|家|人|个|件|起|条|单|次|位|桩|宗)|报了?几|多少|有人报|总数|一共|总共|统计|报上来|来报|点位|哪[几些]|个数|存量|数量"
)
_TITLED = re.compile(rf"(?P<surname>[{SURNAMES}])(?:{TITLE}|工|哥|姐|叔|姨|队|所)")


def asked_in(words: str, categories: tuple[Category, ...]) -> Asked:
    """Reads a normalised question of staff; what it does not say is left out."""
    named = [topic for topic, pattern in _TOPICS if re.search(pattern, words)]
    whole = len(named) > 1 or _WHOLE.search(words) is not None
    topic = named[0] if named and (named[0] in _OF_SEVERAL or not whole) else Topic.ALL
    span = next((span for span, pattern in _SPANS if re.search(pattern, words)), Span.DAY)
    if topic in _OF_SEVERAL:
        return Asked(topic, span)
    if _OWN.search(words):
        return Asked(topic, span, mine=True)
    names = _names_in(words)
    if names:
        return Asked(topic, span, names)
    counts = not named and _COUNTED.search(words) is not None
    category = categorise(words, categories).category if counts else None
    if category is None:
        return Asked(topic, span)
    word = max((each for each in category.words if each in words), key=len, default="")
    return Asked(topic, span, category=category.code, word=word)


def called_so(said: str, name: str) -> bool:
    """Whether somebody of this full name may be called so: 老陈, 小陈, 陈师傅, 陈试用, 试用."""
    if said == name or (len(said) > 1 and name.endswith(said)):
        return True
    if len(said) == 2 and said[0] in "老小阿":
        return name.startswith(said[1]) or name.endswith(said[1])
    titled = _TITLED.fullmatch(said)
    return titled is not None and name.startswith(titled["surname"])


def _names_in(words: str) -> tuple[str, ...]:
    """In their order, each once; those of the first way of naming that anybody is named in."""
    codes = [found["name"].upper() for found in _CODE.finditer(words)]
    if codes:
        return tuple(dict.fromkeys(codes))
    for pattern in _NAMES:
        found = [match["name"] for match in pattern.finditer(words) if not _NO_NAME.search(match["name"])]
        if found:
            return tuple(dict.fromkeys(found))
    return ()
