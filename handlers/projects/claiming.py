"""认领, 放弃: a share of a project has one holder. Of many who claim it at once one gets it, the others are told who."""

from governance.projects.claiming import No, Share, claim
from governance.projects.states import ProjectAct, ProjectState, after
from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.projects import words
from handlers.projects.claims import leave
from handlers.projects.commands import ClaimProject, GiveUpClaim
from handlers.projects.finding import (
    locked,
    project_held,
    ref,
    unit_meant,
    units,
    units_of_sender,
)
from handlers.projects.news import tell_concerned, tell_runners, tell_units
from handlers.projects.outcomes import (
    ClaimGivenUp,
    NoSuchProject,
    NotClaimed,
    ProjectClaimed,
    WhichProject,
)
from handlers.texts.work import day
from handlers.tickets.commands import TakeTicket
from handlers.tickets.outcomes import Taken
from storage.organisations import OrganisationRow
from storage.projects import (
    ProjectRow,
    change_project,
    holders_of_projects,
    note_step,
    running_projects,
    take_share,
)


@executes(ClaimProject)
def claim_project(command: ClaimProject, ctx: Context) -> ProjectClaimed | NotClaimed | Taken:
    """The unit's from now on, where a share is free; the project is locked meanwhile, and the share's key is unique."""
    if command.ticket and not units_of_sender(ctx):
        taken: Taken = execute(TakeTicket(command.ticket), ctx)
        return taken
    if command.number is None:
        unit_meant(ctx, command.unit)
        number = _only_open(ctx)
    else:
        number = command.number
    unit = unit_meant(ctx, command.unit)
    found = locked(ctx, number, ProjectAct.CLAIM)
    held = holders_of_projects(ctx.uow, [number])[number]
    shares = [Share(holder.slot, holder.organisation_id) for holder in held]
    slot = claim(found.state, found.shares, shares, found.until, unit.id, ctx.today)
    if not isinstance(slot, No) and not take_share(ctx.uow, number, slot, unit.id, ctx.person_id, ctx.now):
        slot = No.FULL
    if isinstance(slot, No):
        at = min((holder.at for holder in held), default=None)
        return NotClaimed(ref(found), slot, found.state, units(held), at, found.until)
    _write_claim(ctx, found, unit)
    return ProjectClaimed(ref(found), unit.name, found.until, units(held), found.shares - len(held) - 1)


@executes(GiveUpClaim)
def give_up(command: GiveUpClaim, ctx: Context) -> ClaimGivenUp:
    """Others may claim it again; who waits for it hears so."""
    found, unit = project_held(ctx, command.number, ProjectAct.LEAVE, command.unit)
    left = leave(ctx, found, unit, command.note)
    return ClaimGivenUp(ref(found), unit.name, left)


def _write_claim(ctx: Context, found: ProjectRow, unit: OrganisationRow) -> None:
    change_project(ctx.uow, found.id, state=after(ProjectAct.CLAIM, found.state, 1))
    step = note_step(ctx.uow, found.id, ProjectAct.CLAIM.value, ctx.now, ctx.person_id, None, unit.id)
    until = words.UNTIL.format(day=day(found.until)) if found.until is not None else ""
    said = {"unit": unit.name, "number": found.id, "title": found.title, "until": until}
    tell_runners(ctx, found.place_id, f"project:{found.id}:claim:{step}", words.CLAIMED_TO_STAFF.format(**said))
    tell_units(ctx, found, f"joined:{step}", words.CLAIMED_TO_OTHERS.format(**said), but=[unit.id])
    tell_concerned(ctx, found, f"claim:{step}", words.IS_CLAIMED.format(unit=unit.name))


def _only_open(ctx: Context) -> int:
    """The only project that waits for who claims it. Raises Refuse."""
    waiting = [each for each in running_projects(ctx.uow) if each.state is ProjectState.OPEN]
    if not waiting:
        raise Refuse(NoSuchProject(None, ProjectAct.CLAIM))
    if len(waiting) > 1:
        raise Refuse(WhichProject(tuple(ref(each) for each in waiting), ProjectAct.CLAIM))
    return waiting[0].id
