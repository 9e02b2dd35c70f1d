"""What is said of votes, notes, minutes and resolutions."""

from governance.councils.votes import Choice, Share
from governance.councils.watching import ResolutionState
from handlers.context import Here
from handlers.councils import words
from handlers.councils.meeting_outcomes import (
    BallotTaken,
    GuestNoted,
    MeetingClosed,
    MinutesApproved,
    MinutesWritten,
    Noted,
    ResolutionLine,
    ResolutionShown,
    ResolutionsShown,
    ResolutionTold,
    Resolved,
    VoteClosed,
    VoteOpened,
)
from handlers.outcomes import says

CHOICE = {Choice.YES: "同意", Choice.NO: "反对", Choice.ABSTAIN: "弃权"}
SHARE = {Share.HALF: "到会的过半数同意才通过", Share.TWO_THIRDS: "到会的三分之二同意才通过"}
OPENED = "表决{v} 已开始，{there} 位到会成员可以投 → 结束表决 {v}\n{text}\n{how}，{share}。"
TAKEN = "表决{v} 已记下您投了“{choice}”，一人一票，不能再改。\n{text}"
TAKEN_SECRETLY = "表决{v} 您的一票已投进票箱。不记名，谁投了什么没有人能查到。\n{text}"
NOTED = "会议{m} 已记下：{text}"
CLOSED = "会议{m} 已散会。纪要 {at}前要审定发出，请在后台“议事会”写纪要。"
WRITTEN = "会议{m} 纪要第 {version} 版已写好，已请到会成员审定，{at}前要发出。"
APPROVED = "会议{m} 纪要第 {version} 版已审定，已发给 {people} 人。"
RESOLVED = "决议{r} 由{owner}负责，{at}前办好，已通知本人。\n{text}\n要请单位来做，回复“决议{r} 转项目”。"
TOLD = {
    ResolutionState.OPEN: "决议{r} 进展已记下。全部办好了请回复“决议{r} 全部办好了”。\n{text}",
    ResolutionState.DONE: "决议{r} 已记为办好，提议人会收到通知。\n{text}",
    ResolutionState.EXPLAINED: "决议{r} 已公开说明，提议人会收到通知。\n{text}",
}
NO_RESOLUTIONS = "您所在的社区还没有议事会决议。"
LINE, NEWS = "决议{r} {text}（{state}）{news}", "\n　{news}"
KIND = {words.PROGRESS: "进展", ResolutionState.DONE.value: "办好", ResolutionState.EXPLAINED.value: "说明"}
WORD = "　{at} {kind}：{text}"

GUEST = (
    "会议{m} 欢迎旁听，已记下一位（只记人数，不记姓名），旁听 {guests} 人。旁听不投票；您是成员的话，请先绑定身份再扫一次。"
    "想议什么请回复“提议题”加内容。"
)
GUEST_BEFORE = "会议{m} 已经记过您旁听了，旁听 {guests} 人。您是成员的话，请先绑定身份再扫一次。"


@says
def opened(found: VoteOpened, _here: Here) -> str:
    """Who may vote, and how it ends."""
    return OPENED.format(
        v=found.vote, there=found.there, text=words.short(found.text), how=words.HOW[found.secret], share=SHARE[found.share]
    )  # fmt: skip


@says
def taken(found: BallotTaken, _here: Here) -> str:
    """What was voted openly; of a secret ballot only that it was taken."""
    text = words.short(found.text)
    if found.choice is None:
        return TAKEN_SECRETLY.format(v=found.vote, text=text)
    return TAKEN.format(v=found.vote, choice=CHOICE[found.choice], text=text)


@says
def vote_closed(found: VoteClosed, _here: Here) -> str:
    """What it came to."""
    return words.counted(found.counted)


@says
def noted(found: Noted, _here: Here) -> str:
    """What was noted."""
    return NOTED.format(m=found.meeting, text=words.short(found.text))


@says
def meeting_closed(found: MeetingClosed, here: Here) -> str:
    """Until when the minutes are due, and the votes that were counted by that."""
    head = CLOSED.format(m=found.meeting, at=words.when(found.minutes_due, here))
    return "\n".join([head, *(words.counted(each) for each in found.counted)])


@says
def minutes_written(found: MinutesWritten, here: Here) -> str:
    """Somebody else approves them."""
    return WRITTEN.format(m=found.meeting, version=found.version, at=words.when(found.due, here))


@says
def minutes_approved(found: MinutesApproved, _here: Here) -> str:
    """They are out."""
    return APPROVED.format(m=found.meeting, version=found.version, people=found.people)


@says
def resolved(found: Resolved, here: Here) -> str:
    """Whose, and until when."""
    return RESOLVED.format(
        r=found.resolution, owner=found.owner, at=words.day(found.due, here), text=words.short(found.text)
    )


@says
def resolution_told(found: ResolutionTold, _here: Here) -> str:
    """What was noted."""
    return TOLD[found.state].format(r=found.resolution, text=words.short(found.text))


@says
def resolutions_shown(found: ResolutionsShown, here: Here) -> str:
    """Late ones first."""
    return "\n".join(_line(each, here) for each in found.resolutions) if found.resolutions else NO_RESOLUTIONS


@says
def resolution_shown(found: ResolutionShown, here: Here) -> str:
    """With all that was said of it."""
    said = [
        WORD.format(at=words.when(at, here), kind=KIND.get(kind, kind), text=text) for at, kind, text in found.words
    ]
    return "\n".join([_line(found.line, here, news=False), words.council(found.council), *said])


def _line(line: ResolutionLine, here: Here, news: bool = True) -> str:
    state = words.public_state(line.state, line.late, words.day(line.due, here))
    more = NEWS.format(news=words.short(line.news)) if news and line.news else ""
    return LINE.format(r=line.resolution, text=words.short(line.text), state=state, news=more)


@says
def guest(found: GuestNoted, _here: Here) -> str:
    """Welcome, and what a guest may do."""
    return (GUEST_BEFORE if found.before else GUEST).format(m=found.meeting, guests=found.guests)
