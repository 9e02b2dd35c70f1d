"""Chinese numerals before the words that count buildings, units, floors and rooms: 十二幢 → 12幢, 一百零三室 → 103室."""

import re

_DIGIT = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "○": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "俩": 2,
}  # fmt: skip
_UNIT = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_CHARS = "".join([*_DIGIT, *_UNIT, "廿", "卅"])
_COUNTED = re.compile(rf"(?<![{_CHARS}])([{_CHARS}]+)(?=\s?(?:号|幢|栋|座|单元|室|楼|层|弄|门洞|#|院))")


def number_of(numeral: str) -> int:
    """The value of a Chinese or Arabic numeral, spoken (一百零三) or digit by digit (二〇三); raises ValueError."""
    if numeral.isascii():
        return int(numeral)
    numeral = numeral.replace("廿", "二十").replace("卅", "三十")
    if all(char in _DIGIT for char in numeral):
        return int("".join(str(_DIGIT[char]) for char in numeral))
    total, digit = 0, None
    for char in numeral:
        if char in _DIGIT:
            digit = _DIGIT[char]
        elif char in _UNIT:
            total += (1 if digit is None else digit) * _UNIT[char]
            digit = None
        else:
            raise ValueError(numeral)
    if digit and numeral[-2:-1] in ("百", "佰"):
        digit *= 10  # 一百二 is 120
    return total + (digit or 0)


def with_arabic(text: str, counted: re.Pattern[str] = _COUNTED) -> str:
    """The text with counted Chinese numerals in Arabic digits; all else as it was. `counted`: finds them, and no more than them."""
    return counted.sub(lambda found: str(number_of(found[0])), text)
