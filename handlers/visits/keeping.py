"""重点走访: a household that is kept in view, for a reason that few may read."""

from governance.permissions import Act
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Wants, ask_slot
from handlers.outcomes import Refuse
from handlers.posts import not_allowed, require
from handlers.tickets.parts import worker_of
from handlers.visits.commands import KeepHousehold, ReleaseHousehold
from handlers.visits.outcomes import (
    HouseholdKept,
    HouseholdReleased,
    NeedsReason,
    NotKept,
    WantsNoVisits,
    WhichHousehold,
)
from handlers.visits.where import Spoken, Unclear, household_named, may_there, spoken_of
from storage.audit import AuditEntry, note_for
from storage.households import HouseholdRow, keep_in_view
from understanding.command_names import CommandName


@executes(KeepHousehold)
def keep(command: KeepHousehold, ctx: Context) -> HouseholdKept | NeedsReason | WhichHousehold | WantsNoVisits:
    """It is in each month's plan from now on; who asked for no visits is left alone all the same."""
    spoken, household = _meant(ctx, command.said, CommandName.KEEP_HOUSEHOLD)
    if not spoken.rest:
        ask_slot(ctx, CommandName.KEEP_HOUSEHOLD, before=f"{command.said} ")
        return NeedsReason(spoken.home)
    if household.declined_at is not None:
        return WantsNoVisits(spoken.home, household.declined_at)
    keep_in_view(ctx.uow, household.id, spoken.rest, ctx.person_id, ctx.now)
    _trace(ctx, "household.keep", household)
    return HouseholdKept(spoken.home)


@executes(ReleaseHousehold)
def release(command: ReleaseHousehold, ctx: Context) -> HouseholdReleased | NotKept | WhichHousehold:
    """The reason is forgotten with it."""
    spoken, household = _meant(ctx, command.said, CommandName.RELEASE_HOUSEHOLD)
    if not household.kept:
        return NotKept(spoken.home)
    keep_in_view(ctx.uow, household.id, None, None, ctx.now)
    _trace(ctx, "household.release", household)
    return HouseholdReleased(spoken.home)


def _meant(ctx: Context, said: str, waiting: CommandName) -> tuple[Spoken, HouseholdRow]:
    require(ctx, Act.PLAN_VISITS)
    worker = worker_of(ctx, ctx.person_id)
    if worker is None:
        raise Refuse(not_allowed(ctx, Act.PLAN_VISITS))
    spoken = spoken_of(ctx, worker, said)
    if not isinstance(spoken, Unclear):
        may_there(ctx, Act.PLAN_VISITS, spoken.place)
    household = None if isinstance(spoken, Unclear) else household_named(ctx, spoken)
    if isinstance(spoken, Unclear) or household is None:
        ask_slot(ctx, waiting, before=f"{said} " if said else "", wants=Wants.PLACE)
        raise Refuse(WhichHousehold())
    return spoken, household


def _trace(ctx: Context, action: str, household: HouseholdRow) -> None:
    note_for(ctx.uow, ctx.account_id, AuditEntry(action, f"household:{household.id}"), ctx.now)
