"""What is sent without words while somebody has not yet said which of several things they meant."""

from handlers.context import Context
from handlers.conversation.commands import Option
from handlers.conversation.questions import Question, asked
from handlers.tickets.commands import HandleTicket
from handlers.tickets.work_in_hand import begun
from storage.dialogues import OpenQuestion
from storage.work_tickets import WorkTicket
from understanding.command_names import CommandName


def finished_by(ctx: Context) -> HandleTicket | None:
    """The end of the work that was one of the things asked about: who sends a picture then shows what is done.

    Only of what they have begun, where no other matter may be meant: neither by the question nor by what else they have begun.
    """
    options = _options(ctx)
    ended = [each for each in options if each["command"] == CommandName.HANDLE_TICKET and each["ticket"]]
    mine = {ticket.number for ticket in begun(ctx)}
    if len(ended) != 1 or mine | {each["ticket"] for each in options if each["ticket"]} != {ended[0]["ticket"]}:
        return None
    question = asked(ctx)
    return HandleTicket(ended[0]["ticket"], question.data["text"]) if question is not None and mine else None


def begun_meanwhile(ctx: Context) -> list[WorkTicket]:
    """The one matter that the sender has begun, where the question is about tickets; of several the only one it asks about."""
    asked_about = {each["ticket"] for each in _options(ctx) if each["ticket"]}
    if not asked_about:
        return []
    mine = begun(ctx)
    meant = [ticket for ticket in mine if ticket.number in asked_about] if len(mine) > 1 else mine
    return meant if len(meant) == 1 else []


def still_asked(ctx: Context) -> tuple[Option, ...]:
    """The choices between tickets that wait for an answer; none where nothing of that kind was asked."""
    options = _options(ctx)
    if not any(each["ticket"] for each in options):
        return ()
    return tuple(
        Option(
            CommandName(each["command"]) if each["command"] else None,
            each["ticket"],
            each["about"],
            variant=each["variant"],
        )
        for each in options
    )


def _options(ctx: Context) -> list[dict[str, str]]:
    question: OpenQuestion | None = asked(ctx)
    if question is None or question.kind != Question.CHOICE:
        return []
    options: list[dict[str, str]] = question.data["options"]
    return options
