"""What waits for a building leader or a member: their walk, their shifts, checks and surveys."""

from datetime import timedelta

from governance.roles import Role
from governance.surveys.kinds import RUNNING
from governance.tickets.states import TicketState
from handlers.catalogue import executes
from handlers.context import Context
from handlers.duty.commands.due import ShowDue
from handlers.duty.members import Member, member
from handlers.duty.outcomes.due import DueShown
from handlers.tickets.finding import open_in_my_area
from handlers.tickets.parts import VERIFIERS, worker_of
from storage.duty.check_ins import patrolled_since
from storage.duty.shifts import shifts_by_id
from storage.duty.sign_ups import shifts_of, swaps_offered_to
from storage.surveys.people import surveys_asked_of
from storage.surveys.rows import surveys_in
from understanding.model.wording import short_number

AHEAD, MOST = timedelta(days=7), 6


@executes(ShowDue)
def due(_command: ShowDue, ctx: Context) -> DueShown:
    """What waits now, and the shifts of the coming week."""
    who = member(ctx)
    offers = swaps_offered_to(ctx.uow, who.person_id, None)
    mine = [row for _, row in shifts_of(ctx.uow, who.person_id, ctx.now) if row.starts_at <= ctx.now + AHEAD]
    asked = surveys_asked_of(ctx.uow, ctx.sender.id, ctx.person_id)
    surveys = [each for each in surveys_in(ctx.uow, *RUNNING) if asked.get(each.id) is False]
    return DueShown(
        _walks(ctx, who),
        tuple(shifts_by_id(ctx.uow, {each.shift_id for each in offers}).values()),
        _checks(ctx, who),
        tuple((each.id, each.title) for each in surveys[:MOST]),
        tuple(mine[:MOST]),
    )


def _walks(ctx: Context, who: Member) -> tuple[str, ...]:
    """The buildings of a leader who has not walked since Monday."""
    places = [term.place_id for term in who.terms if term.role is Role.BUILDING_LEADER and term.place_id is not None]
    monday = ctx.today - timedelta(days=ctx.today.weekday())
    if not places or patrolled_since(ctx.uow, [who.person_id], monday):
        return ()
    return tuple(ctx.places.full_name(place) for place in places)


def _checks(ctx: Context, who: Member) -> tuple[tuple[str, str], ...]:
    """What is handled in the sender's area and not by them."""
    worker = worker_of(ctx, who.person_id)
    if worker is None or not any(who.holds(role) for role in VERIFIERS):
        return ()
    waiting = [each for each in open_in_my_area(ctx, worker) if each.state is TicketState.HANDLED]
    return tuple(
        (short_number(each.number), each.summary) for each in waiting if each.assignee_id not in worker.people
    )[:MOST]
