"""How satisfied somebody says they are, and what they say besides."""

import re
from dataclasses import dataclass

_SCORES = (
    ("dissatisfied", r"不太满意|很不满意|非常不满意|不满意|差评|[一二12]星"),
    ("fairly", r"基本满意|比较满意|一般般?|[三3]星"),
    ("satisfied", r"非常满意|很满意|满意|好评|[四五45]星"),
)
"""Names as in governance.tickets.satisfaction; the longer words first, 不满意 holds 满意."""
_PATTERNS = [(score, re.compile(rf"(?:{words})")) for score, words in _SCORES]
_NUMBER = re.compile(r"^(?:[a-z]{1,6}\d{8}-\d{4,}|\d{8}-\d{4,}|\d{1,6}(?!\d))?[\s,，。:：;；]*", re.IGNORECASE)
UNREACHED = re.compile(
    r"没打通|没人应|不接电话|忙音|停机|打不进|联系不上|没联系上|打不通|无人接听|没人接|没接|空号|关机|拒接|不在家|没找到人"
)


_HALF_HEARTED = r"凑合|马马虎虎|勉强"
_TOLD = (
    (
        "dissatisfied",
        r"不满|没修好|没弄好|没解决|还是[老坏漏不]|又坏|又漏|不行|糟|差劲|太差|很差|骂|生气|有意见|糊弄|一塌糊涂|糊涂|敷衍|不认可|不怎么样|没用",
    ),
    ("fairly", rf"还行|还可以|{_HALF_HEARTED}|一般|过得去|就那样|差不多"),
    ("satisfied", r"满意|没意见|认可|挺好|很好|不错|高兴|夸|感谢|谢谢|蛮好|可以|修好了|解决了|没问题"),
)
"""How who was called said it, the worst first."""
_LUKEWARM = re.compile(
    rf"{_HALF_HEARTED}|将就|(?:基本|比较|大体|大致|还算)(?:上)?(?:是)?满意|(?<![0-9十])[三3]分(?!钟)"
)
_DENIED = re.compile(r"没什么不满|没有?不满意?|没骂|没生气|没有意见|没啥意见")


@dataclass(frozen=True)
class Scored:
    """`score`: satisfied, fairly or dissatisfied. `said`: the rest."""

    score: str
    said: str


def score_in(text: str) -> Scored | None:
    """The score that a normalised text gives, None when it gives none."""
    for score, pattern in _PATTERNS:
        found = pattern.search(text)
        if found is not None:
            said = _NUMBER.sub("", text[found.end() :].strip(" ,，。:：;；"), count=1)
            return Scored(score, said.strip())
    return None


def lukewarm(text: str) -> bool:
    """Whether praise is said with half a heart: 来得快，就是没擦干净，勉强吧; 给个三分."""
    return _LUKEWARM.search(text) is not None and "不满" not in text


_REMARK = re.compile(r"(?:就是|不过|但是?|只是|可惜|美中不足|建议|希望|下次|下回)(?P<remark>[^。!！]{3,})")


def has_remark(text: str) -> bool:
    """Whether something is said besides that is to be better: 基本满意，就是来之前没打电话."""
    return _REMARK.search(text) is not None


def answer_told(text: str) -> str | None:
    """How satisfied somebody was, in the words of who called them; None where that is not said, or nobody answered."""
    if UNREACHED.search(text):
        return None
    said = _DENIED.sub("没意见", text)
    return next((score for score, words in _TOLD if re.search(words, said)), None)
