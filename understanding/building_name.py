"""One spelling for the many ways to write a building, a unit, a courtyard: 5幢, 05幢, 五栋, 5号楼 and 5# are one."""

import re
import unicodedata
from functools import lru_cache

from understanding.numerals import with_arabic

_NUMBER = r"(?:[0-9]{1,3}|[a-z])"
BUILDING = re.compile(
    rf"(?<![0-9a-z])(?:第)?(?P<number>{_NUMBER})\s?(?:号楼|幢楼?|栋楼?|座|#楼?|号?栋)|"
    r"(?<![0-9\-])(?P<dashed>[0-9]{1,3})-(?P<unit>[0-9]{1,2})-[0-9]{3,4}(?![0-9\-])"
)
"""A building's number in spelled text; `dashed`: 5-2-301, building, unit and room."""

UNIT = re.compile(r"(?<![0-9a-z])(?P<number>[0-9]{1,2}|[a-z])\s?(?:单元|门洞|号门洞)")
_BLANK = re.compile(r"(?<![0-9]) | (?![0-9])")
_LEADING_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")


@lru_cache(maxsize=256)
def spelled(text: str) -> str:
    """A text with half-width characters, small letters, Arabic numbers before counters, and no blanks but between two numbers."""
    unspaced = _BLANK.sub("", unicodedata.normalize("NFKC", text).lower())
    return with_arabic(unicodedata.normalize("NFKC", unspaced))  # what a blank kept apart may combine now


def canonical(name: str) -> str:
    """The spelling of a place's name that all its spellings share."""
    text = spelled(name)
    building = BUILDING.fullmatch(text)
    if building and building["number"]:
        return f"{bare_number(building['number'])}幢"
    unit = UNIT.fullmatch(text)
    if unit:
        return f"{bare_number(unit['number'])}单元"
    return _LEADING_ZEROS.sub("", text)


def bare_number(number: str) -> str:
    """A number without leading zeros; a letter as it is."""
    return number.lstrip("0") or "0" if number.isdigit() else number


def building_numbers(text: str) -> list[str]:
    """The numbers of all buildings that a spelled text names, in order."""
    return [bare_number(found["number"] or found["dashed"]) for found in BUILDING.finditer(text)]


def unit_number(text: str) -> str | None:
    """The first unit that a spelled text names."""
    found = UNIT.search(text)
    if found:
        return bare_number(found["number"])
    dashed = next((found for found in BUILDING.finditer(text) if found["unit"]), None)
    return None if dashed is None else bare_number(dashed["unit"])
