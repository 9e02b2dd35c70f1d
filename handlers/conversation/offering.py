"""One question where a text may mean several things, the answer to it, and several commands in one message."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.conversation.commands import AskWhichPerson, DoSeveral, HearTalk, OfferChoice, Option
from handlers.conversation.outcomes import Listened, Offered, SeveralDone
from handlers.conversation.questions import Question, ask
from handlers.refusals import CalledSo, SeveralCalled
from understanding.candidate import Candidate
from understanding.command_names import CommandName
from understanding.situation import Situation


@executes(HearTalk)
def hear(_command: HearTalk, _ctx: Context) -> Listened:
    """Heard."""
    return Listened()


@executes(OfferChoice)
def offer(command: OfferChoice, ctx: Context) -> Offered:
    """Kept until it is answered, with the text that it is about."""
    ask(ctx, Question.CHOICE, text=command.text, options=[as_data(option) for option in command.options])
    return Offered(command.options)


@executes(AskWhichPerson)
def ask_which(command: AskWhichPerson, ctx: Context) -> SeveralCalled:
    """Those who are left, numbered anew."""
    kept = [{"code": code, "name": name, "what": what} for code, name, what in command.people]
    ask(ctx, Question.DETAIL, number=command.number, command=command.waiting.value, before=command.before, people=kept)
    options = tuple(CalledSo(code, name, what, "") for code, name, what in command.people)
    return SeveralCalled(command.people[0][1], options, len(options))


@executes(DoSeveral)
def do_several(command: DoSeveral, ctx: Context) -> SeveralDone:
    """One after the other, in the order in which they were said."""
    alone = replace(ctx, answers=None)
    return SeveralDone(tuple(execute(each, alone) for each in command.commands))


def offered(text: str, candidates: Sequence[Candidate], situation: Situation) -> OfferChoice:
    """The question for what a text may mean."""
    tickets = {ticket.number: ticket for ticket in situation.tickets}
    shifts = {shift.id: shift for shift in situation.shifts}
    options = []
    for each in candidates:
        ticket, shift = tickets.get(each.ticket or ""), shifts.get(each.shift or 0)
        options.append(
            Option(
                each.command, each.ticket, ticket.summary if ticket else "", each.shift, shift.title if shift else "",
                each.variant,
            )
        )  # fmt: skip
    return OfferChoice(text, tuple(options))


def as_data(option: Option) -> dict[str, object]:
    """An option as it is kept with its question."""
    return {
        "command": option.command and option.command.value, "ticket": option.ticket, "about": option.about,
        "shift": option.shift, "variant": option.variant,
    }  # fmt: skip


def as_option(kept: dict[str, Any]) -> Option:
    """An option as it was kept."""
    command = CommandName(kept["command"]) if kept["command"] else None
    return Option(command, kept["ticket"], kept["about"], variant=kept["variant"] or "")
