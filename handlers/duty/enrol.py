"""报到: a member serves in a community, with unit, skills and the times when they are free."""

from governance.roles import Role
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Wants, ask_slot
from handlers.duty.commands.service import EndEnrolment, Enrol
from handlers.duty.members import Member, member
from handlers.duty.outcomes.service import Enrolled, EnrolmentEnded, EnrolWhere, NoSuchCommunity, NotEnrolled
from storage.duty.members import end_enrolments, enrol, enrolments_of, units_of
from understanding.command_names import CommandName

LONGEST_SAID = 20


@executes(Enrol)
def report_for_service(command: Enrol, ctx: Context) -> Enrolled | EnrolWhere | NoSuchCommunity:
    """Said again it adds to what is known."""
    who = member(ctx)
    place = command.community
    if place is None and not command.lost:
        place = _own_community(ctx, who)
    if place is None:
        return _where(ctx, command)
    skills, wishes, unit = command.skills, command.wishes, command.unit
    for earlier in enrolments_of(ctx.uow, who.person_id):
        if earlier.place_id == place:
            skills = tuple(dict.fromkeys([*earlier.skills, *skills]))
            wishes, unit = wishes or earlier.wishes, unit or earlier.unit
    unit = unit or units_of(ctx.uow, [who.person_id]).get(who.person_id)
    enrol(ctx.uow, who.person_id, place, unit, list(skills), list(wishes), ctx.now)
    more = not (skills or wishes or command.said)
    if more:
        ask_slot(ctx, CommandName.ENROL)
    return Enrolled(place, unit, skills, wishes, more)


@executes(EndEnrolment)
def end_service(_command: EndEnrolment, ctx: Context) -> EnrolmentEnded | NotEnrolled:
    """In all communities."""
    return EnrolmentEnded() if end_enrolments(ctx.uow, member(ctx).person_id, ctx.now) else NotEnrolled()


def _where(ctx: Context, command: Enrol) -> EnrolWhere | NoSuchCommunity:
    """What was said may be a community that we don't know, or skills that belong to one that is still to be named."""
    if command.said and not command.skills and not command.wishes:
        known = tuple(place for place, node in ctx.places.nodes.items() if node.kind == "community")
        return NoSuchCommunity(command.said[:LONGEST_SAID], known)
    ask_slot(ctx, CommandName.ENROL, before=f"{command.said} ", wants=Wants.PLACE)
    return EnrolWhere()


def _own_community(ctx: Context, who: Member) -> int | None:
    """Where they have enrolled, hold their post as a member, or live."""
    nodes = ctx.places.nodes
    running = enrolments_of(ctx.uow, who.person_id)
    posts = [term.place_id for term in who.terms if term.role is Role.PARTY_MEMBER]
    near = [running[0].place_id if running else None, *posts, ctx.sender.place_id]
    found = (ctx.places.community_of(place) for place in near if place is not None and place in nodes)
    return next((place for place in found if place is not None), None)
