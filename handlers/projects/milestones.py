"""A project's steps: whose they are, how they stand, what proves them, what ends them."""

from collections.abc import Collection, Sequence
from datetime import date

from governance.clock import local_day
from governance.milestones import Deadline, standing_of
from governance.projects.milestones import DroppedWhy, Planned, unfit
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.projects.finding import ref, veiled
from handlers.projects.milestone_outcomes import MilestoneLine, NoSuchStep, NotPlanned, StepProvedBefore
from handlers.projects.outcomes import ProjectRef
from storage.organisations import organisations
from storage.project_milestones import MilestoneRow, drop, milestones_of
from storage.projects import ProjectRow

LONGEST = 60


def open_milestones(ctx: Context, number: int) -> list[MilestoneRow]:
    """Those of a project that somebody waits for."""
    return [each for each in milestones_of(ctx.uow, [number]) if each.step_id is None and each.dropped_at is None]


def milestone_lines(ctx: Context, rows: Sequence[MilestoneRow]) -> tuple[MilestoneLine, ...]:
    """As they are spoken of, the first due first; what was planned anew is left out."""
    names = {unit.id: unit.name for unit in organisations(ctx.uow, {each.organisation_id or 0 for each in rows})}
    shown = [each for each in rows if each.dropped_why is not DroppedWhy.REPLACED]
    return tuple(
        MilestoneLine(
            each.position, each.title, each.due_on, standing_of(deadline_of(ctx, each), ctx.today),
            names.get(each.organisation_id or 0, ""), each.dropped_why,
        )
        for each in sorted(shown, key=lambda row: (row.due_on, row.id))
    )  # fmt: skip


def deadline_of(ctx: Context, row: MilestoneRow) -> Deadline:
    """Its day and what came of it."""
    proved = None if row.proved_at is None else local_day(row.proved_at, ctx.config.zone)
    return Deadline(row.due_on, proved, row.dropped_at is not None)


def to_prove(ctx: Context, found: ProjectRow, position: int | None, done: bool, unit_id: int) -> list[int]:
    """The steps that are done by what a unit tells: the one of this number, or with all of the project all that are open.

    Raises Refuse where there is none of this number, or it was proved before.
    """
    standing = [each for each in milestones_of(ctx.uow, [found.id]) if each.dropped_at is None]
    if done:
        return [each.id for each in standing if each.step_id is None]
    if position is None:
        return []
    named = [each for each in standing if each.position == position and each.organisation_id in (None, unit_id)]
    if not named:
        raise Refuse(NoSuchStep(ref(found), position, milestone_lines(ctx, standing)))
    if named[0].proved_at is not None:
        day = local_day(named[0].proved_at, ctx.config.zone)
        raise Refuse(StepProvedBefore(ref(found), position, named[0].title, day))
    return [named[0].id]


def drop_open(ctx: Context, number: int, why: DroppedWhy, units: Collection[int | None] | None = None) -> int:
    """Nobody waits any more for the open steps of a project, `units`: of theirs only; answers how many those were."""
    gone = [each.id for each in open_milestones(ctx, number) if units is None or each.organisation_id in units]
    if gone:
        drop(ctx.uow, gone, why, ctx.now)
    return len(gone)


def steps_fit(
    ctx: Context, project: ProjectRef | None, until: date | None, steps: Sequence[Planned], standing: int = 0
) -> tuple[Planned, ...]:
    """Steps as they are kept. `standing`: so many stand already. Raises Refuse where they can't be planned so."""
    wrong = unfit(steps, until, ctx.today, standing)
    if wrong is not None:
        raise Refuse(NotPlanned(project, *wrong, until))
    return tuple(Planned(veiled(ctx, each.title)[:LONGEST], each.due_on) for each in steps)
