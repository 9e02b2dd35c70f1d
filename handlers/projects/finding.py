"""For which unit somebody speaks, and which project they mean; refused in words where there is none, asked where several are."""

from collections.abc import Collection, Sequence

from governance.permissions import Act, may_at
from governance.projects.states import ProjectAct, may
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import not_allowed, rights_area, sender_terms
from handlers.projects.outcomes import (
    NoSuchProject,
    NoSuchUnit,
    NotNow,
    NotYourProject,
    NoUnit,
    ProjectLine,
    ProjectRef,
    WhichProject,
    WhichUnit,
)
from storage.organisations import OrganisationRow, organisations, organisations_named, organisations_of
from storage.projects import (
    Holder,
    ProjectRow,
    holders_of_projects,
    lock_project,
    project,
    projects_of,
    running_projects,
)
from understanding.masking import masked_text


def units_of_sender(ctx: Context) -> list[OrganisationRow]:
    """The present units for which the sender speaks."""
    if ctx.person_id is None:
        return []
    return organisations(ctx.uow, organisations_of(ctx.uow, ctx.person_id, ctx.now))


def unit_meant(ctx: Context, called: str, among: Collection[int] = ()) -> OrganisationRow:
    """The unit that the sender speaks for: the one that is called so, else the only one, else the only one `among` these.

    Who runs projects may name any. Raises Refuse.
    """
    mine = units_of_sender(ctx)
    if called:
        named = organisations_named(ctx.uow, called.strip())
        theirs = [unit for unit in named if unit in mine] or (named if runs_somewhere(ctx) else [])
        if len(theirs) != 1:
            raise Refuse(NoSuchUnit(called) if mine or runs_somewhere(ctx) else NoUnit(ctx.person_id is not None))
        return theirs[0]
    if not mine:
        raise Refuse(NoUnit(ctx.person_id is not None))
    fitting = [unit for unit in mine if unit.id in among] or mine
    if len(fitting) > 1:
        raise Refuse(WhichUnit(tuple(unit.name for unit in fitting)))
    return fitting[0]


def runs_somewhere(ctx: Context) -> bool:
    """Whether the sender runs projects anywhere."""
    return any(_runs(ctx, place) for place in {term.place_id for term in sender_terms(ctx)})


def _runs(ctx: Context, place_id: int | None) -> bool:
    return may_at(Act.RUN_PROJECTS, sender_terms(ctx), *rights_area(ctx, place_id))


def require_run(ctx: Context, place_id: int | None) -> None:
    """Raises Refuse unless the sender runs the projects of a place."""
    if not _runs(ctx, place_id):
        raise Refuse(not_allowed(ctx, Act.RUN_PROJECTS, place_id))


def project_run(ctx: Context, number: int | None, act: ProjectAct) -> ProjectRow:
    """The project that is named, or the only one for which who runs it may wish this; not locked. Raises Refuse."""
    if number is not None:
        found = _named(ctx, number, act)
        require_run(ctx, found.place_id)
        return found
    if not runs_somewhere(ctx):
        raise Refuse(not_allowed(ctx, Act.RUN_PROJECTS))
    return _only([each for each in running_projects(ctx.uow) if _runs(ctx, each.place_id)], act)


def project_held(
    ctx: Context, number: int | None, act: ProjectAct, called: str = ""
) -> tuple[ProjectRow, OrganisationRow]:
    """The project, locked, and the unit that has it and for which the sender speaks. Raises Refuse."""
    mine = units_of_sender(ctx)
    ids = [unit.id for unit in mine]
    if not mine and not called:
        raise Refuse(NoUnit(ctx.person_id is not None))
    if number is None:
        number = _only(projects_of(ctx.uow, ids, ctx.now), act).id
    found = locked(ctx, number, act)
    holders = holders_of_projects(ctx.uow, [number])[number]
    held = {holder.organisation_id for holder in holders}
    if not called and not held & set(ids):
        raise Refuse(NotYourProject(ref(found), units(holders), found.state))
    unit = unit_meant(ctx, called, held)
    if unit.id not in held:
        raise Refuse(NotYourProject(ref(found), units(holders), found.state))
    if not may(act, found.state):
        raise Refuse(NotNow(ref(found), act, found.state))
    return found, unit


def locked(ctx: Context, number: int, act: ProjectAct) -> ProjectRow:
    """The project as it stands under its lock. Raises Refuse where there is none."""
    found = lock_project(ctx.uow, number)
    if found is None:
        raise Refuse(NoSuchProject(number, act))
    return found


def locked_for(ctx: Context, number: int, act: ProjectAct) -> ProjectRow:
    """The same, refused where it may not be done to it now."""
    found = locked(ctx, number, act)
    if not may(act, found.state):
        raise Refuse(NotNow(ref(found), act, found.state))
    return found


def ref(found: ProjectRow) -> ProjectRef:
    """As it is spoken of."""
    return ProjectRef(found.id, found.title)


def units(holders: Sequence[Holder]) -> tuple[str, ...]:
    """Who has it, by name."""
    return tuple(holder.name for holder in holders)


def lines_of(ctx: Context, projects: Sequence[ProjectRow]) -> tuple[ProjectLine, ...]:
    """Projects as lists show them."""
    holders = holders_of_projects(ctx.uow, [each.id for each in projects])
    return tuple(
        ProjectLine(
            ref(each), each.state, place_name(ctx, each.place_id), each.until, units(holders[each.id]),
            max(0, each.shares - len(holders[each.id])),
        )
        for each in projects
    )  # fmt: skip


def place_name(ctx: Context, place_id: int | None) -> str:
    """Where it lies; empty for the whole subdistrict."""
    return ctx.places.full_name(place_id) if place_id is not None and place_id in ctx.places.nodes else ""


def veiled(ctx: Context, text: str) -> str:
    """Somebody's words as others may read them: without names and numbers of people."""
    return masked_text(ctx.names.masked(text))


def _named(ctx: Context, number: int, act: ProjectAct) -> ProjectRow:
    found = project(ctx.uow, number)
    if found is None:
        raise Refuse(NoSuchProject(number, act))
    return found


def _only(projects: Sequence[ProjectRow], act: ProjectAct) -> ProjectRow:
    fitting = [each for each in projects if may(act, each.state)]
    if not fitting:
        raise Refuse(NoSuchProject(None, act))
    if len(fitting) > 1:
        raise Refuse(WhichProject(tuple(ref(each) for each in fitting), act))
    return fitting[0]
