"""Words about activities as commands; they come in under the name of 活动 and of 发起活动."""

from typing import Any

from governance.activities.kinds import ActivityKind, Score
from handlers.activities.commands import (
    BookPlaces,
    GiveBackPlaces,
    OpenActivity,
    RateActivity,
    RecordArrivals,
    ShowContestResults,
    ShowMyActivities,
)
from understanding.activity_said import What, activity_said, kind_said, spot_said
from understanding.times import Span


def activity_command(text: str) -> Any | None:
    """预订 12 20人, 退订 12, 实到 12 18人, 我的活动, 评价活动 12 好, 比赛结果 12; None: none of these."""
    said = activity_said(text)
    if said is None:
        return None
    if said.what is What.RESULTS:
        return ShowContestResults(said.number)
    if said.what is What.RATE:
        return RateActivity(said.number, None if said.score is None else Score(said.score))
    if said.what is What.BOOK:
        return BookPlaces(said.number, said.people, said.unit)
    if said.what is What.ARRIVED:
        return RecordArrivals(said.number, said.people, said.unit)
    return GiveBackPlaces(said.number, said.unit) if said.what is What.GIVE_BACK else ShowMyActivities()


def opened(text: str, span: Span | None, people: int | None, place: int | None) -> OpenActivity | None:
    """发起活动 讲座 红色故事 地点 将军馆 12月6日 9点到11点 20人; None where no kind is named."""
    kind = kind_said(text)
    if kind is None:
        return None
    parts = text.split()
    at = next((place for place, part in enumerate(parts) if kind_said(part) is not None), 0)
    title = next((part for place, part in enumerate(parts) if place != at), "")
    whole = next(iter(parts), "")
    named = whole if kind_said(whole) is not None and len(whole) > LONGEST_KIND else title
    ends = None if span is None else span.end
    return OpenActivity(
        ActivityKind(kind), named, spot_said(text), None if span is None else span.start, ends, people, place
    )


LONGEST_KIND = 6
"""创新创业大赛: a first word that is longer is the title itself (消防知识讲座)."""
