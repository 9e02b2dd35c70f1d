"""How a text sounds, coarsely: homophones and the mix-ups of the south (n/l, zh/z, -ng/-n) become equal."""

import os
from functools import cache, lru_cache
from typing import Any

_MERGED_STARTS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("l", "n"), ("r", "n"))


@cache
def _pinyin() -> tuple[Any, Any]:
    """Loaded on first use, and without the dictionary of phrases: half a second and 60 MB that single characters don't need."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin

    return pinyin, Style.NORMAL


@lru_cache(maxsize=20_000)
def sound_of(char: str) -> str:
    """The coarse syllable of one character; the character itself when it has none."""
    pinyin, style = _pinyin()
    syllable = pinyin(char, style=style, errors="default")[0][0]
    if not syllable.isascii() or not syllable.isalpha():
        return char
    for start, merged in _MERGED_STARTS:
        if syllable.startswith(start):
            syllable = merged + syllable[len(start) :]
            break
    return str(syllable.removesuffix("g") if syllable.endswith("ng") else syllable)


def sounds_of(text: str) -> str:
    """The syllables of a text, each behind an apostrophe, so that one text's sounds can be found in another's."""
    return "".join(f"'{sound_of(char)}" for char in text) + "'"
