"""What a resident may report, ask and answer. Without `ticket` all recent reports of the sender are meant."""

from dataclasses import dataclass
from typing import Any

from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import Effect, command, slot
from handlers.said import Told
from understanding.intents import Intent
from understanding.reading import Reading


def _ticket() -> Any:
    return slot("工单", default=None)


@command("撤回", Intent.WITHDRAW, effect=Effect.BINDING, examples=("撤回", "撤回 7"))
@dataclass(frozen=True)
class WithdrawReport:
    """Take a report back while nobody works on it. `unsure`: it was only said by the way, so it is asked which one; `said`: in
    which words, for whoever works on it where it is too late.
    """

    ticket: str | None = _ticket()
    unsure: bool = slot("顺口一说", default=False)
    said: str = slot("说明", default="")


@command(
    "上报", Intent.REPORT, effect=Effect.REVERSIBLE, examples=("梧桐里1号院5幢3楼楼道灯坏了",), back=WithdrawReport
)
@dataclass(frozen=True)
class ReportProblem:
    """Say what is wrong somewhere. `place`, `place_text`: where it is when the text does not say.

    `reading`: what was read of the text before it is done; `parts`: the matters in it, where there are several; `anyway`: it
    is not what is announced there; `thing`: what is broken, where its code was scanned.
    """

    text: str = slot("哪里出了什么问题")
    place: int | None = slot("地点", default=None)
    place_text: str = slot("地点原话", default="")
    parts: tuple[str, ...] = slot("分成几件", default=())
    reading: Reading | None = slot("读出的内容", default=None)
    anyway: bool = slot("不是通知里的事", default=False)
    thing: int | None = slot("设施", default=None)


@command("只说了地点", Intent.REPORT, effect=Effect.REVERSIBLE)
@dataclass(frozen=True)
class NamePlace:
    """Say where, and nothing else: of the report that has just been made, or of one that is yet to come."""

    place: int | None = slot("地点", default=None)
    said: str = slot("地点原话", default="")


@command("咨询", Intent.QUESTION, effect=Effect.REVERSIBLE, examples=("居住证去哪里办",))
@dataclass(frozen=True)
class AskQuestion:
    """Ask something: answered at once where the answer is known, else it becomes a ticket."""

    text: str = slot("想问什么")
    reading: Reading | None = slot("读出的内容", default=None)


@command("转人工", Intent.QUESTION, effect=Effect.REVERSIBLE)
@dataclass(frozen=True)
class AskPerson:
    """Somebody of us shall answer: what was asked last becomes a ticket. `text`: what it is about, where that is said."""

    text: str = slot("想问什么", default="")


@command("更正上报", Intent.CORRECT, effect=Effect.BINDING)
@dataclass(frozen=True)
class CorrectReport:
    """A detail of a report is wrong. `right`: what it should be, in the words that say so."""

    ticket: str | None = _ticket()
    right: str = slot("应该是什么", default="")
    reading: Reading | None = slot("读出的内容", default=None)
    said: str = slot("原话", default="")


@command("只是问问", Intent.CORRECT, effect=Effect.BINDING)
@dataclass(frozen=True)
class AskedOnly:
    """What was taken for a report was a question: it is answered in words. `denied`: that it is a report, in so many words."""

    ticket: str | None = _ticket()
    denied: bool = slot("说了不是报修", default=False)


@command("转告师傅", Intent.RELAY, effect=Effect.BINDING)
@dataclass(frozen=True)
class RelayToWorker:
    """A word of the reporter's to whoever has the ticket in hand."""

    ticket: str | None = _ticket()
    note: str = slot("要转告的话", default="")
    danger: Told | None = slot("说到的危险", default=None)


@command("进度", Intent.PROGRESS, effect=Effect.NONE, examples=("进度", "进度 7"))
@dataclass(frozen=True)
class ShowProgress:
    """Where the sender's reports stand; to those who work there any report of the place. `about`: the words that name it, where
    no ticket is; `came`: it is asked whether anybody was there.
    """

    ticket: str | None = _ticket()
    about: str = slot("问的是哪件事", default="")
    came: bool = slot("有没有人来过", default=False)


@command("催办", Intent.URGE, effect=Effect.BINDING, examples=("催办 7",))
@dataclass(frozen=True)
class UrgeReport:
    """It should go faster: whose it is is reminded, once an hour. `danger`: the words tell of one."""

    ticket: str | None = _ticket()
    danger: Told | None = slot("说到的危险", default=None)


@command("我的网格", Intent.PROGRESS, effect=Effect.NONE, roles=PERMISSIONS[Act.SEE], examples=("我的网格",))
@dataclass(frozen=True)
class ShowArea:
    """The sender's posts and what is open there."""


@command("补充地点", Intent.REPORT, effect=Effect.BINDING)
@dataclass(frozen=True)
class PlaceReports:
    """Say where the sender's reports are: a place of the tree, with what `text` adds; without one in these words.

    `among`: the words may mean each of these places.
    """

    numbers: tuple[str, ...] = slot("工单")
    place: int | None = slot("地点", default=None)
    text: str = slot("地点原话", default="")
    among: tuple[int, ...] = slot("可能的地点", default=())


@command("补充说明", Intent.REPORT, effect=Effect.BINDING)
@dataclass(frozen=True)
class RemarkOnReports:
    """Words that belong to the sender's reports, and still don't say where they are."""

    numbers: tuple[str, ...] = slot("工单")
    note: str = slot("说明")


@command("还有没有危险", Intent.REPORT, effect=Effect.BINDING)
@dataclass(frozen=True)
class ConfirmDanger:
    """Say whether there is danger now."""

    number: str = slot("工单")
    danger: bool = slot("有危险")


@command("作一件办理", Intent.REPORT, effect=Effect.BINDING)
@dataclass(frozen=True)
class KeepTogether:
    """What was said is one matter."""

    number: str = slot("工单")


@command("分开登记", Intent.REPORT, effect=Effect.BINDING)
@dataclass(frozen=True)
class SplitReport:
    """What was said are several matters, each with a ticket of its own."""

    number: str = slot("工单")
    parts: tuple[str, ...] = slot("分成几件")


@command("分开办理", Intent.REPORT, effect=Effect.BINDING)
@dataclass(frozen=True)
class KeepApart:
    """It is not what a neighbour has reported."""

    number: str = slot("工单")


@command("一起跟进", Intent.REPORT, effect=Effect.REVERSIBLE)
@dataclass(frozen=True)
class JoinReport:
    """It is what a neighbour has reported: followed together from now on."""

    number: str = slot("工单")
    into: str = slot("邻居的工单")


@command("说明不满意的原因", Intent.RATE, effect=Effect.BINDING)
@dataclass(frozen=True)
class GiveReason:
    """Why the sender is dissatisfied: told to whoever has it now."""

    number: str = slot("工单")
    note: str = slot("原因")


@command("回复工作人员", Intent.PROGRESS, effect=Effect.BINDING)
@dataclass(frozen=True)
class AnswerWorker:
    """The reporter's answer to who asked: kept with the ticket, told to them."""

    number: str = slot("工单")
    person: int = slot("谁问的")
    note: str = slot("回答")
