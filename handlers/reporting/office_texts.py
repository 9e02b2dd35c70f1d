"""What is said of what staff put right in a report."""

from governance.texts import URGENCY as URGENCY_SAID
from handlers.context import Here
from handlers.outcomes import says
from handlers.reporting.office_outcomes import FactsChanged, FactsKept, Unchanged

CHANGED = "{number} 已改：{changes}。责任人会收到提醒。"
KEPT = {
    Unchanged.NOTHING: "{number} 没有改：填的和现在一样，或都空着。",
    Unchanged.WHY: "{number} 没有改：请写为什么改，会留在经过里。",
    Unchanged.PLACE: "{number} 没有改：名册里找不到“{said}”，请写院落和楼栋，例如 梧桐里1号院5幢。",
    Unchanged.CATEGORY: "{number} 没有改：没有“{said}”这个类别，请从列出的里面选。",
    Unchanged.REQUEST: "{number} 没有改：企业诉求和普通上报互改，请用“改为企业诉求”或“改回普通上报”。",
    Unchanged.DANGER: "{number} 没有改：是隐患的请用“不是隐患”，变成隐患的请在“备注”里写明危险。",
    Unchanged.ENDED: "{number} 已经结束，没有改。",
}
PLACE, CATEGORY, URGENCY, BECAUSE = "地点改为{now}", "类别改为{now}", "紧急程度改为{now}", "{changes}（{why}）"


def line(place: str | None, category: str | None, urgency: str | None) -> str:
    """What is different now: 地点改为…；类别改为…"""
    said = (
        PLACE.format(now=place) if place else "",
        CATEGORY.format(now=category) if category else "",
        URGENCY.format(now=URGENCY_SAID[urgency]) if urgency else "",
    )
    return "；".join(filter(None, said))


@says
def changed(found: FactsChanged, _here: Here) -> str:
    """Done."""
    return CHANGED.format(number=found.number, changes=found.changes)


@says
def kept(found: FactsKept, _here: Here) -> str:
    """Not done, and what would do."""
    return KEPT[found.why].format(number=found.number, said=found.said)
