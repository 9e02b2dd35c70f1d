"""Which building leaders have not walked round this week: who answers for their grid is told, and may have them reminded."""

from collections.abc import Collection
from datetime import datetime, timedelta

from governance.clock import local_day
from governance.notices import NoticeKind
from governance.roles import Role
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Question, ask, asked
from handlers.duty.commands.presence import LISTED_FOR, RemindUnpatrolled, ShowUnpatrolled
from handlers.duty.members import Member, member
from handlers.duty.outcomes.presence import ListIsNotYours, RemindedOfPatrol, Unpatrolled
from handlers.duty.texts import notices as told
from handlers.notices import tell
from handlers.outcomes import Refuse
from handlers.tickets.parts import accounts_of, first_reached, titled
from storage.audit import AuditEntry, note
from storage.duty.check_ins import patrolled_since
from storage.duty.locks import lock_people
from storage.duty.members import leaders_at
from storage.grids import grids_to_check
from storage.outbox import owed_already
from storage.people import names_of
from storage.serving import accounts_by_person, places_of_grids
from understanding.command_names import CommandName

TO_REMIND = {"command": CommandName.REMIND_UNPATROLLED.value, "ticket": None, "about": "", "shift": None, "variant": ""}


@executes(ShowUnpatrolled)
def unpatrolled(_command: ShowUnpatrolled, ctx: Context) -> Unpatrolled:
    """The leaders of the sender's grids who have not patrolled this week; that they be reminded is what may come next."""
    missing = _missing(ctx, _area(ctx, member(ctx)))
    names = names_of(ctx.uow, missing)
    if missing and asked(ctx) is None:
        ask(ctx, Question.CHOICE, text="", options=[TO_REMIND])
    return Unpatrolled(tuple(names[person] for person in missing))


@executes(RemindUnpatrolled)
def remind(_command: RemindUnpatrolled, ctx: Context) -> RemindedOfPatrol:
    """Each of them once a day, whoever wants it; a second who wants it at the same moment waits for the first."""
    who = member(ctx)
    missing = [person for person in _missing(ctx, _area(ctx, who)) if person != who.person_id]
    lock_people(ctx.uow, missing)
    names, accounts = names_of(ctx.uow, missing), accounts_by_person(ctx.uow, missing)
    keys = {account: f"patrol_due:{ctx.today}:{account}" for _, account in accounts}
    owed = owed_already(ctx.uow, [f"{key}:{account}" for account, key in keys.items()])
    before = {person for person, account in accounts if f"{keys[account]}:{account}" in owed}
    text = told.PATROL_DUE.format(who=titled(ctx, who.person_id, None))
    for person, account in accounts:
        if person not in before:
            tell(ctx, [account], keys[account], NoticeKind.PATROL_DUE, text)
    reached = {person for person, _ in accounts}
    now = [person for person in missing if person in reached - before]
    if now:
        note(ctx.uow, ctx.sender.id, AuditEntry("patrol.remind", f"person:{who.person_id}", str(len(now))), ctx.now)
    return RemindedOfPatrol(
        tuple(names[person] for person in now),
        tuple(names[person] for person in missing if person in before),
        tuple(names[person] for person in missing if person not in reached),
    )


def tell_unpatrolled(ctx: Context, instant: datetime, grid_id: int) -> int:
    """Each week: who has not patrolled in a grid, to its head; answers how many were told."""
    grid = next((each for each in grids_to_check(ctx.uow) if each.id == grid_id), None)
    missing = _missing(ctx, set(places_of_grids(ctx.uow, [grid_id]))) if grid is not None else []
    if grid is None or not missing:
        return 0
    called = names_of(ctx.uow, missing)
    names = [called[person] for person in missing]
    day = local_day(instant, ctx.config.zone)
    accounts = accounts_of(ctx, first_reached(ctx, grid.place_id, (Role.GRID_HEAD, Role.COMMUNITY_SECRETARY)))
    tell(ctx, accounts, f"unpatrolled:{day}:{grid.id}", NoticeKind.BRIEF, told.unpatrolled(names), again=True)
    return len(accounts)


def _area(ctx: Context, who: Member) -> set[int]:
    """The places of which the sender hears who did not patrol. Raises Refuse."""
    heads = [term for term in who.terms if term.role in LISTED_FOR]
    if not heads:
        raise Refuse(ListIsNotYours())
    own = {term.place_id for term in heads if term.place_id is not None}
    inside = {place for place in ctx.places.nodes if own & set(ctx.places.line_of(place))}
    return inside | set(places_of_grids(ctx.uow, [term.grid_id for term in heads if term.grid_id is not None]))


def _missing(ctx: Context, places: Collection[int]) -> list[int]:
    """The building leaders at these places who have not patrolled since Monday."""
    leaders = leaders_at(ctx.uow, places, ctx.now)
    done = patrolled_since(ctx.uow, leaders, ctx.today - timedelta(days=ctx.today.weekday()))
    return [person for person in leaders if person not in done]
