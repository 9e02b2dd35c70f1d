"""Which command a message is: by its kind, as the answer to an open question, or by its words."""

from collections.abc import Callable
from typing import Any

from handlers.catalogue import execute
from handlers.context import Context, Here
from handlers.conversation.answers import answer_in, completed
from handlers.conversation.commands import (
    ReceiveLocation,
    ReceivePicture,
    ReceiveVoice,
    ScanCode,
    SendLink,
    SendUnknown,
    ShowHelp,
    StartReport,
    Subscribe,
    Unsubscribe,
)
from handlers.conversation.questions import asked, settled
from handlers.duty.commands.presence import CheckIn
from handlers.duty.commands.shifts import ShowMyShifts, ShowShifts
from handlers.inbound import Inbound, Kind
from handlers.outcomes import in_words
from handlers.people.commands import BindAccount, RequestAbsence, ShowIdentity
from handlers.registry import READS
from handlers.reporting.commands import ShowArea, ShowProgress, WithdrawReport
from handlers.reporting.reading import as_report
from handlers.said import Said
from handlers.stars.commands import Nominate, ShowRoll
from handlers.tickets.commands import ShowMyTickets
from understanding.command_names import CommandName

TOLD = (CommandName.REPORT_PROBLEM, CommandName.ASK_QUESTION)
"""What a voice may tell that becomes a report."""
_SAYS_NOTHING = (CommandName.START_REPORT, CommandName.CANCEL_DIALOGUE, CommandName.VENT_ANGER)
BY_MENU_KEY: dict[str, Any] = {
    "REPORT": StartReport(),
    "PROGRESS": ShowProgress(),
    "WITHDRAW": WithdrawReport(),
    "HELP": ShowHelp(),
    "GRID": ShowArea(),
    "MY_TICKETS": ShowMyTickets(),
    "IDENTITY": ShowIdentity(),
    "BIND": BindAccount(),
    "LEAVE": RequestAbsence(),
    "CHECK_IN": CheckIn(),
    "SHIFTS": ShowShifts(),
    "MY_SHIFTS": ShowMyShifts(),
    "NOMINATE": Nominate("", ""),
    "STARS": ShowRoll(),
}
"""The keys of the account's menu."""
BY_KIND: dict[Kind, Callable[[Inbound], Any]] = {
    Kind.IMAGE: lambda inbound: ReceivePicture(_there(inbound.media_id)),
    Kind.VIDEO: lambda inbound: ReceivePicture(_there(inbound.media_id), video=True),
    Kind.LOCATION: lambda inbound: ReceiveLocation(_there(inbound.lat), _there(inbound.lon), inbound.text),
    Kind.LINK: lambda _inbound: SendLink(),
    Kind.SUBSCRIBE: lambda inbound: Subscribe(inbound.key),
    Kind.UNSUBSCRIBE: lambda _inbound: Unsubscribe(),
    Kind.SCAN: lambda inbound: ScanCode(inbound.key or ""),
    Kind.CLICK: lambda inbound: BY_MENU_KEY.get((inbound.key or "").upper(), SendUnknown()),
    Kind.UNKNOWN: lambda _inbound: SendUnknown(),
}
"""What is no text and no voice."""


def respond(ctx: Context, inbound: Inbound, said: Said | None) -> str:
    """Does what a message asks for; answers what is said to it, empty for what only tells something.

    `said`: its text as it was read, where it has one.
    """
    if inbound.kind is Kind.NOTICE:
        return ""
    outcome = execute(_wanted(ctx, inbound, said), ctx)
    return in_words(outcome, ctx.here)


def _wanted(ctx: Context, inbound: Inbound, said: Said | None) -> Any:
    """The command that a message is."""
    if inbound.kind is Kind.TEXT and said is not None:
        return _written(ctx, said)
    if inbound.kind is Kind.VOICE:
        return _spoken(ctx, inbound, said)
    return BY_KIND[inbound.kind](inbound)


def _written(ctx: Context, said: Said) -> Any:
    """An answer to the bot's question, or what the text says by itself."""
    question = asked(ctx)
    if question is not None:
        whole = completed(question, said)
        if whole is not None:
            settled(ctx)
            return _read(whole, ctx.here)
        answer = answer_in(question, said, ctx.here)
        if answer is not None:
            return answer
    return _read(said, ctx.here)


def _spoken(ctx: Context, inbound: Inbound, said: Said | None) -> Any:
    """A spoken command is a command; all else a voice is stays with the report."""
    if said is not None and said.meaning.command not in (*TOLD, *_SAYS_NOTHING):
        return _written(ctx, said)
    report = None
    if said is not None and said.meaning.command in TOLD:
        report = as_report(said.text, said.words, said.reading, ctx.here)
    return ReceiveVoice(_there(inbound.media_id), inbound.text, report)


def _read(said: Said, here: Here) -> Any:
    return READS[said.meaning.command](said, here)


def _there(value: Any) -> Any:
    if value is None:
        raise ValueError("a message without what its kind carries")
    return value
