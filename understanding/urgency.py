"""How soon a report must be answered."""

import re

from understanding.categories import Category
from understanding.hazard import Hazard

_WORKS_NOT = re.compile(
    r"停水|没水|断水|停电|没电|断电|堵|返水|反水|溢|坏|不动|停运|爆|漏|不能用|用不了|打不开|不转|不热|失灵|跳闸|积水|进不去|出不来|来修|修一?下|维修"
)
_ASKS = re.compile(
    r"请问|咨询|想问|问一下|怎么(?:办理?|申请|报名|交|缴|领|开|补)|如何(?:办|申请|领|缴|处理)|几点|多少钱|什么时候(?:能|可以|开|办)?|"
    r"在哪(?:里|儿|办)?|去哪|哪儿办|哪里(?:可以|能|办)|能不能|可不可以|是否|有没有|可以.{0,12}吗|吗[?]?$|是什么|为什么"
)


def asks(normalised: str) -> bool:
    """Whether the text reads like a question rather than a problem."""
    return _ASKS.search(normalised) is not None


def urgency_of(normalised: str, category: Category | None, hazard: Hazard | None) -> str:
    """hazard, urgent, normal or enquiry. Source: the table of design, section 5; a danger, once seen, is never lowered."""
    if hazard is not None:
        return "hazard"
    if category is not None and category.urgency == "urgent" and _WORKS_NOT.search(normalised):
        return "urgent"
    if asks(normalised) and not _WORKS_NOT.search(normalised):
        return "enquiry"
    return "enquiry" if category is not None and category.urgency == "enquiry" else "normal"
