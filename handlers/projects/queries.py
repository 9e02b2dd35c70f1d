"""What the sender has just told of a project and may send a picture to."""

from handlers.context import Context
from handlers.conversation.questions import Question, asked


def waiting_step(ctx: Context) -> int | None:
    """The step of a project that the sender has just told of."""
    question = asked(ctx)
    if question is None or question.kind != Question.PROJECT_PHOTO:
        return None
    waiting: int = question.data["step"]
    return waiting
