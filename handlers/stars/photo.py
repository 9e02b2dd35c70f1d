"""A picture that follows a nomination: kept beside it, seen by who reviews."""

from datetime import timedelta

from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import settled
from handlers.stars.commands import AddNominationPicture
from handlers.stars.outcomes.nominating import NominationPictureKept, NoNominationForPicture
from handlers.stars.queries import waiting_nomination
from storage.stars.awards import award_by_id
from storage.stars.nominations import last_picture, nomination_by_id, picture_for

JUST_SENT = timedelta(seconds=1)


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
