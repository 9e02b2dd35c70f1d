"""Which of many known questions an enquiry asks: by the pairs of characters that both have, rare ones counting more."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from understanding.normalise import normalise, plain

LIKE_ENOUGH = 0.55
CLEARLY = 0.12
"""The best is taken when the next one is so much less like it."""
_ASKING = re.compile(
    r"请问|想问|问一?下|咨询|怎么|怎样|如何|哪里|哪儿|什么|多少|你们|能不能|可不可以|是不是|有没有|需要|可以|办理|办|吗|呢|啊|的|了|我|要|想|去|在|是|到|有|和"
)
_SAME = {
    "社保": "社会保险",
    "医保": "医疗保险",
    "低保": "最低生活保障",
    "养老金": "退休金",
    "电话号码": "电话",
    "联系电话": "电话",
    "热线": "电话",
    "几点钟": "时间",
    "几点": "时间",
    "什么时候": "时间",
    "啥时候": "时间",
    "何时": "时间",
    "开门": "上班",
    "办公": "上班",
    "营业": "上班",
    "老年卡": "老年证",
    "优待证": "老年证",
    "老人证": "老年证",
    "老年人证": "老年证",
    "娃娃": "儿童",
    "小孩": "儿童",
    "孩子": "儿童",
    "老人": "老年人",
    "材料": "资料",
    "手续": "资料",
}
"""Words that people use for the same thing."""


@dataclass(frozen=True)
class Hit:
    """A known question, by its place in the list, and how much the enquiry is like it, 0 to 1."""

    place: int
    score: float


def terms_of(text: str) -> frozenset[str]:
    """The pairs of characters that say what a question is about."""
    said = plain(normalise(text))
    for word, usual in _SAME.items():
        said = said.replace(word, usual)
    said = _ASKING.sub(" ", said)
    parts = re.findall(r"[\u4e00-\u9fff]+|[a-z0-9]+", said)
    pairs = {part[at : at + 2] for part in parts for at in range(len(part) - 1)}
    return frozenset(pairs | {part for part in parts if len(part) == 1})


def ranked(enquiry: str, known: Sequence[str]) -> list[Hit]:
    """The known questions that share anything with the enquiry, the most like it first."""
    asked, sets = terms_of(enquiry), [terms_of(question) for question in known]
    if not asked:
        return []
    seen = Counter(term for terms in sets for term in terms)

    def weight(terms: frozenset[str]) -> float:
        return sum(math.log(1 + (len(sets) + 1) / (1 + seen[term])) for term in terms)

    hits = []
    for place, terms in enumerate(sets):
        both = weight(asked & terms)
        if both > 0:
            hits.append(Hit(place, 2 * both / (weight(asked) + weight(terms))))
    return sorted(hits, key=lambda hit: (-hit.score, hit.place))


def answer_to(enquiry: str, known: Sequence[str]) -> Hit | None:
    """The known question that the enquiry asks; None where none is like it, or two are."""
    hits = ranked(enquiry, known)
    if not hits or hits[0].score < LIKE_ENOUGH:
        return None
    if len(hits) > 1 and hits[0].score - hits[1].score < CLEARLY:
        return None
    return hits[0]
