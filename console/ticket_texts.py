"""The words of a ticket's page."""

import re

from console import texts
from governance.tickets.states import TicketState
from handlers.texts.follow import SCORE

NEXT, MORE, NOTHING = "下一步", "更多操作", "这件工单现在没有您能做的操作。"
WHO_COULD, ALL_OF_THEM, NARROW = "谁能接", "全部 {count} 人", "姓名、岗位或网格"
IN_HAND, ON_DUTY, UNREACHED = "在办 {count}", "值班", "联系不上"
BEFORE, AFTER, EARLIER, OFTEN_SAID = "上报时", "处理时", "更早的 {count} 条", "常用语"
ALIKE, JOIN = "像是同一件", "并入它"
ANSWER = "答复内容"
TO_WHOM, FROM_WHOM = "给", "，原派给"
MERGED, CALLER = "并入的", "12345 来电人"
WHICH = "叫“{whom}”的有 {count} 位，还没有派。请点是哪一位："
WAITS = {
    TicketState.REPORTED: "等派单。",
    TicketState.ACCEPTED: "等派单。",
    TicketState.RETURNED: "退回来了，等重新派单。",
    TicketState.DISPATCHED: "等{who}接单。",
    TicketState.TRANSFERRED: "等{who}接单。",
    TicketState.IN_PROGRESS: "{who}正在办。",
    TicketState.SUSPENDED: "{who}已延期办理。",
    TicketState.HANDLED: "等核查。",
    TicketState.VERIFIED: "等上报人评价。",
    TicketState.REOPENED: "{who}重新办理中。",
    TicketState.ESCALATED: "已提交议事。",
}
"""For what a ticket waits that its reader has nothing to do with now."""
SOMEBODY = "责任人"
SAID_OFTEN = (
    "您好，{number} 已收到，正在安排人处理，有进展马上告诉您。",
    "{who}已在处理，{place}一带请您先留意安全。",
    "师傅今天会到现场，请保持电话畅通。",
    "请再发一张现场照片，说一下具体位置，方便我们准备工具。",
    "已处理好了，请您看看还有没有问题。",
)
"""What is often said to reporters; the facts of the ticket stand in it."""


SCORE_SAID = {score.value: said for score, said in SCORE.items()}
"""Ratings stand in the time line by their code."""


def note_said(note: str) -> str:
    """A line of the time line as people read it: the promise or rating that the machine names by its code is called by its name."""
    names = {kind.value: said for kind, said in texts.PROMISE.items()}
    score, _, said = note.partition(" ")
    if score in SCORE_SAID:
        return f"{SCORE_SAID[score]} {said}".strip()
    found = re.fullmatch(r"([a-z_+]+) (\d+%)", note)
    kinds = found[1].split("+") if found else []
    return f"{'、'.join(names[kind] for kind in kinds)} {found[2]}" if found and names.keys() >= set(kinds) else note
