"""What somebody held who has left, however they left: it goes to those who are there, and who must fill it is told."""

from handlers.context import Context
from handlers.councils.leaving import give_up_seats, hand_over_resolutions
from handlers.duty.leaving import free_shifts, give_up_stations
from handlers.jobs import Job, JobTools, Lane, in_transaction
from handlers.texts import jobs as labels
from storage.leavers import leavers
from storage.people import person_by_id

LEAVERS = "leavers"


def _due(ctx: Context) -> list[str]:
    return [str(person) for person in leavers(ctx.uow, LEAVERS, ctx.now)]


def _settle(ctx: Context, item: str) -> int:
    """One person, council first: that is the order in which all lock."""
    person = person_by_id(ctx.uow, int(item))
    if person is None or not person.left:
        return 0
    return sum(step(ctx, person) for step in (give_up_seats, hand_over_resolutions, free_shifts, give_up_stations))


JOBS: tuple[Job[JobTools], ...] = (Job(LEAVERS, *labels.LEAVERS, Lane.TICKETS, _due, in_transaction(_settle)),)
