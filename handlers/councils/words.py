"""What councils are called, and what is pushed of them: number and next step in the first line."""

from datetime import datetime

from governance.councils.kinds import CouncilKind
from governance.councils.watching import ResolutionState
from handlers.context import Here
from handlers.councils.meeting_outcomes import Counted
from handlers.councils.outcomes import CouncilRef
from handlers.texts.work import moment

KIND = {
    CouncilKind.ASSEMBLY: "协商议事会", CouncilKind.JOINT: "地区党建联席会",
    CouncilKind.DEVELOPMENT: "社区建设协调发展委员会",
}  # fmt: skip
LONGEST = 40
PROGRESS = "progress"
TOPIC_NUMBER = "议题{n}"
AGENDA_TAP, COME_TAP, AWAY_TAP = "列入议程 议题{n}", "参加 会议{m}", "请假 会议{m}"
VOTE_TAPS = ("表决{v} 同意", "表决{v} 反对", "表决{v} 弃权")
APPROVE_TAP, DONE_TAP = "同意纪要 会议{m}", "决议{r} 全部办好了"
HOW = {False: "记名", True: "不记名，谁投了什么没有人能查到"}
ENOUGH = "议题{n} 有 {count} 人支持 → 列入议程 议题{n}\n{title}"
ON_AGENDA = "议题{n}（{title}）已列入{council}议程，{at}开会商议。有结果再告诉您。"
DROPPED = "议题{n}（{title}）没有列入议程：{why}\n您可以补充后再提，回复“提议题 …”。"
INVITED = "会议{m} 请您参加 → 参加 会议{m} 或 请假 会议{m}\n{council}，{at}，{room}。到会后回复“议事会签到”加会场的四位签到码。"
CANCELLED = "会议{m}（原定{at}）取消：{why}\n不用再来，改期另行通知。"
VOTE_NOW = "表决{v} 请表决 → 表决{v} 同意 / 反对 / 弃权\n{text}\n{how}，每人一票，投了不能改。"
VOTED_SO_FAR = "到会 {there} 人，投了 {voted} 人"
VOID = "表决没有通过，不再办理"
OWNER_FREED = "决议{r}（{text}）不用办了：表决没有通过"
VOTE_RESULT = "表决{v} {result}：同意 {yes}，反对 {no}，弃权 {abstain}，到会 {there}\n{text}"
PASSED = {True: "通过", False: "没有通过"}
APPROVE = "会议{m} 纪要第 {version} 版待审定 → 同意纪要 会议{m}\n{text}"
MINUTES_OUT = {
    False: "会议{m} 纪要，供您查看\n{text}",
    True: "会议{m} 纪要更正（第 {version} 版），原来各版照样保留\n{text}",
}
YOURS = "决议{r} 由您负责，{at}前办好 → 决议{r} 进展\n{text}"
RESOLVED = "议题{n} 有了决议（决议{r}）：{text}。{at}前办好，办好了再告诉您。"
ENDED = {
    ResolutionState.DONE: "决议{r}（{text}）已办好：{news}",
    ResolutionState.EXPLAINED: "决议{r}（{text}）暂时办不了，向大家说明：{news}",
}
STATE = {ResolutionState.DONE: "已办好", ResolutionState.EXPLAINED: "已公开说明"}
DUE, OVERDUE = "{at}前", "已超期，应在{at}前"
SEAT_FREE = "{council}少了一位成员：{name}已离任，现有 {count} 人 → 要补人，请在后台“议事会”里“增补成员”"
OWNER_LEFT = "决议{r} 转给您负责，{at}前办好 → 决议{r} 进展\n{text}\n原责任人{name}已离任。"
SOON = "决议{r} {at}到期 → 决议{r} 进展\n{text}"
LATE = "决议{r} 已超期（应在{at}前办好）→ 决议{r} 进展，或由书记公开说明\n{text}"
MINUTES_SOON = "会议{m} 纪要 {at}前要审定发出 → 请在后台“议事会”写纪要，再请到会成员审定"
MINUTES_LATE = "会议{m} 纪要已超时（应在{at}前发出）→ 请马上在后台“议事会”写纪要并审定"
EVENT_AGENDA = "列入议事会议程：议题{n}，会议{m}"
EVENT_RESOLVED = "议事会形成决议{r}：{text}"


def council(found: CouncilRef) -> str:
    """梧桐社区协商议事会."""
    return f"{found.place}{KIND[found.kind]}"


def short(text: str) -> str:
    """A title in a line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def when(at: datetime, here: Here) -> str:
    """今天 19:00, 12月4日 19:00."""
    return moment(at, here.config.zone, here.now)


def day(at: datetime, here: Here) -> str:
    """12月20日 18:00: a due instant."""
    return moment(at, here.config.zone, here.now)


def public_state(state: ResolutionState, late: bool, at: str) -> str:
    """已办好; 12月20日 18:00前."""
    return STATE.get(state) or (OVERDUE if late else DUE).format(at=at)


def counted(found: Counted) -> str:
    """What a vote came to."""
    return VOTE_RESULT.format(
        v=found.vote, result=PASSED[found.passed], yes=found.yes, no=found.no, abstain=found.abstain, there=found.there,
        text=short(found.text),
    )  # fmt: skip
