"""What somebody says of an activity that they call by its name: they come, stay away, are there, ask about it, or liked it."""

import re
from collections.abc import Sequence
from enum import StrEnum

from understanding.numerals import number_of

_MANY = r"[0-9]{1,2}|[一二两三四五六七八九十]{1,2}"
_ASKS = re.compile(
    r"(?:几|多少)个?(?:人|家|位)?[^,，。]{0,4}(?:报|来|参加|名额)|报了(?:几|多少)|还有(?:没有)?(?:名额|位子|空)|(?:满|截止)了?(?:没|吗)|名单|"
    r"(?:几点|什么时候|啥时候|哪天|怎么报|在哪(?:里|儿|块|个)?(?:办|搞|开|弄|举行)|什么地方)|还(?:能|可以)报|还办不办|办不办"
)
_AWAY = re.compile(
    r"(?:来|去|参加)不(?:了|成)|(?<![能要])(?<!是)不(?:去|来|参加|想去|想来)了|(?:取消|退)(?:了|掉|报名|一下)?(?!的|没)|没(?:空|时间)(?:去|来)"
)
_COMES = re.compile(
    rf"报(?:个|上|一下)*名(?!表)|报(?:上)?(?:{_MANY})个?(?:人|名|位)?|(?:给|帮|替)(?:我|我们|咱)[^,，。]{{0,4}}(?:报|登记)|算(?:上)?我|"
    r"我们?(?:家|也|全家)?(?:要|想|来|去|带)?[^,，。]{0,6}(?:参加|去帮忙|来帮忙)|我们?(?:也|都)?(?:要|想)(?:去|来)"
)
_THERE = re.compile(r"签到|打卡|(?:我们?|已经?|人)?(?:都)?到(?:了|啦|现场|门口)(?!没|吗)|来了来了")
_LIKED = (
    ("poor", re.compile(r"没意思|不好玩|无聊|失望|太?乱|(?:不|没)(?:太|怎么)?(?:好|行|值)|白跑|吵得|太差")),
    (
        "good",
        re.compile(
            r"好玩|有意思|开心|高兴|精彩|喜欢|学(?:到|会)|有收获|蛮好|挺好|很好|真好|太好|不错|棒|赞|满意|值得|热闹"
        ),
    ),
    ("fair", re.compile(r"一般|还行|还可以|凑合|马马虎虎")),
)
_AGAIN = re.compile(
    r"(?:下次|下个?月|以后|什么时候|能不能|可不可以|希望)[^,，。]{0,8}(?:再(?:搞|办|来|弄|开)|多(?:搞|办|弄))"
)
_NOT_DUTY = re.compile(r"不是(?:值班|报值班|班)|是(?:小孩|孩子|社区|大家)?的?(?:那个)?活动")
_OF_DUTY = re.compile(
    r"值班|班次|(?<!培训)(?<!上)班(?!级)|岗|驿站|周[一二三四五六日天末]|星期|[上下中]午|晚上|早上|今天|明天|后天|[0-9]+[号日点]"
)
_CALLED = re.compile(
    r"^(?:那|哎|嗯|你好|我(?:想|要))?[,，]?(?P<name>[\u4e00-\u9fff]{2,8}?)(?:那个|这个|那场|的?(?:活动|讲座|课|比赛))(?:也)?[,，]?(?:麻烦|请)?(?:给|帮|替)(?:我|我们)[^,，。]{0,3}报"
)
_NO_NAME = re.compile(r"^(?:你们?|我们?|刚才|前面|那个|这个|上面|下面|第|就|把|社区|小区|什么)")
_PEOPLE = re.compile(
    rf"(?:报(?:名|上)?|一共|总共|共|带|家|就|是)?[^0-9一二两三四五六七八九十,，。]{{0,3}}(?P<people>{_MANY})个?(?:人|名(?!额)|位|大|口)"
)
_GENERIC = re.compile(
    r"活动|社区|居民|大家|邻居|小区|我们|一个|参加|志愿|[上下中]午|今天|明天|晚上|报名|现场|梧桐|一起|组织|开展|孩子们?|小孩|老人|小朋友"
)
_WORD = re.compile(r"[\u4e00-\u9fffa-z]+")
_SHORTEST = 2


class Part(StrEnum):
    """What somebody wants with an activity."""

    COMES = "comes"
    AWAY = "away"
    THERE = "there"
    ASKS = "asks"
    LIKED = "liked"
    NAMED = "named"


def part_meant(normalised: str) -> Part | None:
    """What the words want, whatever they name; None where they want nothing of an activity."""
    if _ASKS.search(normalised):
        return Part.ASKS
    if liking_of(normalised) is not None or _AGAIN.search(normalised):
        return Part.LIKED
    for part, pattern in ((Part.THERE, _THERE), (Part.AWAY, _AWAY), (Part.COMES, _COMES), (Part.NAMED, _NOT_DUTY)):
        if pattern.search(normalised):
            return part
    return None


def liking_of(normalised: str) -> str | None:
    """How somebody found it: good, fair or poor; None where they do not say."""
    return next((score for score, pattern in _LIKED if pattern.search(normalised)), None)


def people_coming(normalised: str) -> int | None:
    """How many come in all (报两个人, 一共三个); None where nobody says."""
    found = _PEOPLE.search(normalised)
    return None if found is None else number_of(found["people"].replace("两", "二"))


def called_so(normalised: str, titles: Sequence[str]) -> list[int]:
    """Which of these titles the words name best, by the longest piece that both have; what every activity is called names none."""
    pieces = [_longest(normalised, title) for title in titles]
    best = max(pieces, default=0)
    return [place for place, length in enumerate(pieces) if length == best] if best >= _SHORTEST else []


def name_said(normalised: str) -> str:
    """What an activity is called for which somebody wants to be put down; empty where it may be a shift."""
    found = _CALLED.search(normalised)
    if found is None or _OF_DUTY.search(normalised) or _NO_NAME.search(found["name"]):
        return ""
    return found["name"]


def _longest(words: str, title: str) -> int:
    own = _GENERIC.sub(" ", title.lower())
    longest = 0
    for piece in _WORD.findall(own):
        for start in range(len(piece)):
            for end in range(len(piece), start + max(longest, 1), -1):
                if piece[start:end] in words:
                    longest = end - start
                    break
    return longest
