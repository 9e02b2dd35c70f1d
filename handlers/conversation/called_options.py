"""Which of several offered options is called by its name, or by its number and its name."""

import re
from collections.abc import Sequence
from typing import Any

from handlers.conversation.interpreting import Interpreted
from handlers.conversation.reply import PLAINLY
from handlers.conversation.texts import option_called
from understanding.numerals import number_of

_NUMBER_FIRST = re.compile(r"(?:选|就|要)?第?([1-9]|[一二三四五六])(?:个|项|号|条)?[\s,，.、:：]*")
NONE_OF_THEM = re.compile(r"(?<!是)不是|都不对|哪个都不|以上都不|没有我要的|^算[了啦]")
_IS = ("是", "要", "选", "就")
SHORTEST_WISH = 4
"""What is longer may be a command although it names a ticket."""
_EDGES = re.compile(r"[\s,，.。!！]+|(?:[吧啊呀]|就行)$")


def numbered_and_called(options: Sequence[dict[str, Any]], words: str) -> int | None:
    """The option whose number is said with what it is called (2 发起活动), whatever that means by itself."""
    said = _NUMBER_FIRST.match(words)
    place = None if said is None else number_of(said[1]) - 1
    if said is None or place is None or place >= len(options):
        return None
    name = option_called(options[place]["command"] or "")
    return place if _EDGES.sub("", words[said.end() :]) == name else None


def called_so(options: Sequence[dict[str, Any]], words: str) -> list[int]:
    """The one option that is called so: 上报; or whose name so begins: 催."""
    said = _EDGES.sub("", words)
    names = [option_called(option["command"] or "") for option in options]
    named = [place for place, name in enumerate(names) if name == said]
    if not named and said and not said.isdigit():
        named = [place for place, name in enumerate(names) if name.startswith(said)]
    return named if len(named) == 1 else []


def called_with_more(options: Sequence[dict[str, Any]], found: Interpreted) -> int | None:
    """The one option that a sentence names and tells more of: 肯定是巡楼嘛，顺便报一下那个柜子."""
    words, best = found.words, found.interpretation.best
    labels = [option_called(option["command"] or "") for option in options]
    named = [place for place, label in enumerate(labels) if len(label) > 1 and label in words]
    if len(named) != 1 or len(words) < len(labels[named[0]]) + SHORTEST_WISH or NONE_OF_THEM.search(words):
        return None
    said = any(f"{verb}{labels[named[0]]}" in words for verb in _IS)
    same = best.command is None or best.command.value == options[named[0]]["command"]
    return named[0] if said or same or best.probability < PLAINLY else None
