"""What is said to who reports very much within an hour."""

from handlers.context import Here
from handlers.outcomes import says
from handlers.reporting.flood_outcomes import KeptForPerson

KEPT_SUMMARY = "上报较多，请联系核实：{summary}"
KEPT_FOR_PERSON = (
    "“{summary}”已记在 {number}，转给工作人员核实：您一小时内已登记 {limit} 件，这条先不单独登记，内容不会丢。\n"
    "有人受伤、着火、漏气、东西要掉下来等危险，照常直接说，马上登记。"
)


@says
def kept_for_person(found: KeptForPerson, _here: Here) -> str:
    """With which number, why, and what passes always."""
    return KEPT_FOR_PERSON.format(summary=found.summary, number=found.number, limit=found.limit)
