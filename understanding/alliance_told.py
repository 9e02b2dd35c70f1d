"""What is told of a lecture (党课) or of a milestone that is done, from words as people write them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from understanding.days import DAY, days_in
from understanding.numerals import number_of
from understanding.people import SURNAMES

_NEXT = r"(?=\s*(?:[,，。;；\n]|$)|\s+(?:\d{1,5}多?[个名位]?(?:人|党员)|主讲|讲课|由|人数|参加|到场|结对))"
_TOPIC = re.compile(
    rf"《(?P<book>[^》]{{1,100}})》|(?:主题|题目|课题|内容)(?:是|为|[:：])?\s*(?P<said>[^,，。;；\n]{{1,100}}?){_NEXT}|"
    rf"(?<!主)讲的?(?:是|了)\s*(?P<of>[^,，。;；\n]{{2,100}}?){_NEXT}"
)
_TEACHER = re.compile(
    rf"(?:主讲人?|讲课人?|授课人?|老师)(?:是|为|[:：])?\s*(?P<said>[{SURNAMES}][\u3400-\u9fff·]{{1,5}})|"
    rf"(?:由|请)\s*(?P<by>[{SURNAMES}][\u3400-\u9fff·]{{1,4}}?)(?:同志|老师|教授)?(?:来|给我们?)?(?:主讲|授课|讲课?|上课?)"
)
_NUMERAL = r"\d{1,5}|[一二两三四五六七八九十百]{1,6}"
_PEOPLE = re.compile(
    rf"(?:人数|到场|参加)(?:是|为|[:：])?\s*(?P<count>{_NUMERAL})(?:多)?(?:人|名|位|个)?|"
    rf"(?:参加的?|到场的?|一?共|来了|有)*\s*(?P<of>{_NUMERAL})(?:多)?(?:个|名|位)?(?:人|党员|同志)(?:参加|到场|听课|听)?了?"
)
_PAIRING = re.compile(r"(?:和|与|跟)?结对\s*#?(?P<number>\d{1,6})号?")
_COMMAND = re.compile(
    r"^(?:登记|记一下|记|今天|昨天|刚刚?|我们|上午|下午|请|我要|我想)*(?:上完?了?|开展了?)?(?:一[次堂节])?党课(?:已经?)?(?:上完了?|结束了?|开完了?|讲完了?|完了)?"
)
_EDGE = " ,，。;；:：、!！\n的了"
_SHORTEST_TOPIC = 3
_MILESTONE = re.compile(r"(?:节点|编号)\s*[#第]?\s*(?P<number>\d{1,6})")
_DONE = re.compile(
    r"(?:完成|做完|办完)?了?节点\s*(?:编号)?\s*[#第]?\s*(?:\d{1,6})?\s*号?[\s,，:：]*(?:已经?|都|我们)*(?:完成|做完|办完|做好|办好|达成)?了?[\s,，:：。]*|[\s,，]*编号\s*\d{1,6}\s*$"
)


@dataclass(frozen=True)
class LectureTold:
    """What was said of a lecture; `pairing`: the number of the pairing it belongs to."""

    topic: str
    people: int | None
    teacher: str
    day: date | None
    pairing: int | None


def lecture_in(text: str, today: date) -> LectureTold:
    """The lecture that a tidy text tells of."""
    topic, teacher, people = _TOPIC.search(text), _TEACHER.search(text), _PEOPLE.search(_without(text, _TOPIC))
    pairing = _PAIRING.search(text)
    days = days_in(text, today)
    named = "" if topic is None else next(part for part in topic.groups() if part is not None)
    return LectureTold(
        named.strip(_EDGE) or _left_over(text),
        None if people is None else number_of(people["count"] or people["of"]),
        "" if teacher is None else (teacher["said"] or teacher["by"]),
        days[0] if days else None,
        None if pairing is None else int(pairing["number"]),
    )


def _without(text: str, *patterns: re.Pattern[str]) -> str:
    for pattern in patterns:
        text = pattern.sub("，", text)
    return text


def _left_over(text: str) -> str:
    """党课 学习全会精神 30人: what is no day, no name and no number is the topic."""
    rest = _COMMAND.sub("", _without(text, _PAIRING, _TEACHER, _PEOPLE, DAY), count=1)
    clauses = [clause.strip(_EDGE) for clause in re.split(r"[,，。;；\s]+", rest)]
    return max((each for each in clauses if len(each) >= _SHORTEST_TOPIC), key=len, default="")


def proof_in(text: str) -> tuple[int | None, str]:
    """The number of the milestone, and what was done for it."""
    number = _MILESTONE.search(text)
    return None if number is None else int(number["number"]), _DONE.sub("", text).strip(" ,，:：")


def named_in(text: str, names: Sequence[str]) -> list[int]:
    """The places of those of these names that the text says."""
    return [place for place, name in enumerate(names) if name and name in text]
