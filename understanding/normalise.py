"""One spelling for what people type in many: full-width and traditional forms, invisible characters, spoken fillers."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

import opencc

_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u061c\u2028-\u202e\u2060\u2066-\u2069\ufeff]"
)
_SPACE = re.compile(r"\s+")
_EDGES = " \t\r\n,，.。!！?？;；:：、~～…—-_\"'“”‘’()（）[]【】《》<>·@#*&^$%+=|/\\"
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u200d\ufe0f\u20e3]+|"
    r"\[(?:微笑|撇嘴|发怒|流泪|大哭|抱拳|玫瑰|强|合十|捂脸|破涕为笑|难过|惊恐|呲牙|害羞|愉快|心碎|炸弹|OK|ok)\]"
)
_FILLER = re.compile(
    r"(?:(?<=^)|(?<=[,，。!！?？;；、\s]))(?:嗯|呃|额|啊|哎呀?|唉|诶|欸|哦|噢|喂+|哈喽|那个|就是说|就是那个|怎么说呢|我跟你讲|我跟你说|我说一下|"
    r"对了|还有|另外|再就是|顺便说一?下?|顺便|你好|您好|同志你?好|师傅你?好|小陈你好|请问一下|麻烦问一下|跟您反映一下|反映一下|反映个事|我反映|我要反映|我想反映|说个事)+[,，、\s]*(?=.)"
)

_LONGEST = 2_048
"""So many characters of a text are read: the platform's own texts have as many bytes at most."""


@cache
def _simplified() -> Any:
    return opencc.OpenCC("t2s")


@lru_cache(maxsize=256)
def normalise(text: str) -> str:
    """Full-width to half-width (NFKC), traditional to simplified, invisible characters out, white space to one blank.

    Of a text that is longer than any message, its beginning and its end: that is what is understood, all of it is kept.
    """
    read = _ends(text)
    return tidy(_ends(read if read.isascii() else _simplified().convert(unicodedata.normalize("NFKC", read))))


def _ends(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} {text[1 - _LONGEST // 2 :]}"


def tidy(text: str) -> str:
    """The writer's own characters and punctuation, without invisible ones and with white space as single blanks."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()


def plain(normalised: str) -> str:
    """A normalised text without emoji and spoken fillers: what is read for its meaning, never what is kept."""
    return tidy(_FILLER.sub("", tidy(_EMOJI.sub(" ", normalised))))


def bare(normalised: str) -> str:
    """A normalised text without punctuation at its ends, in lower case: the form in which commands are compared."""
    return normalised.strip(_EDGES).lower()
