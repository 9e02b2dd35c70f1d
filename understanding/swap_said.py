"""Somebody asks to change shifts with a colleague by name: 跟周虚构换一下班行不."""

import re
from enum import StrEnum

from understanding.called import colleague_said

_SWAPS = re.compile(
    r"(?:跟|和|同|与|找|请|让|问问?)[^,，。;；\s]{2,8}?(?:能不能|可不可以|愿不愿意|想|来|帮我|跟我|和我)*(?:换|调|对调|对换)(?:一?下|个|一个|一次|一换)?(?:班|岗)(?!长|车|次表|级)|"
    r"(?:换|调)(?:一?下|个)?(?:班|岗)[^,，。]{0,3}(?:给|跟|和|找)[^,，。;；\s]{2,6}"
)
_OVER = re.compile(r"换[^,，。]{0,3}班了?(?:没有|没|吗|的事)|换过班|同意|不换|不用换|别换|取消")


def swaps_with(normalised: str) -> bool:
    """Whether the words ask just this; no answer to such a question, and no question what became of it."""
    return (
        _SWAPS.search(normalised) is not None
        and _OVER.search(normalised) is None
        and colleague_said(normalised) is not None
    )


class Answer(StrEnum):
    """What somebody answers who was asked to take a shift over."""

    YES = "yes"
    NO = "no"
    PERHAPS = "perhaps"
    """A yes that may have been said to something else."""


_AGREES = re.compile(
    r"同意(?!了?[没吗])|愿意|(?:我|那我)(?:来|去|上|值|站)(?!不|得?了[吗没])(?:吧|好了|的|啊|呀|顶)?|我(?:来)?(?:替|顶|接|帮)(?!不)|(?:跟|和|同)[^,，]{1,4}换(?!不)|"
    r"^(?:那)?(?:好|行|可以|成|没问题|中|嗯|ok).{0,4}(?:换|替|顶|接)(?!不|一?下?别)"
)
_REFUSES = re.compile(
    r"不同意|不愿意|不[想能]?换|换不[了成]|(?:没|没有)空|不方便|[来去上顶替值]不[了成]|不行|(?:不好意思|抱歉|对不起).{0,12}(?:有事|忙|出差|上班)|不[来去顶替]"
)
_BARE_YES = re.compile(r"(?:(?:好|行|可以|成|没问题|嗯+|中|ok)(?:的|啊|呀|吧|嘞|哒|哦)*[\s,，。!！]*)+")
_ASKED = re.compile(r"[?？]|[吗么]$|没有?$|行不行|能不能|可不可以|哪|谁|什么")
_HOW_IT_STANDS = re.compile(
    r"换(?:成|好|掉|过|上)?了?(?:没有?|吗)|换(?:成|好)了?[^,，]{0,2}(?:没有?|吗|[?？])|(?:答应|同意|回复|回话|回信|肯换|愿意换?|应下?|接下?)了?(?:没有?|吗|不)(?:$|[,，。?？!！呢啊])|换班[^,，]{0,6}(?:怎么样|咋样|如何|结果|进展)"
)
_END = r"(?:$|[,，。?？!！呢啊呀])"
_OWN_SHIFT = re.compile(
    r"我[^,，。]{0,14}(?:班|岗|值班|报名|号[那的]?|[那这]个)[^,，。]{0,8}?"
    rf"(?:(?:算不算|有没有|作不作|是不是|成没成)[^,，。]{{0,8}}{_END}|(?:算|报|排|登|记|加|定|退|取消|作|还在)[^,，。]{{0,4}}?(?:没有?|吗|么|[?？]){_END})|"
    rf"(?:给|帮)我[^,，。]{{0,6}}(?:报|排|登|退|取消|算|记)[^,，。]{{0,4}}?(?:没有?|吗){_END}"
)


def answers_swap(normalised: str) -> Answer | None:
    """The answer to a colleague's request; None where the words are none, or ask."""
    if _ASKED.search(normalised):
        return None
    if _REFUSES.search(normalised):
        return Answer.NO
    if _AGREES.search(normalised):
        return Answer.YES
    return Answer.PERHAPS if _BARE_YES.fullmatch(normalised) else None


def asks_of_swap(normalised: str) -> bool:
    """Whether somebody asks how a change of shifts stands that they asked for."""
    return _HOW_IT_STANDS.search(normalised) is not None


def asks_of_own_shift(normalised: str) -> bool:
    """Whether somebody asks whether they stand on a shift of theirs (我9号那个班算上了没): that puts nobody on it."""
    return _OWN_SHIFT.search(normalised) is not None
