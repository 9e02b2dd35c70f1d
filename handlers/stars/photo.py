"""A picture that follows a nomination: kept beside it, seen by who reviews."""

from datetime import timedelta

from handlers.catalogue import executes
from handlers.context import Context
from handlers.questions import Question, asked, settled
from handlers.stars.commands import AddNominationPicture
from handlers.stars.outcomes.nominating import NominationPictureKept, NoNominationForPicture
from storage.stars.awards import award_by_id
from storage.stars.nominations import last_picture, nomination_by_id, picture_for

JUST_SENT = timedelta(seconds=1)


def waiting_nomination(ctx: Context) -> int | None:
    """The nomination that the sender has just made and may send a picture to."""
    question = asked(ctx)
    if question is None or question.kind != Question.STAR_PHOTO:
        return None
    waiting: int = question.data["nomination"]
    return waiting


@executes(AddNominationPicture)
def add_picture(command: AddNominationPicture, ctx: Context) -> NominationPictureKept | NoNominationForPicture:
    """Only beside one's own."""
    row = nomination_by_id(ctx.uow, command.nomination)
    award = None if row is None else award_by_id(ctx.uow, row.award_id)
    picture = last_picture(ctx.uow, ctx.sender.id, ctx.now - JUST_SENT)
    if row is None or award is None or row.account_id != ctx.sender.id or picture is None:
        return NoNominationForPicture()
    if waiting_nomination(ctx) == row.id:
        settled(ctx)
    picture_for(ctx.uow, row.id, picture)
    return NominationPictureKept(award.name)
