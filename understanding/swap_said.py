"""Somebody asks to change shifts with a colleague by name: 跟周虚构换一下班行不."""

import re

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
