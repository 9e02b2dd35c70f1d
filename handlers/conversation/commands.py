"""What is sent without being about one matter: pictures, voices, places, codes, greetings, the call for help."""

from dataclasses import dataclass
from typing import Any

from handlers.catalogue import Effect, command, slot
from handlers.reporting.commands import CorrectReport, NamePlace, RelayToWorker, ReportProblem
from handlers.tickets.commands import AddRemark
from understanding.command_names import CommandName
from understanding.intents import Intent


@command("帮助", Intent.HELP, effect=Effect.NONE, examples=("帮助", "帮助 工单"))
@dataclass(frozen=True)
class ShowHelp:
    """What the sender may do here, or all of it about one topic."""

    topic: str | None = slot("哪方面", default=None)


@command("打招呼", Intent.GREETING, effect=Effect.NONE, examples=("你好",))
@dataclass(frozen=True)
class Greet:
    """Say hello, or goodbye (`leaves`). `who`: it is asked with whom one speaks."""

    who: bool = slot("问您是谁", default=False)
    leaves: bool = slot("告别", default=False)


@command("要上报", Intent.NOISE, effect=Effect.NONE, examples=("报修",))
@dataclass(frozen=True)
class StartReport:
    """Want to report something, without saying what."""


@command("气话", Intent.NOISE, effect=Effect.NONE)
@dataclass(frozen=True)
class VentAnger:
    """Insult somebody, and report nothing."""


@command("算了", Intent.NOISE, effect=Effect.BINDING, examples=("算了",))
@dataclass(frozen=True)
class CancelDialogue:
    """Leave the question that was asked; what was said stays."""


@command("发照片", Intent.REPORT, effect=Effect.REVERSIBLE)
@dataclass(frozen=True)
class ReceivePicture:
    """A picture, or a video: the proof that was asked for, a nominee's, or part of a report."""

    media: str = slot("文件编号")
    video: bool = slot("是视频", default=False)


@command("发位置", Intent.REPORT, effect=Effect.REVERSIBLE)
@dataclass(frozen=True)
class ReceiveLocation:
    """A position on the map with the map's name for it: a proof, a check-in, where a report is."""

    lat: float = slot("纬度")
    lon: float = slot("经度")
    label: str | None = slot("地图上的名称", default=None)


@command("发链接", Intent.NOISE, effect=Effect.NONE)
@dataclass(frozen=True)
class SendLink:
    """A page that is not opened."""


@command("发别的东西", Intent.NOISE, effect=Effect.NONE)
@dataclass(frozen=True)
class SendUnknown:
    """A kind of message that nothing is known of."""


@command("扫码", Intent.CHECK_IN, effect=Effect.BINDING)
@dataclass(frozen=True)
class ScanCode:
    """Scan a code: a place's, or the one that the back office's page shows."""

    scene: str = slot("码")


@command("取消关注", Intent.GREETING, effect=Effect.BINDING)
@dataclass(frozen=True)
class Unsubscribe:
    """Follow no more: nothing may be pushed."""


@command("关注", Intent.GREETING, effect=Effect.REVERSIBLE, back=Unsubscribe)
@dataclass(frozen=True)
class Subscribe:
    """Follow the account, perhaps by a building's code."""

    scene: str | None = slot("码", default=None)


@command("闲聊", Intent.NOISE, effect=Effect.NONE, examples=("今天真冷啊",))
@dataclass(frozen=True)
class HearTalk:
    """Small talk, weather, what is meant for somebody else: nothing is filed."""


@dataclass(frozen=True)
class Option:
    """One thing that a text may have meant. `command` None: none of the offered; `ticket`: number and what it is about."""

    command: CommandName | None
    ticket: str | None = None
    about: str = ""
    shift: int | None = None
    shift_title: str = ""
    variant: str = ""


@command("请选择", Intent.NOISE, effect=Effect.NONE)
@dataclass(frozen=True)
class OfferChoice:
    """A text that may mean several things: the sender says which."""

    text: str = slot("原话")
    options: tuple[Option, ...] = slot("可能的意思")


@command("问是哪一位", Intent.NOISE, effect=Effect.NONE)
@dataclass(frozen=True)
class AskWhichPerson:
    """Several called alike are still meant by what was said of them: which? `people`: code, name, and what tells them apart."""

    waiting: CommandName = slot("要办的事")
    before: str = slot("原话")
    number: str | None = slot("工单", default=None)
    people: tuple[tuple[str, str, str], ...] = slot("可能的人", default=())


@command("发语音", Intent.REPORT, effect=Effect.REVERSIBLE)
@dataclass(frozen=True)
class ReceiveVoice:
    """A voice that is no command. `told`: what its transcript tells, where it tells anything, or may mean."""

    media: str = slot("文件编号")
    transcript: str | None = slot("识别出的文字", default=None)
    told: ReportProblem | NamePlace | OfferChoice | CorrectReport | RelayToWorker | AddRemark | None = slot(
        "说的事", default=None
    )


@command("一句话办几件事", Intent.NOISE, effect=Effect.BINDING)
@dataclass(frozen=True)
class DoSeveral:
    """Several commands in one message, one after the other."""

    commands: tuple[Any, ...] = slot("要办的事")
