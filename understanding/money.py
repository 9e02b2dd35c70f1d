"""An amount of yuan in what people write: 800元, 约1200块, 1.5万, 三百块."""

import re

from understanding.numerals import number_of

_CHARS = "零一二三四五六七八九十百千两"
_DIGITS, _YUAN = r"[0-9][0-9,]*(?:\.[0-9]{1,2})?", r"(?:元|块钱?|圆|rmb)"
_AMOUNT = re.compile(
    rf"(?<![0-9.,])(?P<whole>[0-9]{{1,4}})\s*万\s*(?P<rest>[0-9]{{1,4}})(?:\s*(?P<of>[千百])(?:\s*{_YUAN})?|\s*{_YUAN})"
    rf"|(?P<digits>{_DIGITS})\s*(?P<large>万|千)?\s*{_YUAN}"
    rf"|(?P<bare>{_DIGITS})\s*(?P<much>万|千)(?![0-9a-z])"
    rf"|(?<![几万{_CHARS}])(?!(?<=数)[十百千])(?P<numeral>[{_CHARS}]+(?:万[{_CHARS}]*)?)\s*(?:元|块钱?)"
    rf"|(?:估计?|约|预算|实际|共|花了?|费用|合计)[^0-9]{{0,4}}(?P<said>{_DIGITS})(?![0-9.,]|\s*[万千元块])",
    re.IGNORECASE,
)
_LARGE = {"万": 10_000, "千": 1_000, "百": 100}
MOST_FEN = 10_000_000_000


_NUMERAL = re.compile(
    rf"(?<!几)(?!(?<=数)十)(?P<numeral>(?:[一二三四五六七八九两][十百千][{_CHARS}]*|十[一二三四五六七八九]?|[一二三四五六七八九两])万[{_CHARS}]*+|[一二三四五六七八九两][百千][{_CHARS}]*+)"
    r"(?!\s*(?:米|人|户|个|平|斤|度|天|次|瓦|多[米人户个]|公里|年|位))"
)
_PLAIN = re.compile(
    r"(?<![0-9.:-])(?P<digits>[0-9]{2,7}(?:\.[0-9]{1,2})?)(?![0-9.:-]|\s*(?:号|米|人|户|个|平|斤|度|天|次|瓦|w|公里|幢|栋|楼|室|年|月|日|点|单元))"
)
_UNDER = {"百": 10, "千": 100}


def fen_said(text: str) -> int | None:
    """The amount of a sentence that is about money: with yuan or without (八百, 一千二, 350)."""
    fen = fen_in(text)
    if fen is not None:
        return fen
    spoken, plain = _NUMERAL.search(text), _PLAIN.search(text)
    if spoken is not None:
        return _spoken(spoken["numeral"]) * 100
    return None if plain is None else round(float(plain["digits"]) * 100)


def _spoken(numeral: str) -> int:
    """一千二 is 1200, 一万二 12000."""
    large, _, small = numeral.rpartition("万")
    if large:
        rest = number_of(small) * 1_000 if len(small) == 1 else _spoken(small or "零")
        return number_of(large) * 10_000 + rest
    if len(numeral) >= 3 and numeral[-2] in _UNDER and numeral[-1] not in "十百千零":
        return number_of(numeral[:-1]) + number_of(numeral[-1]) * _UNDER[numeral[-2]]
    return number_of(numeral)


def fen_in(text: str) -> int | None:
    """The first amount of a normalised text in fen; None when there is none, or it is beyond all reason."""
    found = _AMOUNT.search(text)
    if found is None:
        return None
    fen = round(_yuan(found) * 100)
    return fen if fen <= MOST_FEN else None


def _yuan(found: re.Match[str]) -> float:
    """1万2千 and 1万2块 are 12000."""
    if found["numeral"]:
        return _spoken(found["numeral"])
    if found["whole"]:
        under = _LARGE[found["of"]] if found["of"] else 1_000 if len(found["rest"]) == 1 else 1
        return int(found["whole"]) * 10_000 + int(found["rest"]) * under
    digits = found["digits"] or found["bare"] or found["said"]
    return float(digits.replace(",", "")) * _LARGE.get(found["large"] or found["much"], 1)
