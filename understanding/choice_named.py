"""对，拆开，第二个: which of several numbered offers is chosen, where its name or a word of assent stands beside the number."""

import re
from collections.abc import Sequence

from understanding.replies import choice_in

_PARTS = re.compile(r"[\s,，。;；:：、!！~]+")
_FILLS = re.compile(
    r"(?:对|是|嗯|好|行|就|要|那|哦|噢|哎|啊|的|吧|呀|嘛|哈|呗|了|选|办|这个|这样|没错|可以|我选|我要|帮我|给我|麻烦|谢谢)+"
)
_AROUND = re.compile(
    r"^(?:就|是|要|那|帮我|给我|把|这|那|句|个|话|我|的)+|(?:给|他|她|它|人家|们|一?[下声]|了|吧|呀|嘛|哈|呗|的|啊|句|话)+$"
)
_SHORTEST, _LONGEST = 2, 24


def choice_named(words: str, labels: Sequence[str]) -> int | None:
    """The place of the offer, 0-based; None where something else is said as well, number and name fall apart, or a number stands
    alone: that may be a ticket's.

    `labels`: what the offers are called, as they are shown.
    """
    if len(words) > _LONGEST:
        return None
    numbered: set[int] = set()
    named: set[int] = set()
    for part in filter(None, _PARTS.split(words)):
        place = choice_in(part, len(labels))
        if place is not None:
            numbered.add(place)
        elif _FILLS.fullmatch(part) is None:
            called = {at for at, label in enumerate(labels) if _calls(part, label)}
            if not called:
                return None
            named = named & called if named & called else named | called
    if len(numbered) == 1 and numbered & named:
        return numbered.pop()
    return named.pop() if not numbered and len(named) == 1 else None


def _calls(part: str, label: str) -> bool:
    """Whether a few words are what an offer is called: 转告他, 拆开 of 拆分."""
    said = _AROUND.sub("", _AROUND.sub("", part)) or part
    if label.startswith(said) or said.startswith(label):
        return True
    return len(said) == _SHORTEST and len(label) >= _SHORTEST and said[0] == label[0]


_AGAIN = re.compile(
    r"(?:就是|把|这|那|句|话|回|转告|转|说|讲|告诉|给|他|她|人家|一下|一声|对|是|的|吧|办|个|我|你|帮|发|带|原话|跟|去|呀|啊|哈)+"
)


def only_said_again(more: str) -> bool:
    """Whether what stands behind a chosen number only says the wish once more (2，就是把这话回给她)."""
    return _AGAIN.fullmatch(more.strip(" ,，。!！")) is not None
