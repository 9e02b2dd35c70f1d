"""Which of several people called alike an answer means: by number, name, code, or what they do and where."""

import re
from collections.abc import Sequence

from understanding.numerals import with_arabic
from understanding.replies import choice_and_more, choice_in

WHO = "{who}"
"""Stands where the code of whoever is chosen goes."""
Person = tuple[str, str, str]
"""Code, name, and what tells them apart: 网格长（第1网格）."""
_NUMERAL = re.compile(r"[一二三四五六七八九十百]+(?=网格|社区|幢|栋|号|单元|片)")
_PARTS = re.compile(r"[（）()、·\s]+")
_AREA = re.compile(r"[0-9]+(?:网格|号院|幢|栋)|[\u4e00-\u9fff]{2,6}?(?:社区|街道|里|苑|园)")
_SHORTEST = 2


def person_in(words: str, people: Sequence[Person], shown: int | None = None) -> int | None:
    """The place of the one who is meant; None where that is nobody, or not one alone. `shown`: so many were numbered."""
    found = people_in(words, people, shown)
    return found[0] if len(found) == 1 else None


def people_in(words: str, people: Sequence[Person], shown: int | None = None) -> list[int]:
    """The places of those whom the words fit best; all or none where they tell nobody apart."""
    numbered = min(len(people), shown or len(people))
    chosen = choice_in(words, numbered)
    if chosen is not None:
        return [chosen]
    with_more = choice_and_more(words, numbered)
    if with_more is not None:
        return [with_more[0]]
    said = with_arabic(words, _NUMERAL)
    fits = [_fit(said, person) for person in people]
    best = max(fits, default=0)
    return [place for place, fit in enumerate(fits) if fit == best > 0]


def _fit(said: str, person: Person) -> int:
    """How much of what is known of somebody is said; a code or a name of one's own says most."""
    code, name, what = person
    fit = 8 if code.lower() in said.lower() else 0
    fit += 1 if name in said else 0
    for part in filter(None, _PARTS.split(what)):
        fit += 2 if len(part) >= _SHORTEST and part in said else 0
        fit += sum(area in _AREA.findall(said) for area in _AREA.findall(part) if part not in said)
    return fit
