"""What is answered without anything being done: greetings, noise, a question that is left."""

from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.commands import CancelDialogue, Greet, SendLink, SendUnknown, StartReport, VentAnger
from handlers.conversation.outcomes import (
    Calmed,
    Farewell,
    Greeted,
    LeftOpen,
    LinkNotOpened,
    NotDone,
    NotUnderstood,
    TellWhat,
)
from handlers.conversation.questions import Question, asked, settled


@executes(Greet)
def greet(command: Greet, ctx: Context) -> Greeted | Farewell:
    """Hello back, or goodbye; who asks is told with whom they speak."""
    if command.leaves:
        return Farewell()
    home = ctx.sender.place_id
    return Greeted(command.who, None if home is None else ctx.places.community_of(home))


@executes(StartReport)
def start_report(_command: StartReport, _ctx: Context) -> TellWhat:
    """How one reports."""
    return TellWhat()


@executes(VentAnger)
def vent_anger(_command: VentAnger, _ctx: Context) -> Calmed:
    """No ticket, and no answer in kind."""
    return Calmed()


@executes(CancelDialogue)
def cancel_dialogue(_command: CancelDialogue, ctx: Context) -> LeftOpen | NotDone:
    """What was said stays; a command that lacked something is not done."""
    question = asked(ctx)
    if question is None:
        return LeftOpen()
    settled(ctx)
    if question.kind in (Question.DETAIL, Question.EVIDENCE):
        return NotDone()
    return LeftOpen(tuple(question.data.get("numbers") or ()))


@executes(SendLink)
def send_link(_command: SendLink, _ctx: Context) -> LinkNotOpened:
    """Links are not followed."""
    return LinkNotOpened()


@executes(SendUnknown)
def send_unknown(_command: SendUnknown, _ctx: Context) -> NotUnderstood:
    """What can be sent."""
    return NotUnderstood()
