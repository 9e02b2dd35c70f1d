"""The shifts that were just listed: kept, so that the next words may mean one of them by its place."""

from collections.abc import Sequence

from handlers.context import Context
from handlers.conversation.questions import Question, ask, asked
from storage.duty.shifts import ShiftRow

MOST = 24


def keep_listed(ctx: Context, rows: Sequence[ShiftRow]) -> None:
    """Keeps them in their order, unless something else waits for an answer."""
    question = asked(ctx)
    if len(rows) > 1 and (question is None or question.kind == Question.LISTED):
        ask(ctx, Question.LISTED, shifts=[row.id for row in rows[:MOST]])
