"""What other domains ask about the stars."""

from handlers.context import Context
from handlers.questions import Question, asked


def waiting_nomination(ctx: Context) -> int | None:
    """The nomination that the sender has just made and may send a picture to."""
    question = asked(ctx)
    if question is None or question.kind != Question.STAR_PHOTO:
        return None
    waiting: int = question.data["nomination"]
    return waiting
