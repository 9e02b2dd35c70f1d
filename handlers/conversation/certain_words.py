"""What certain words say, whatever the model holds likely: the readings are asked in turn, and the first that fits counts."""

from collections.abc import Callable
from typing import Any

from handlers.context import Context
from handlers.conversation.activity_named import activity_named
from handlers.conversation.completing import read_as
from handlers.conversation.council_meant import council_meant
from handlers.conversation.enquiry_answered import answer_meant
from handlers.conversation.gathering_meant import gathering_meant
from handlers.conversation.harmless import harmless_in
from handlers.conversation.hurried import hurry_meant
from handlers.conversation.interpreting import Interpreted
from handlers.conversation.just_reported import of_what_was_reported
from handlers.conversation.leaders_reminded import reminder_meant
from handlers.conversation.listed import instead_listed
from handlers.conversation.not_done import denied_end
from handlers.conversation.of_hours import of_hours
from handlers.conversation.of_shifts import of_shifts
from handlers.conversation.order_given import dispatch_meant
from handlers.conversation.passed_on import passed_on
from handlers.conversation.passed_work import passed_work
from handlers.conversation.project_meant import project_meant
from handlers.conversation.questions import Question
from handlers.conversation.reported_in_order import reported_in_order
from handlers.conversation.slips import slip_in
from handlers.conversation.visit_meant import visit_meant
from handlers.conversation.who_i_am import introduced
from handlers.conversation.worried import worry_meant
from storage.dialogues import OpenQuestion
from understanding.command_names import CommandName
from understanding.meaning import Meaning
from understanding.swap_said import swaps_with

Reading = Callable[[Context, Interpreted], Any | None]


def said_whatever_is_asked(ctx: Context, found: Interpreted) -> Any | None:
    """What is heard although a question is open."""
    return _first(_OVER_SHIFTS if _listens_for_shifts(found.question) else _OVER_ANY, ctx, found)


def said_for_certain(ctx: Context, found: Interpreted) -> Any | None:
    """What a text says that answers nothing; None where it says none of it."""
    return _first(_BY_ITSELF, ctx, found)


def _first(readings: tuple[Reading, ...], ctx: Context, found: Interpreted) -> Any | None:
    told = (reading(ctx, found) for reading in readings)
    return next((each for each in told if each is not None), None)


def _listens_for_shifts(question: OpenQuestion | None) -> bool:
    """Whether words about one's own shifts are for themselves: no other question waits for them."""
    return question is None or question.kind in (Question.LISTED, Question.CHOICE)


_RESIDENT = "resident"
_MAY_SWAP = frozenset({
    CommandName.OFFER_SWAP, CommandName.REQUEST_ABSENCE, CommandName.CANCEL_SHIFT, CommandName.SHOW_MY_SHIFTS,
    CommandName.ASK_QUESTION, CommandName.HEAR_TALK, CommandName.TAKE_OVER_SHIFT, CommandName.SIGN_UP,
})  # fmt: skip
"""What a change of shifts with a colleague looks like."""


def _swap_asked(ctx: Context, found: Interpreted) -> Any | None:
    """A change of shifts with a colleague by name."""
    may = found.situation.role != _RESIDENT and found.interpretation.best.command in _MAY_SWAP
    if not may or not swaps_with(found.words):
        return None
    return read_as(found, Meaning(CommandName.OFFER_SWAP, None, found.words, free=True), ctx.here)


_OVER_ANY: tuple[Reading, ...] = (answer_meant, lambda _ctx, found: reminder_meant(found))
_OVER_SHIFTS: tuple[Reading, ...] = (*_OVER_ANY, lambda _ctx, found: instead_listed(found), of_hours, of_shifts)
"""What is heard over any question, and over one that only asks which, or shows a list of shifts."""
_BY_ITSELF: tuple[Reading, ...] = (
    lambda ctx, found: introduced(found, ctx.here),
    of_what_was_reported,
    worry_meant,
    slip_in,
    harmless_in,
    lambda ctx, found: denied_end(found, ctx.here),
    lambda _ctx, found: reported_in_order(found),
    council_meant,
    project_meant,
    gathering_meant,
    activity_named,
    lambda ctx, found: passed_on(found, ctx.here),
    lambda _ctx, found: passed_work(found),
    _swap_asked,
    lambda _ctx, found: visit_meant(found),
    hurry_meant,
    dispatch_meant,
)
"""In this order: what puts something right, or belongs to what is open, before what is ordered anew."""
