"""Words about activities to the letter: places of a unit, how many came, one's own, how it was, and what kind one is."""

import re
from dataclasses import dataclass
from enum import StrEnum

from understanding.numerals import number_of

_CONTEST = r"(?:双?创赛|双创|创新创业大赛|创业大赛|大赛|比赛|竞赛)"
_CONTEST_RESULTS = rf"(?:[看查](?:一下)?)?{_CONTEST}的?\s*(?:结果|名次|成绩|获奖名单)(?:出来了?(?:吗|没有?)?)?"
PATTERN = (
    rf"{_CONTEST_RESULTS}\s*(?:\d{{1,7}}号?)?[?？]?|我的活动|"
    r"(?:预[订定]|退[订定]|实到)(?:活动|名额)?\s*\d{1,7}(?:[\s,，:：号].*)?|(?:评价活动|活动评价)\s*\d{1,7}号?.*"
)
"""What the grammar of commands takes for one of these."""
_RESULTS = re.compile(rf"{_CONTEST_RESULTS}\s*(?:(?P<number>\d{{1,7}})号?)?[?？]?")
_PEOPLE = r"(?P<people>\d{1,6}|[一二两三四五六七八九十百]{1,6})\s*个?(?:人|位|名额|名|个)?"
_OF_UNIT = re.compile(
    rf"(?P<verb>预[订定]|退[订定]|实到)(?:活动|名额)?\s*(?P<number>\d{{1,7}})号?(?:[\s,，:：]+{_PEOPLE}(?![^\s,，:：]))?[\s,，:：]*(?P<unit>.*)"
)
_RATING = re.compile(r"(?:评价活动|活动评价)\s*(?P<number>\d{1,7})号?[\s,，:：]*(?P<score>.*)")
_POOR, _FAIR = re.compile(r"不太?好|很?差|不行|不满意|没意思"), re.compile(r"一般|还行|还可以|凑合")
_GOOD = re.compile(r"好|满意|棒|赞")
_KINDS = (
    ("contest", re.compile(r"创新创业大赛|创业大赛|大赛|比赛")), ("coaching", re.compile(r"业务辅导|辅导")),
    ("salon", re.compile(r"沙龙")), ("lecture", re.compile(r"讲座|课堂|宣讲")), ("visit", re.compile(r"参观|研学")),
    ("talk", re.compile(r"座谈|恳谈")),
)  # fmt: skip
_SPOT = re.compile(r"(?:地点|在)\s*[:：]?\s*(?P<spot>[^\s,，。;；]{2,40})")


class What(StrEnum):
    """What is meant."""

    MINE = "mine"
    BOOK = "book"
    GIVE_BACK = "give_back"
    ARRIVED = "arrived"
    RATE = "rate"
    RESULTS = "results"


@dataclass(frozen=True)
class ActivitySaid:
    """`number`: of the activity; `unit`: its name; `score`: good, fair or poor."""

    what: What
    number: int | None = None
    people: int | None = None
    unit: str = ""
    score: str | None = None


def activity_said(text: str) -> ActivitySaid | None:
    """What a tidy text says of an activity; None where it is none of these words."""
    if text == "我的活动":
        return ActivitySaid(What.MINE)
    results = _RESULTS.fullmatch(text)
    if results is not None:
        return ActivitySaid(What.RESULTS, int(results["number"]) if results["number"] else None)
    rated = _RATING.fullmatch(text)
    if rated is not None:
        return ActivitySaid(What.RATE, int(rated["number"]), score=score_said(rated["score"]))
    found = _OF_UNIT.fullmatch(text)
    if found is None:
        return None
    what = {"预": What.BOOK, "退": What.GIVE_BACK, "实": What.ARRIVED}[found["verb"][0]]
    people = None if found["people"] is None else number_of(found["people"])
    return ActivitySaid(what, int(found["number"]), people, found["unit"].strip())


def score_said(words: str) -> str | None:
    """What somebody thought: good, fair or poor."""
    for score, pattern in (("poor", _POOR), ("fair", _FAIR), ("good", _GOOD)):
        if pattern.search(words):
            return score
    return None


def kind_said(text: str) -> str | None:
    """What kind of activity a text tells of."""
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), None)


def spot_said(text: str) -> str:
    """Where it is, in the writer's words: 地点 将军馆."""
    found = _SPOT.search(text)
    return "" if found is None else found["spot"]
