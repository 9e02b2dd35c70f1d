"""An amount of yuan in what people write: 800元, 约1200块, 1.5万, 三百块."""

import re

from understanding.numerals import number_of

_AMOUNT = re.compile(
    r"(?P<digits>[0-9][0-9,]*(?:\.[0-9]{1,2})?)\s*(?P<large>万|千)?\s*(?:元|块钱?|圆|rmb)"
    r"|(?P<bare>[0-9][0-9,]*(?:\.[0-9]{1,2})?)\s*(?P<much>万|千)(?![0-9a-z])"
    r"|(?P<numeral>[零一二三四五六七八九十百千两]+)\s*(?P<big>万)?\s*(?:元|块钱?)"
    r"|(?:估计?|约|预算|实际|共|花了?|费用|合计)[^0-9]{0,4}(?P<said>[0-9][0-9,]*(?:\.[0-9]{1,2})?)(?![0-9.,]|\s*[万千元块])",
    re.IGNORECASE,
)
_LARGE = {"万": 10_000, "千": 1_000}
MOST_FEN = 10_000_000_000


def fen_in(text: str) -> int | None:
    """The first amount of a normalised text in fen; None when there is none, or it is beyond all reason."""
    for found in _AMOUNT.finditer(text):
        digits = found["digits"] or found["bare"] or found["said"]
        large = _LARGE.get(found["large"] or found["much"] or found["big"] or "", 1)
        yuan = float(digits.replace(",", "")) if digits else float(number_of(found["numeral"]))
        fen = round(yuan * large * 100)
        return fen if fen <= MOST_FEN else None
    return None
