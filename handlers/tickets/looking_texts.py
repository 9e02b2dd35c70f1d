"""What is said of pictures that could not be taken, or that somebody should look at twice."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from governance.tickets.lifecycle import Move
from governance.tickets.picture_doubts import Doubt, Shown
from handlers.texts.work import VERB
from handlers.tickets.finding import head_of
from storage.work_tickets import WorkTicket

KIND = {"image": "照片", "voice": "语音", "video": "视频"}
TOO_SMALL, TOO_LARGE = "too small", "too large"
"""How the reason begins with which a file was refused."""
SMALL = "您刚才发的{what}太小，看不清，没有收下。请重新拍一张发来。"
LARGE = "您刚才发的{what}太大，没有收下。请发一张小一点的，不用选“原图”。"
BROKEN = "您刚才发的{what}打不开，没有收下。请重新拍一张发来。"
GONE = "您刚才发的{what}没能从微信取到，请再发一次。"
SAME_AGAIN = "您发的照片和工单 {number} 以前的照片是同一张，已请核查人留意。请拍一张现在的现场照片发来。"
TO_VERIFIER = "{head}：{said}。请核查时留意，必要时到现场看一看。"
DOUBT = {
    Doubt.NONE_THERE: "作为“{step}”凭证发来的不是能打开的照片",
    Doubt.SAME: "“{step}”的照片和工单 {same} 以前的照片是同一张",
    Doubt.OLD: "“{step}”的照片拍摄于 {taken}，早于上报",
    Doubt.FAR: "“{step}”的照片拍摄位置离工单地点约 {metres} 米",
}


def refused(kind: str, state: str, why: str | None) -> str:
    """What was sent and why it was not taken."""
    words = GONE if state == "lost" else BROKEN
    if state != "lost" and why is not None:
        words = SMALL if why.startswith(TOO_SMALL) else LARGE if why.startswith(TOO_LARGE) else BROKEN
    return words.format(what=KIND.get(kind, kind))


def doubts(found: Sequence[Doubt], shown: Shown, step: Move, zone: ZoneInfo) -> str:
    """All of them in one line."""
    taken = "" if shown.taken_at is None else f"{shown.taken_at.astimezone(zone):%Y-%m-%d %H:%M}"
    metres = "" if shown.metres is None else round(shown.metres)
    values = {"step": VERB.get(step, step.value), "same": shown.same_as, "taken": taken, "metres": metres}
    return "；".join(DOUBT[each].format(**values) for each in found)


def to_verifier(ticket: WorkTicket, said: str) -> str:
    """Of which ticket, and what."""
    return TO_VERIFIER.format(head=head_of(ticket), said=said)
