"""Several problems in one message: found where they are numbered or stand in sentences of their own."""

import re

from understanding.categories import CATEGORIES, Category, categorise
from understanding.hazard import hazard_in

_NUMBERED = re.compile(
    r"(?:^|[\s,，。;；:：])(?:第?[一二三四五六七八九]\s*[、是,，.:：]|[1-9]\s*[、.:：)）](?!\d)|[①②③④⑤⑥⑦⑧⑨])\s*"
)
_SENTENCE = re.compile(r"[。!！?？;；\n]+|[,，]\s*(?:另外|还有|再有|同时|此外|以及)")
_LEAST = 4
MOST = 6


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
    sentences = [part.strip(" ,，、") for part in _SENTENCE.split(text)]
    found: list[str] = []
    seen: set[str] = set()
    for sentence in sentences if len(sentences) > 1 else ():
        guess = categorise(sentence, categories)
        if len(sentence) < _LEAST or guess.category is None or guess.category.code in seen:
            continue
        if guess.score >= _LEAST or hazard_in(sentence) is not None:
            seen.add(guess.category.code)
            found.append(sentence)
    return tuple(found[:MOST])
