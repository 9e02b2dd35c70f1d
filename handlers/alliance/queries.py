"""What other domains ask about alliances."""

from handlers.context import Context
from handlers.conversation.questions import Question, asked


def waiting_milestone(ctx: Context) -> int | None:
    """The milestone that the sender has just proved and may send pictures to."""
    question = asked(ctx)
    if question is None or question.kind != Question.MILESTONE_PHOTO:
        return None
    waiting: int = question.data["milestone"]
    return waiting
