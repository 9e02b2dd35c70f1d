"""Several problems in one message: found where they are numbered or stand in sentences of their own."""

import re
from collections.abc import Sequence

from understanding.categories import CATEGORIES, Category, categorise
from understanding.hazard import hazard_in
from understanding.numerals import number_of

_NUMBERED = re.compile(
    r"(?:^|[\s,，。;；:：])(?:第?[一二三四五六七八九]\s*[、是,，.:：]|[1-9]\s*[、.:：)）](?!\d)|[①②③④⑤⑥⑦⑧⑨])\s*"
)
_SENTENCE = re.compile(
    r"[。!！?？;；\n]+|[,，]\s*(?:另外|还有|再有|同时|此外|以及)|[,，\s]+(?:对了|顺便)(?:再|说一?下|报一?下|问一?下)?"
)
_BESIDES = re.compile(r"[,，]\s*(?:另外|还有(?!人|没)|再有|同时|此外|以及)|[,，\s]+(?:对了|顺便)")
"""Where a writer says that another matter comes, less tells what it is."""
_ANNOUNCED = re.compile(
    r"^.{0,10}?(?P<count>[两二三四几234])(?:件|个|样|桩|处|条)(?:事情?|问题|毛病|情况|地方)(?:要[说讲报反映]*|想[说讲报反映]*|哈|啊|哦|呢)*[,，:：。、\s]+"
)
_APART = re.compile(
    r"[。!！?？;；\n]+|[,，、\s]*(?:还有(?!人|没)(?:就是|一个|一件|一样)?|另外(?:一个|一件)?|再有|再就是|再一个|此外|以及|第[二三四]|[二三四]是|"
    r"(?:另)?一[个件]是)[,，、:：是]*"
)
_COMMA = re.compile(r"[,，、]")
_FIRST = re.compile(r"^(?:一是|一个是|一件是|第一[个件]?是?|先说|首先|就是|一|1)[,，、:：\s]*")
_LEAST = 4
MOST = 6


def parts_in(normalised: str) -> tuple[str, ...]:
    """The parts of a text that is known to hold several matters, each in the writer's words; one where nothing parts them."""
    announced = _ANNOUNCED.search(normalised)
    rest = normalised[:2000][announced.end() if announced is not None else 0 :]
    parts = _whole(_APART.split(rest))
    count = 0 if announced is None or announced["count"] == "几" else number_of(announced["count"])
    clauses = _whole(_APART.split(_COMMA.sub("。", rest)))
    return (clauses if len(parts) < count == len(clauses) else parts)[:MOST]


def _whole(parts: Sequence[str]) -> tuple[str, ...]:
    """The parts that say something, without what only counts them."""
    bare = (_FIRST.sub("", part.strip(" ,，。;；、")).strip(" ,，、") for part in parts)
    return tuple(part for part in bare if len(part) >= _LEAST)


def parts_named(normalised: str) -> tuple[str, ...]:
    """What each part is called by who takes a matter apart: 一个电梯灯，一个单元门."""
    return tuple(found["part"].strip() for found in _NAMED_PART.finditer(normalised))[:MOST]


_NAMED_PART = re.compile(
    r"(?:一[个件单条]|另一[个件]|第[一二三][个件单]?)(?:是|算|归|报|给|放|办|就是|单独)*(?P<part>(?!回事)[^,，。;；、\s一]{2,20})"
)


def problems_in(normalised: str, categories: tuple[Category, ...] = CATEGORIES) -> tuple[str, ...]:
    """The problems of a text, each in the writer's words; one (or none) when it speaks of a single thing.

    Numbered points count as they stand; sentences only where each is of another category.
    """
    text = normalised[:2000]
    points = (
        [part.strip(" ,，。;；、") for part in _NUMBERED.split(text)[1:]] if len(_NUMBERED.findall(text)) >= 2 else []
    )
    if points:
        return tuple(point for point in points if len(point) >= _LEAST)[:MOST]
    announced = _ANNOUNCED.search(text)
    told = parts_in(text[announced.end() :]) if announced is not None else ()
    if len(told) > 1:
        return told
    sentences = [part.strip(" ,，、") for part in _SENTENCE.split(text)]
    found: list[str] = []
    seen: set[str] = set()
    besides = _BESIDES.search(text) is not None
    for sentence in sentences if len(sentences) > 1 else ():
        guess = categorise(sentence, categories)
        if len(sentence) < _LEAST or guess.category is None or guess.category.code in seen:
            continue
        if besides or guess.score >= _LEAST or hazard_in(sentence) is not None:
            seen.add(guess.category.code)
            found.append(sentence)
    return tuple(found[:MOST])
