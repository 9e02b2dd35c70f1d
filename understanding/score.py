"""How satisfied somebody says they are, and what they say besides."""

import re
from dataclasses import dataclass

_SCORES = (
    ("dissatisfied", r"不太满意|很不满意|非常不满意|不满意|差评|[一二12]星"),
    ("fairly", r"基本满意|比较满意|一般般?|[三3]星"),
    ("satisfied", r"非常满意|很满意|满意|好评|[四五45]星"),
)
"""Names as in governance.tickets.satisfaction; the longer words first, 不满意 holds 满意."""
_PATTERNS = [(score, re.compile(rf"(?:{words})")) for score, words in _SCORES]
_NUMBER = re.compile(r"^(?:[a-z]{1,6}\d{8}-\d{4,}|\d{8}-\d{4,}|\d{1,6}(?!\d))?[\s,，。:：;；]*", re.IGNORECASE)
UNREACHED = re.compile(r"联系不上|没联系上|打不通|无人接听|没人接|没接|空号|关机|拒接|不在家|没找到人")


@dataclass(frozen=True)
class Scored:
    """`score`: satisfied, fairly or dissatisfied. `said`: the rest."""

    score: str
    said: str


def score_in(text: str) -> Scored | None:
    """The score that a normalised text gives, None when it gives none."""
    for score, pattern in _PATTERNS:
        found = pattern.search(text)
        if found is not None:
            said = _NUMBER.sub("", text[found.end() :].strip(" ,，。:：;；"), count=1)
            return Scored(score, said.strip())
    return None
