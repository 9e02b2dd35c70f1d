"""What is said of leave that the office notes for somebody."""

from handlers.context import Here
from handlers.outcomes import says
from handlers.people.outcomes import AbsenceNotRecorded, AbsenceOfEnded, AbsenceRecorded, WhyNoAbsence
from handlers.people.texts import day_span

RECORDED = "已登记：{of} {days} 请假，由{stand_in}代岗，两人都会收到通知。登错了可以点“撤销这次改动”。"
RECORDED_NOTICE = "街道替您登记了请假：{days}，由{stand_in}代岗。有误请回复“销假”。"
ENDED = "已销假：{of}。代岗结束，两人都会收到通知。"
ENDED_NOTICE = "街道替您销了假。今后的上报重新发给您。"
NOT_RECORDED = "没有登记{of}的请假：{why}"
NOT_AWAY = "现在没有请假"
_WHY = {
    None: "请写明从哪天到哪天，最后一天不能早于第一天",
    WhyNoAbsence.PAST: "日子已经过了",
    WhyNoAbsence.TOO_LONG: "一次最多 {most} 天",
    WhyNoAbsence.OVERLAPS: "{days} 已经请过假（{name}代岗），请先销假",
    WhyNoAbsence.STAND_IN_SELF: "代岗的人不能是本人",
    WhyNoAbsence.STAND_IN_NO_STAFF: "{name}没有工作岗位，不能代岗",
    WhyNoAbsence.STAND_IN_AWAY: "{name}那几天也请假了",
}


@says
def absence_recorded(found: AbsenceRecorded, _here: Here) -> str:
    """已登记."""
    return RECORDED.format(of=found.of, days=day_span(*found.days), stand_in=found.stand_in)


@says
def absence_of_ended(found: AbsenceOfEnded, _here: Here) -> str:
    """已销假."""
    return ENDED.format(of=found.of)


@says
def absence_not_recorded(found: AbsenceNotRecorded, _here: Here) -> str:
    """Why not."""
    days = "" if found.days is None else day_span(*found.days)
    why = (
        found.name
        if found.why is None and found.name
        else _WHY[found.why].format(most=found.most, days=days, name=found.name)
    )
    return NOT_RECORDED.format(of=found.of, why=why)
