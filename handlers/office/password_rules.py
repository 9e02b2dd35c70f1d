"""Which passwords are taken: long enough, more than the words that are tried first at a place like this, and hard to guess."""

import re
from collections.abc import Iterable

from handlers.office import texts

LEAST = 12
LEAST_BESIDES = 8
"""So many characters must be left when the words, and long numbers, are taken away."""
LEAST_GUESSES = 10**8
"""So many tries a guesser needs at least who knows lists of passwords, names, words, keys side by side and dates."""
LOOKED_AT = 60
"""Characters that are weighed so; what is longer is not easier."""
_LONG_NUMBER = re.compile(r"[0-9]{6,}")
"""A phone's, or a day's."""
WORDS = (
    "linli", "邻里", "jiedao", "街道", "shequ", "社区", "wangge", "网格", "admin", "guanliyuan", "管理员", "houtai", "后台",
    "password", "passwd", "mima", "密码", "wechat", "weixin", "微信", "12345", "qwerty", "abc", "iloveyou", "woaini",
    "woshi", "nihao", "laopo", "laogong", "baobao", "zhongguo",
)  # fmt: skip


def flaw(password: str, own: Iterable[str]) -> str | None:
    """Why it is not taken, in Chinese; None where nothing speaks against it. `own`: what is known of whose it is."""
    if len(password) < LEAST:
        return texts.PASSWORD_SHORT.format(least=LEAST)
    known = [each for each in own if each]
    left = _LONG_NUMBER.sub("", password.casefold())
    for word in sorted((*WORDS, *(each.casefold() for each in known)), key=len, reverse=True):
        left = left.replace(word, "")
    if len(left) < LEAST_BESIDES or len(set(left)) < LEAST_BESIDES // 2:
        return texts.PASSWORD_KNOWN.format(least=LEAST_BESIDES)
    return texts.PASSWORD_COMMON if _guesses(password, known) < LEAST_GUESSES else None


def _guesses(password: str, known: list[str]) -> float:
    from zxcvbn import zxcvbn  # its lists take a quarter of a second to load

    return float(zxcvbn(password[:LOOKED_AT], user_inputs=[*WORDS, *known])["guesses"])
