"""What residents and members ask of a council."""

from dataclasses import dataclass
from typing import Any

from governance.councils.votes import Choice
from governance.permissions import PERMISSIONS, Act
from governance.roles import Role
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent

RUN = PERMISSIONS[Act.RUN_COUNCIL]
TOPIC, MEETING = "议题号", "会议号"


def number(label: str) -> Any:
    """A running number that may be left out where only one can be meant."""
    return slot(label, default=None)


@command("提议题", Intent.COUNCIL, effect=Effect.BINDING, examples=("我想提个议题，把自行车棚改成充电棚", "提议题"))
@dataclass(frozen=True)
class ProposeTopic:
    """Propose what the council of one's courtyard or community shall speak of."""

    text: str = slot("议什么", default="")


@command("支持议题", Intent.COUNCIL, effect=Effect.BINDING, examples=("支持 议题5", "那个车棚的议题我也支持"))
@dataclass(frozen=True)
class SupportTopic:
    """Support a neighbour's topic: by its number, or by what it is about."""

    topic: int | None = number(TOPIC)
    words: str = slot("说的是哪个", default="")


@command("看议题", Intent.COUNCIL, effect=Effect.NONE, examples=("看议题", "议题5 怎么样了"))
@dataclass(frozen=True)
class ShowTopics:
    """Show one topic, or those of one's council with their support."""

    topic: int | None = number(TOPIC)


@command("看议事会", Intent.COUNCIL, effect=Effect.NONE, examples=("议事会什么时候开", "看议事会"))
@dataclass(frozen=True)
class ShowMeetings:
    """Show the next meetings of one's councils, with place and agenda."""


@command(
    "答复会议通知", Intent.COUNCIL, effect=Effect.REVERSIBLE, examples=("参加 会议3", "周五的会我来不了，请个假")
)  # fmt: skip
@dataclass(frozen=True)
class AnswerInvitation:
    """Say whether one comes to a meeting; the last word counts."""

    comes: bool = slot("参加吗")
    meeting: int | None = number(MEETING)
    reason: str = slot("原因", default="")


@command("议事会签到", Intent.COUNCIL, effect=Effect.BINDING, examples=("议事会签到 1234", "我到会了"))
@dataclass(frozen=True)
class AttendMeeting:
    """Say that one has come, with the code that is shown in the room."""

    code: str = slot("会场签到码", default="")


@command("扫码到会", Intent.COUNCIL, effect=Effect.BINDING)
@dataclass(frozen=True)
class ScanMeeting:
    """Come in by the code on the wall: members are there from then on, others are counted as guests. `mark`: proves the code."""

    meeting: int = slot(MEETING)
    mark: str = slot("码上的记号")


@command("表决", Intent.COUNCIL, effect=Effect.BINDING, examples=("表决3 同意", "2号决议我同意"))
@dataclass(frozen=True)
class CastVote:
    """Vote, once; what was voted secretly nobody can look up."""

    vote: int | None = number("表决号")
    choice: Choice | None = slot("同意、反对还是弃权", default=None)


@command("会议记录", Intent.COUNCIL, effect=Effect.BINDING, examples=("记一下：老陆说棚子太挤",))
@dataclass(frozen=True)
class NoteDiscussion:
    """Write down what was said in a meeting. `text`: the whole of what was said, which is a report where no meeting is."""

    text: str = slot("说了什么")
    topic: int | None = number(TOPIC)
    meeting: int | None = number(MEETING)


@command(
    "审定纪要", Intent.COUNCIL, effect=Effect.BINDING, roles=RUN | {Role.COUNCIL_MEMBER},
    examples=("纪要没问题，可以发", "同意纪要 会议3"),
)  # fmt: skip
@dataclass(frozen=True)
class ApproveMinutes:
    """Approve the newest version of a meeting's minutes; then they go out. Nobody approves what they wrote."""

    meeting: int | None = number(MEETING)


@command("决议进展", Intent.COUNCIL, effect=Effect.BINDING, examples=("决议2 长椅装好8张了", "决议2 全部装好了"))
@dataclass(frozen=True)
class ReportResolution:
    """Tell how far a resolution is. `done`: all of it is done."""

    resolution: int | None = number("决议号")
    text: str = slot("进展", default="")
    done: bool = slot("全部办完了", default=False)


@command("看决议", Intent.COUNCIL, effect=Effect.NONE, examples=("看决议", "决议2 怎么样了"))
@dataclass(frozen=True)
class ShowResolutions:
    """Show one resolution, or those of one's councils and what became of them."""

    resolution: int | None = number("决议号")
