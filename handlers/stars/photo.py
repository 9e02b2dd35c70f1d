"""A picture that follows a nomination: kept beside it, seen by who reviews."""

from datetime import timedelta

from handlers.inbound import Reply
from handlers.questions import Question, asked, settled
from handlers.texts import stars as words
from handlers.turn import Turn
from storage.stars.nominations import last_picture, picture_for


def nomination_waits(turn: Turn) -> bool:
    """Whether the sender has just nominated somebody and may send a picture."""
    question = asked(turn)
    return question is not None and question.kind == Question.STAR_PHOTO


def photo_sent(turn: Turn) -> Reply:
    """Puts the picture that has just come beside the nomination."""
    question = asked(turn)
    assert question is not None
    settled(turn)
    picture = last_picture(turn.uow, turn.account.id, turn.now - timedelta(seconds=1))
    if picture is not None:
        picture_for(turn.uow, question.data["nomination"], picture)
    return Reply(words.PHOTO_KEPT.format(name=question.data["name"]))
