"""What is not said yet of an activity that is to be held, and how it is asked for."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from handlers.context import Here
from handlers.duty.texts.words import day
from handlers.outcomes import Tone, outcome, says


class Lacks(StrEnum):
    """What is not said yet of an activity that is to be held."""

    TITLE = "title"
    START = "start"
    END = "end"
    PEOPLE = "people"


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class ActivityLacks:
    """One thing of it is missing, what was said is kept."""

    lacks: Lacks
    title: str
    starts_at: datetime | None


NOTED, STARTS = "记下了：{known}。", "{day} {time}开始"
ASKS_FOR = {
    Lacks.TITLE: "活动叫什么？请回复名称，例如：教小孩剪窗花",
    Lacks.START: "哪天几点到几点？请回复，例如：12月6日下午两点到四点",
    Lacks.END: "几点结束？就两个小时的话请回复：两个小时",
    Lacks.PEOPLE: "最多多少人参加？请回复，例如：20人",
}


@says
def activity_lacks(of: ActivityLacks, here: Here) -> str:
    """What is missing, behind what is known."""
    known = [of.title] if of.title else []
    if of.starts_at is not None:
        at = of.starts_at.astimezone(here.config.zone)
        known.append(STARTS.format(day=day(at.date()), time=f"{at:%H:%M}"))
    return NOTED.format(known="，".join(known)) + ASKS_FOR[of.lacks] if known else ASKS_FOR[of.lacks]
