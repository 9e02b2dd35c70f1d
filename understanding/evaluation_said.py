"""The grammar of what is said of the yearly evaluation to the letter, and what an objection to it and its settling say."""

import re
from dataclasses import dataclass

from understanding.command_names import CommandName

_POLITE = r"(?:请|麻烦|帮我|帮忙|我们?要|我们?想|我来|想|我)*"
_SOFT = r"(?:吧|呀|啊|了|哦|呢|啦|哈|一下|谢谢|好吗|[!。~?？])*"
_OURS = r"(?:我们?|咱们?|本)?(?:的)?"
_WHOSE = r"(?:单位|结对|支部|共建|公司)"
_WHEN = r"(?:今年|这次|本次|年度|年终|七一|去年|今年年终)?(?:的)?"
_WRONG = r"(?:少算|多算|算少|算多|算错|漏算|没算|没有算|漏了|少了|不对|有误|有问题)"

EVALUATION_COMMANDS: tuple[tuple[CommandName, str], ...] = (
    (
        CommandName.SETTLE_EVALUATION,
        rf"{_POLITE}(?:评议异议处理|评议处理|处理评议异议|处理评议)(?:[\s,，:：]*(?P<rest>.+))?",
    ),
    (
        CommandName.OBJECT_EVALUATION,
        rf"{_POLITE}(?:对)?(?:单位|结对)?评议(?:结果|得分|分数)?(?:有)?(?:异议|意见)(?:[\s,，:：]*(?P<rest>.+))?|"
        rf"(?P<early>(?:这个|这次|{_OURS}{_WHOSE}?)?(?:的)?(?:评议)?(?:分数?|得分|评分|评议)\s*(?:[0-9]{{1,7}}\s*号?)?[\s,，:：]*{_WRONG}.*)",
    ),
    (
        CommandName.SHOW_BRAND,
        rf"{_POLITE}(?:看看?|查|查看|问)?(?:一下)?(?P<early>[^\s,，:：。!?？0-9]{{0,20}}?)(?:的)?一居一品(?:品牌)?(?:是什么|是啥|有什么|有哪些|怎么样|介绍|叫什么)?{_SOFT}|"
        rf"{_POLITE}(?:看看?|查|查看)?一居一品[\s,，:：]+(?P<rest>[^,，。:：!?？]{{2,20}}?){_SOFT}",
    ),
    (
        CommandName.SHOW_EVALUATION,
        rf"{_POLITE}(?:看看?|查|查看)?(?:一下)?{_OURS}(?:{_WHEN}{_WHOSE}|(?:年度|年终|七一){_WHOSE}?)(?:的)?(?:评议|考评|评分|得分)"
        rf"(?:结果|得分|分数|明细|情况)?\s*(?P<rest>[0-9]{{1,7}})?号?(?:怎么样|如何)?{_SOFT}|"
        rf"{_OURS}{_WHOSE}?{_WHEN}(?:评议|评)(?:得|的)?(?:怎么样|如何|怎样|多少分|几分|第几名?){_SOFT}",
    ),
)

_NUMBER = re.compile(
    r"^(?:评议)?\s*第?\s*(?P<number>[0-9]{1,7})\s*(?:号|分)?(?=[\s,，:：、]|[^0-9次分小时节个户天]|$)[\s,，:：、]*"
)
_INSIDE = re.compile(r"评议\s*(?P<number>[0-9]{1,7})\s*号?[\s,，:：]*")
_LAST = re.compile(r"\s(?P<number>[0-9]{1,7})\s*号?$")
_BRAND_ASKED = re.compile(r"^(?:看看?|查看?|问|一下)+")
_OWN_COMMUNITY = re.compile(r"(?:我们?|咱们?|们|本|这|我这|我家)?(?:这里|这边|那里|的)?(?:社区|小区|居委会)?(?:的)?")
_UPHELD = re.compile(r"(?P<no>不成立|不通过|驳回|不予采纳|不采纳)|(?P<yes>成立|通过|采纳)")
_POINTS = re.compile(r"(?P<sign>[+＋-]|加|减|扣|补)\s*(?P<points>[0-9]{1,4})\s*分?|(?P<plain>[0-9]{1,4})\s*分")
_EDGES = " ,，:：。;；、\n"


@dataclass(frozen=True)
class Settled:
    """How objections are settled. `points`: by how much the sum changes."""

    number: int | None
    upheld: bool | None
    points: int | None
    note: str


def community_in(words: str) -> str:
    """Whose brand is asked for: 梧桐社区; empty for the asker's own (我们社区)."""
    named = _BRAND_ASKED.sub("", words.partition("一居一品")[0].strip(_EDGES)).removesuffix("的")
    return "" if _OWN_COMMUNITY.fullmatch(named) else named


def objection_in(text: str) -> tuple[int | None, str]:
    """The number that is named, and what is said against its sum."""
    found = _NUMBER.match(text)
    if found is not None:
        return int(found["number"]), text[found.end() :].strip(_EDGES)
    inside = _INSIDE.search(text) or _LAST.search(text)
    if inside is not None:
        return int(inside["number"]), (text[: inside.start()] + text[inside.end() :]).strip(_EDGES)
    return None, text.strip(_EDGES)


def settled_in(text: str) -> Settled:
    """3 成立 +5 补上一次党课; 3 不成立 已经算过."""
    number, rest = objection_in(text)
    said = _UPHELD.search(rest)
    if said is None:
        return Settled(number, None, None, rest)
    rest = (rest[: said.start()] + rest[said.end() :]).strip(_EDGES)
    if said["no"]:
        return Settled(number, False, None, rest)
    points = _POINTS.search(rest)
    if points is None:
        return Settled(number, True, None, rest)
    amount = int(points["points"] or points["plain"])
    note = (rest[: points.start()] + rest[points.end() :]).strip(_EDGES)
    return Settled(number, True, -amount if points["sign"] in ("-", "减", "扣") else amount, note)
