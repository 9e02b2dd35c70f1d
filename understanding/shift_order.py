"""Which shift of a list that was just shown is meant by its place in it (最早的那个, 第二个班), and what is wanted with it."""

import re
from enum import StrEnum

from understanding.numerals import number_of

_NUMERAL = r"[0-9]{1,2}|[一二两三四五六七八九十]{1,2}"
_WHICH = r"(?:的|那|这|一|个|班|场|次|档|项|条)"
_ORDER = re.compile(
    rf"(?P<first>最早|最先|头一|最前面?|最近|最上面?){_WHICH}+|(?P<last>最晚|最后|最迟|末了|最末|最下面?){_WHICH}+|"
    rf"倒数第?(?P<back>{_NUMERAL})个?{_WHICH}*|第(?P<nth>{_NUMERAL})(?:个|班|场|档|项|条|次){_WHICH}*"
)
LONGEST = 18
"""Characters; who writes more says something of their own."""
_SHOWS = re.compile(r"谁|名单|几个人|还有位|还有名额|满了|[?？]|[吗么]$")
_GIVES_BACK = re.compile(r"取消|退|不去|去不了|来不了|不来|不报")
_TAKES = re.compile(r"我[来去报上站要]|给我|报名?|算我|要|选|就|站")


class Wish(StrEnum):
    """What somebody wants with a shift of the list."""

    SIGN_UP = "sign_up"
    SHOW = "show"
    GIVE_BACK = "give_back"


def place_in_order(words: str, count: int) -> int | None:
    """Which of `count` listed shifts is meant, 0-based; None where the words name no place, or one beyond the end."""
    found = _ORDER.search(words) if len(words) <= LONGEST else None
    if found is None or not count:
        return None
    if found["first"]:
        return 0
    if found["last"]:
        return count - 1
    nth = number_of(found["back"] or found["nth"])
    if not 1 <= nth <= count:
        return None
    return count - nth if found["back"] else nth - 1


def wish_of(words: str) -> Wish:
    """What is wanted: who says no more than which one signs up for it."""
    if _GIVES_BACK.search(words):
        return Wish.GIVE_BACK
    return Wish.SHOW if _SHOWS.search(words) else Wish.SIGN_UP


def only_names(words: str) -> bool:
    """Whether a few words say which one and perhaps that one takes it, and tell nothing else (周六下午那个，我来)."""
    return (
        len(words) <= LONGEST
        and re.search(rf"{_WHICH}", words) is not None
        and (re.search(r"那[个班场档]|班$|[个班](?:我|吧|$)", words) is not None or _TAKES.search(words) is not None)
    )
