"""Who is there: members who have come; and who may speak for a seat at all."""

from handlers.context import Context
from handlers.councils.outcomes import CannotNow, Why
from handlers.outcomes import Refuse
from handlers.posts import sender
from storage.councils.meetings import MeetingRow, seats_of
from storage.councils.seats import council_by_id, members_of


def presence(ctx: Context, meeting: MeetingRow) -> tuple[set[int], set[int]]:
    """The members who have come, and all members, as they are now: who has left the council counts for neither."""
    members = set(members_of(ctx.uow, council_by_id(ctx.uow, meeting.council_id), ctx.now))
    came = {each.person_id for each in seats_of(ctx.uow, meeting.id) if each.came_at is not None}
    return came & members, members


def seated(ctx: Context) -> int:
    """The person that the sender is bound to, who has not left. Raises Refuse."""
    person = sender(ctx)
    if person is None:
        raise Refuse(CannotNow(Why.NOT_BOUND))
    if person.left:
        raise Refuse(CannotNow(Why.LEFT))
    return person.id
