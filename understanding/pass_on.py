"""跟小陈说一声，东西清掉了: what whoever works on it is to hear from a reporter, and whether that nobody need come any more."""

import re

from understanding.hazard import hazard_in

_WHO = (
    r"(?:小[\u4e00-\u9fff]|[\u4e00-\u9fff](?:师傅|工|网格员?|姐|哥)|[\u4e00-\u9fff]{0,2}(?:师傅|网格员|网格长)|他们?|她们?|"
    r"(?:你们?)?那?边?(?:办事?|来|修|管事)的(?:人|师傅)?|工作人员|维修(?:队|工)?|物业)"
)
_ASKS = r"(?:那你?|那就|麻烦|请|帮我|帮忙|替我|给我|你|再|先)*"
_ONCE = r"(?:一?声|一?下|一?句话?|个?话|个信)?"
_TELL = (
    rf"{_ASKS}(?:(?:跟|和|给|同|向){_WHO}(?:讲|说|带|捎|知会|通知|交代){_ONCE}|(?:告诉|通知|转告|知会){_WHO}{_ONCE}|"
    rf"(?:带|捎|转)(?:一?句话?|个话|一声)(?:给{_WHO})?)(?:吧|哈|呗|啊|好吗|行吗)?"
)
_EDGE = r"[\s,，。;；:：!！?？]*"
_BEFORE, _BEHIND = re.compile(rf"^{_EDGE}{_TELL}(?:说|就说|的是)?{_EDGE}"), re.compile(rf"{_EDGE}{_TELL}{_EDGE}$")
_SPARES = re.compile(
    rf"(?:不用|别|不必|不要|甭|不需要|没必要)(?:再|让|叫|喊|麻烦|着急|专门|白|急着|派人?|特地|{_WHO})*"
    r"(?:(?:跑|上门|过来|过去)(?!错|偏|丢|步|到)|来(?!烦|找|问|不|得|电)(?:人|看|修)?|(?:管|弄|修|处理|办)(?=了|啦))"
)
_OF_OTHERS = re.compile(
    r"[?？]|吗|是不是|(?:快|赶紧|马上)(?:点|些)?(?:派人)?来|救命|又(?:着|烧|冒|漏|炸)|值班|[的个]班|活动|开会|议事|报名|走访|巡楼|志愿|打卡|签到|我们?(?:家)?(?:就|还|也|都|明天|今天|晚上)*(?:不用|不必|没必要)"
)
"""Questions, and what the speaker need not come to."""
_POINTS = re.compile(r"^[^,，。;；\s]{1,10}?[那这](?:[个件条单]|边)(?:事)?[,，\s]+")


def message_in(words: str) -> str:
    """What is to be said, without the words that only ask for it to be passed on; empty where nobody asks for that."""
    for frame in (_BEFORE, _BEHIND):
        rest = frame.sub("", words)
        if rest and rest != words:
            return _POINTS.sub("", rest).strip(" ,，。;；")
    return ""


def spares_the_way(words: str) -> bool:
    """Whether somebody says that nobody need come, or look after it, any more."""
    return _SPARES.search(words) is not None and _OF_OTHERS.search(words) is None


_ADDS = re.compile(
    r"(?:给|跟|对|在|往)?(?:刚才?|刚刚|上面|上一[条个])[^,，。;；]{0,8}(?:补|加)(?:充|上)?(?:一?[句下点个]|$)|"
    r"^(?:我|再|就|还|就是|是)*(?:要|想)?(?:补充?|加)(?:一?[句下点]|说明)|(?:刚才?|刚刚|前面)?(?:忘了?|忘记|漏)(?:说|讲|写)了?"
)
_BY_THE_WAY = re.compile(r"^(?:哦|噢|哎|啊|嗯|喔|,|，|\s)*(?:对了|还有一点|另外说一下)")


def adds_plainly(words: str) -> bool:
    """Whether somebody says that this belongs to what they said before (刚才那个补一句)."""
    return _ADDS.search(words) is not None


def by_the_way(words: str) -> bool:
    """Whether words begin as what comes to somebody's mind afterwards does (对了…)."""
    return _BY_THE_WAY.search(words) is not None


_SHORTEST = 4
_CLAUSES = re.compile(r"[,，。;；!！?？\s]+")


def danger_beside(words: str, about: str) -> str:
    """The clause of a new danger that stands beside what is over (灯不用修了，四楼煤气漏了); empty where none does.

    `about`: what the report tells whose end is spoken of: a danger of its kind is that one.
    """
    known = hazard_in(about)
    for clause in _CLAUSES.split(words):
        found = hazard_in(clause)
        if found is not None and found.sure and (known is None or known.danger is not found.danger):
            return clause
    return ""


_ASKS_BACK = re.compile(r"[?？]|吗|呢$|谁|什么|怎么|多久|几时|几点来|哪|没有$|了没|催|快点|满意|不用|撤")


def told_of_pointed(words: str) -> str:
    """What is told of the matter that words point at first (路灯那个，晚上七点就灭); empty where that asks."""
    rest = _POINTS.sub("", words)
    return rest if rest != words and len(rest) >= _SHORTEST and _ASKS_BACK.search(rest) is None else ""
