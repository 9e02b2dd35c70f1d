"""What is asked by those who run a council: meetings, agenda, members, votes, resolutions, minutes."""

from dataclasses import dataclass
from datetime import datetime

from governance.councils.votes import Share
from handlers.catalogue import Effect, command, slot
from handlers.councils.commands import MEETING, RUN, TOPIC, number
from understanding.intents import Intent
from understanding.whom import Whom


@command(
    "取消会议", Intent.COUNCIL, effect=Effect.BINDING, roles=RUN
)  # fmt: skip
@dataclass(frozen=True)
class CancelMeeting:
    """Call a meeting off; who is invited hears why."""

    meeting: int = slot(MEETING)
    note: str = slot("原因", default="")


@command(
    "召开议事会", Intent.COUNCIL, effect=Effect.BINDING, roles=RUN, back=CancelMeeting,
    examples=("召开议事会 12月4日19点 社区会议室",),
)  # fmt: skip
@dataclass(frozen=True)
class CallMeeting:
    """Call a meeting: all members are invited. `council`: as governance.councils.kinds.council_key, empty for one's own."""

    council: str = slot("哪个议事会", default="")
    when: datetime | None = slot("什么时候开", default=None)
    room: str = slot("在哪里开", default="")


@command(
    "列入议程", Intent.COUNCIL, effect=Effect.BINDING, roles=RUN, examples=("列入议程 议题5",)
)  # fmt: skip
@dataclass(frozen=True)
class PutOnAgenda:
    """Put a topic, or a ticket that was taken to the council, on a meeting's agenda."""

    topic: int | None = number(TOPIC)
    ticket: str = slot("工单", default="")
    meeting: int | None = number(MEETING)


@command("不采纳议题", Intent.COUNCIL, effect=Effect.BINDING, roles=RUN)
@dataclass(frozen=True)
class DropTopic:
    """Say that a topic does not come before the council, and why: who proposed it is told."""

    topic: int = slot(TOPIC)
    why: str = slot("为什么", default="")


@command("移出成员", Intent.COUNCIL, effect=Effect.REVERSIBLE, roles=RUN)
@dataclass(frozen=True)
class DismissMember:
    """Somebody whom the council had named sits in it no more."""

    council: str = slot("哪个议事会")
    whom: Whom | None = slot("谁", default=None)


@command("增补成员", Intent.COUNCIL, effect=Effect.REVERSIBLE, roles=RUN, back=DismissMember)
@dataclass(frozen=True)
class NameMember:
    """Somebody sits in a council besides those who hold the post there."""

    council: str = slot("哪个议事会")
    whom: Whom | None = slot("谁", default=None)


@command("代记到会", Intent.COUNCIL, effect=Effect.BINDING, roles=RUN)
@dataclass(frozen=True)
class MarkPresent:
    """A member who has no phone at hand has come, says who runs the meeting."""

    meeting: int = slot(MEETING)
    whom: Whom | None = slot("谁", default=None)


@command("发起表决", Intent.COUNCIL, effect=Effect.BINDING, roles=RUN, examples=("发起表决 议题5 车棚改充电棚",))
@dataclass(frozen=True)
class OpenVote:
    """Let the members who are there vote. `secret`: nobody can look up who voted what."""

    meeting: int | None = number(MEETING)
    topic: int | None = number(TOPIC)
    text: str = slot("表决什么", default="")
    secret: bool = slot("不记名", default=False)
    share: Share | None = slot("多少同意才通过", default=None)


@command("结束表决", Intent.COUNCIL, effect=Effect.BINDING, roles=RUN, examples=("结束表决 3",))
@dataclass(frozen=True)
class CloseVote:
    """Count the ballots; all who were there hear what came of it."""

    vote: int | None = number("表决号")


@command(
    "形成决议", Intent.COUNCIL, effect=Effect.BINDING, roles=RUN,
    examples=("形成决议 议题5 车棚改成充电棚 由陈试用负责 12月20日前",),
)  # fmt: skip
@dataclass(frozen=True)
class WriteResolution:
    """Write what was resolved, whose it is and until when; the clock watches it."""

    meeting: int | None = number(MEETING)
    topic: int | None = number(TOPIC)
    text: str = slot("决议内容", default="")
    owner: Whom | None = slot("责任人", default=None)
    due: datetime | None = slot("什么时候前", default=None)


@command("公开说明", Intent.COUNCIL, effect=Effect.BINDING, roles=RUN)
@dataclass(frozen=True)
class ExplainResolution:
    """Tell the public why a resolution can't be done: it is watched no more."""

    resolution: int = slot("决议号")
    text: str = slot("向居民说明什么", default="")


@command("散会", Intent.COUNCIL, effect=Effect.BINDING, roles=RUN, examples=("会议3 结束", "散会"))
@dataclass(frozen=True)
class CloseMeeting:
    """Say that a meeting is over: open votes are counted, and the time for the minutes runs."""

    meeting: int | None = number(MEETING)


@command("写纪要", Intent.COUNCIL, effect=Effect.BINDING, roles=RUN)
@dataclass(frozen=True)
class WriteMinutes:
    """Write minutes from what is kept of the meeting, with what is added; another version where there is one."""

    meeting: int = slot(MEETING)
    text: str = slot("补充", default="")
