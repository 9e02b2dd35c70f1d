"""What who was asked says to an enquiry: the answer itself in their own words, or only that it was given."""

import re
from dataclasses import dataclass

from understanding.normalise import tidy

_ONLY_DONE = re.compile(
    r".{0,14}?(?:我|他们|窗口)?(?:已经?|都|早就?)?(?:答复|回复|解释|告诉|答|回|讲|说)(?:给|过|好|清楚)*(?:他|她|人家|居民|对方)?(?:过|好|完|清楚)*了"
    r"[\s,，。]*(?:这个|这件)?(?:可以|能|就|请)?(?:办结|结案|结掉|关掉|销掉|结|关|销)?(?:单|案)?(?:掉|了|吧)*[\s。!！]*"
)


def only_says_answered(words: str) -> bool:
    """Whether words say that somebody was answered, and not what: 那个答过了，可以结掉了."""
    return _ONLY_DONE.fullmatch(words.strip()) is not None


_OF_ANSWERING = re.compile(r"答|回复|回了|回过|办结|结案|结掉|结单|结了|关掉|销")


def speaks_of_answering(words: str) -> bool:
    """Whether words say plainly that it is an answer that was given, or that something is to end."""
    return _OF_ANSWERING.search(words) is not None


@dataclass(frozen=True)
class AnswerTold:
    """What is said to whoever asked about something; `about` is empty where the words name nothing. `whole`: that is the answer,
    where it is no question back and puts nothing off; `of_asker`: the words say of somebody that they asked.
    """

    about: str
    answer: str
    whole: bool
    of_asker: bool


_LEAD = r"(?:好的?|嗯|行|那个?(?=问)|那|对了|刚刚?才?|关于|针对|麻烦|请|帮我|你|直接|就|先|[\s,，])*"
_ABOUT = r"(?P<about>[^,，。:：;；!！?？\n]{1,18}?)"
_ONE = r"(?:的|那|这|个|件|位|条|单|人|问题|咨询|提问|疑问|事情?|居民|同志|家)*"
_SELF = r"(?:由|就|还是)?(?:我们?(?:社区|这边|这里|来)?)?(?:来)?"
_ANSWERS = r"(?:答复|回复|回答|解答|解释|答(?!应|谢|题|卷)|回(?!头|来|家|去|访|迁|收|事|执|家|看|想|到|款|单))"
_TO = r"(?:一下|一声|他们?|她们?|人家|对方|居民|如下|下|了|吧|哈|,|，|\s)*(?:说|就说|是)?"
_THEM = r"(?:那个人|问的人|提问的|上报人|他们?|她们?|人家|对方|居民|TA)"
_TELLS = (
    rf"(?:(?:跟|和|给|向|同|与){_THEM}(?:那边)?(?:讲|说|回|带|捎|解释|交代)(?:一?声|一下|清楚|个话|一?句)*|(?:告诉|转告|通知){_THEM}(?:一?声|一下)*)"
    r"(?:说|就说)?"
)
_ASKED = re.compile(r"(?:^|[那这个位,，回复答于])问|咨询|提问")
_SAYS = r"\s*[:：,，\s]+(?P<answer>.+)"
_FIRST_ABOUT = re.compile(
    rf"{_LEAD}(?:问)?{_ABOUT}{_ONE}[,，\s]*{_SELF}{_ANSWERS}{_TO}\s*[:：]\s*(?P<answer>.+)", re.DOTALL
)
_FIRST_VERB = re.compile(
    rf"{_LEAD}{_SELF}{_ANSWERS}(?:一下|一声)?(?:那|刚才|前面|早上|上面|这)*(?:个|位|条|件)?(?:在)?(?:问|咨询)?(?:的)?{_ABOUT}{_ONE}{_SAYS}",
    re.DOTALL,
)
_NOTHING_NAMED = re.compile(rf"{_LEAD}{_SELF}{_ANSWERS}{_TO}\s*[:：]\s*(?P<answer>.+)", re.DOTALL)
_TOLD_ABOUT = re.compile(
    rf"{_LEAD}(?:问)?{_ABOUT}{_ONE}[,，\s]*(?:你|麻烦|帮我|请|就|直接|先|可以)*{_TELLS}\s*[:：,，\s]*(?P<answer>.+)",
    re.DOTALL,
)
_BACK = re.compile(
    r"[?？]|(?:吗|呢|么)[。!！\s]*$|是不是|有没有|哪一?[种个家位]|什么时候方便|"
    r"(?:我|我们|这边)?(?:先|再|去|要|得|帮[他她您你])*(?:查|问|核实|了解|请示|确认|商量|落实)(?:一?下|清楚|好)?(?:再|后|以后|之后|了)|"
    r"(?:稍等|等一?[等下会]|过[一两]?[会天]|明天|回头|晚点|下午)[^,，。]{0,6}(?:再|才)?(?:答复|回复|回话|告诉|联系|给[他她您你])|等(?:通知|消息|我)"
)
_NOTHING = re.compile(
    r"(?:电话|手机)?.{0,4}(?:打不通|没人接|联系不上|找不到人|不在家?)[了的。!！\s]*|[^\u4e00-\u9fffa-zA-Z0-9]*"
)
SHORTEST = 3


def answer_told(text: str) -> AnswerTold | None:
    """What is said to an enquiry in a text of who may answer; None where it says nothing to anybody."""
    words = tidy(text)
    for pattern, says_it in ((_NOTHING_NAMED, True), (_FIRST_ABOUT, True), (_FIRST_VERB, True), (_TOLD_ABOUT, False)):
        found = pattern.fullmatch(words)
        if found is None:
            continue
        answer = found["answer"].strip(" ,，:：")
        if len(answer) < SHORTEST or _NOTHING.fullmatch(answer) or only_says_answered(answer):
            return None
        about = found.groupdict().get("about") or ""
        asker = _ASKED.search(words[: found.start("answer")]) is not None
        return AnswerTold(about, answer, says_it and _BACK.search(answer) is None, asker)
    return None
