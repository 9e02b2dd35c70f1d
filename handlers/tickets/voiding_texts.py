"""What is said of a report that was a mistake."""

from handlers.context import Here
from handlers.outcomes import says
from handlers.texts import work as words
from handlers.tickets.denial_texts import head
from handlers.tickets.voiding_outcomes import OthersJoined, Voided

VOIDED = "已作废 {head}：{note}。{told}作废错了请回复：重开 {n} 原因"
TOLD, NOBODY_TOLD = "已告诉上报人原因。", "没有上报人要通知。"
VOIDED_FOR_YOU = "您上报的 {number}（{summary}）已作废，原因：{note}。有不同意见请直接回复：重开 {n} 您的理由"
VOIDED_TO_WORKER = "{head}已由{who}作废：{note}。您不用再办。"
OTHERS_JOINED = "{head}里还并着 {others}，不能一起作废。请先拆开：拆分 {n}"


@says
def voided(found: Voided, _here: Here) -> str:
    """What it was, and how it is opened again."""
    told = TOLD if found.told else NOBODY_TOLD
    return VOIDED.format(head=head(found.ticket), note=found.note, told=told, n=words.short(found.ticket.number))


@says
def others_joined(found: OthersJoined, _here: Here) -> str:
    """Which, and how they are taken out."""
    others = "、".join(found.others)
    return OTHERS_JOINED.format(head=head(found.ticket), others=others, n=words.short(found.others[0]))
