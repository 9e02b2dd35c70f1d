"""How a text sounds, coarsely: homophones and the mix-ups of the south (n/l, zh/z, -ng/-n) become equal."""

from functools import lru_cache

from pypinyin import Style, pinyin

_MERGED_STARTS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("l", "n"), ("r", "n"))


@lru_cache(maxsize=20_000)
def sound_of(char: str) -> str:
    """The coarse syllable of one character; the character itself when it has none."""
    syllable = pinyin(char, style=Style.NORMAL, errors="default")[0][0]
    if not syllable.isascii() or not syllable.isalpha():
        return char
    for start, merged in _MERGED_STARTS:
        if syllable.startswith(start):
            syllable = merged + syllable[len(start) :]
            break
    return syllable.removesuffix("g") if syllable.endswith("ng") else syllable


def sounds_of(text: str) -> str:
    """The syllables of a text, each behind an apostrophe, so that one text's sounds can be found in another's."""
    return "".join(f"'{sound_of(char)}" for char in text) + "'"
