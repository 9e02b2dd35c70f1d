"""What members and leads tell of shifts in sentences of their own: which one, which days and hours, what they do for a living."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from understanding.days import DAY
from understanding.duty import skills_in, unit_in
from understanding.times import CLOCK, GREETING, PARTS, Calendar, days_said

_NAMED = re.compile(
    r"班次\s*(?P<one>[0-9]{1,7})|(?<![0-9])(?P<two>[0-9]{1,7})\s*号?(?:班次|班|岗)(?!次)|第\s*(?P<three>[0-9]{1,7})(?![0-9年月点:天周次幢栋楼层期批]|网格|单元)"
)
_DATE = re.compile(r"(?<![0-9])[0-9]{1,2}[./月][0-9]{1,2}(?![0-9])")
_KIND = 2
_EVENING = 17
"""From this hour on a shift is one of the evening."""
_PART = 3
_CAMPAIGN = re.compile(r"活动\s*(?P<before>[0-9]{1,7})(?![0-9月点])|(?<![0-9])(?P<after>[0-9]{1,7})号?(?:那个)?活动")
_CODE = re.compile(r"(?<![0-9])[0-9]{6}(?![0-9])")
_UNIT = re.compile(
    r"(?:我是|我在|来自|人在)(?P<unit>[\u4e00-\u9fff]{2,20}?(?:院|校|局|所|公司|银行|中学|小学|大学|厂|中心|集团|医院|部|站|处|委))(?:的|上班|工作|做|当)"
)
_JOBS = {
    "护士": "护理", "医生": "医疗", "大夫": "医疗", "律师": "法律", "教师": "教学", "老师": "教学", "司机": "驾驶", "厨师": "烹饪",
    "咨询师": "心理", "会计": "财务", "消防员": "消防", "程序员": "电脑",
}  # fmt: skip
_PIECES = re.compile(r"[\s,，;；。!！]+")
_QUARREL = re.compile(r"调解|吵|纠纷|矛盾|和好|劝|闹|打架|握手")
_ANNOUNCES = re.compile(
    r"(?:我|刚刚?|今天|上午|下午|昨天|帮忙|这边|来)*(?:登记|记录?|写|做|补)?(?:一下|了|个|一?条|一笔)*(?:调解|维修|修理)(?:了|完|好)*(?:记录)?"
    r"(?:一?[起件桩个])?(?:纠纷|矛盾|事情|事)?(?:记录?一?下?|登记一?下?)?|(?:帮我|麻烦)?(?:记|登记|写)(?:一?下|上|个)?(?:记录)?"
)
_STOPPED = re.compile(r"停|取消|不开|撤|不用来|不上|不办|别来")

_STATION = re.compile(r"驿站|工作室|能量屋|站点|服务站|岗亭|值班室|志愿站|站里|岗上")
_THERE = re.compile(r"(?<![收接找看买轮])到(?!期|时候|底|明|后)|来了|在(?:这|岗|站)|报到|站着")


def at_station(text: str) -> bool:
    """Whether a sentence speaks of a station by what stations are called."""
    return _STATION.search(text) is not None


def says_there(text: str) -> bool:
    """Whether a sentence says that somebody is there now."""
    return _THERE.search(text) is not None


def shift_named(text: str) -> int | None:
    """The number of a shift that a sentence names (班次12, 12号班); a day's number is none."""
    found = _NAMED.search(text)
    return None if found is None else int(found["one"] or found["two"] or found["three"])


def code_said(text: str) -> str | None:
    """The six digits that a station shows."""
    found = _CODE.search(text)
    return None if found is None else found.group()


def campaign_named(text: str) -> int | None:
    """The number of a campaign that a sentence names."""
    found = _CAMPAIGN.search(text)
    return None if found is None else int(found["before"] or found["after"])


def tells_when(text: str, now: datetime, calendar: Calendar) -> bool:
    """Whether a sentence names a day, a part of one or an hour."""
    return bool(_DATE.search(text)) or bool(when_said(text)) or days_said(text, now.date(), calendar) is not None


def when_said(text: str) -> str:
    """The words of a sentence that say when."""
    text = GREETING.sub("", text)
    found = {match.start(): match.group() for pattern in (CLOCK, DAY) for match in pattern.finditer(text)}
    found |= {text.index(word): word for word, _, _ in PARTS if word in text}
    return "".join(found[place] for place in sorted(found))


def hours_said(text: str) -> tuple[int, int] | None:
    """The hours of the part of a day that a sentence names (晚上)."""
    text = GREETING.sub("", text)
    found = next(((start, end) for word, start, end in PARTS if word in text), None)
    return found if found is None or found[0] < _EVENING else (_EVENING, 24)


def stations_named(text: str, names: Iterable[str]) -> list[str]:
    """The stations that a sentence names: wholly, by three characters, or by what ends their name where it is one's alone."""
    known = list(names)
    whole = [name for name in known if name in text]
    parts = [name for name in known if any(name[at : at + _PART] in text for at in range(len(name) - _PART + 1))]
    ends = [name for name in known if len(name) >= _KIND and name[-_KIND:] in text]
    return whole or parts or (ends if len(ends) == 1 else [])


def unit_said(text: str) -> str | None:
    """The unit somebody works for, in whatever words."""
    found = _UNIT.search(text)
    return unit_in(text) or (None if found is None else found["unit"])


def skills_said(text: str) -> list[str]:
    """What somebody can do, their profession among it."""
    return list(dict.fromkeys([*skills_in(text), *(skill for job, skill in _JOBS.items() if job in text)]))


def record_told(text: str) -> str:
    """A record in sentences as one in a line: a quarrel is a mediation; what only announces it is no part of it."""
    parts = [part for part in _PIECES.split(text) if part and not _ANNOUNCES.fullmatch(part)]
    kind = "调解" if _QUARREL.search(text) else "维修"
    return f"{kind}记录 {'，'.join(parts)}".strip()


def reason_told(text: str) -> str:
    """Why a shift is called off: the clauses that do not say that it is."""
    return "，".join(part for part in _PIECES.split(text) if part and not _STOPPED.search(part))


def days_told(text: str, now: datetime, calendar: Calendar) -> tuple[date, date] | None:
    """The first and last day that a sentence names; None where only a part of a day or nothing is."""
    return days_said(text, now.date(), calendar)
