"""What is somebody's in an evaluation, who hears of it, and who may decide on it."""

from collections.abc import Iterable, Sequence

from governance.evaluation.kinds import Evaluated
from governance.evaluation.scoring import total
from governance.permissions import Act, may_at
from handlers.alliance.finding import people_of, runs, sides_of
from handlers.context import Context
from handlers.evaluation.outcomes import EntryLine, RoundCalled, SumLine
from handlers.outcomes import Refuse
from handlers.posts import not_allowed, require, rights_area, sender_terms
from storage.alliance import all_pairings, pairings_of
from storage.evaluation import EntryRow, RoundRow, entries_about, facts_of
from storage.organisations import (
    branches_of,
    contacts_of,
    organisations_of,
    present_organisations,
    secretaries_of,
)
from storage.projects import holders_of_projects, projects_of


def own_entries(ctx: Context, current: RoundRow) -> list[EntryRow]:
    """What a round says of the units, pairings and projects that the sender answers for."""
    if ctx.person_id is None:
        return []
    branches = branches_of(ctx.uow, ctx.person_id, ctx.now)
    units = {branch.organisation_id for branch in branches if branch.organisation_id is not None}
    units |= set(organisations_of(ctx.uow, ctx.person_id, ctx.now))
    pairings = pairings_of(ctx.uow, {branch.id for branch in branches}, ctx.today)
    projects = projects_of(ctx.uow, units, ctx.now.replace(year=ctx.now.year - 2, day=1))
    return [
        *entries_about(ctx.uow, current.id, Evaluated.UNIT, units),
        *entries_about(ctx.uow, current.id, Evaluated.PAIRING, {each.id for each in pairings}),
        *entries_about(ctx.uow, current.id, Evaluated.PROJECT, {each.id for each in projects}),
    ]


def people_behind(ctx: Context, entries: Sequence[EntryRow]) -> dict[int, set[int]]:
    """Who answers for each of these, by its number; nobody where it is gone."""
    sides = {each.pairing.id: each for each in sides_of(ctx, all_pairings(ctx.uow))}
    projects = [each.ref_id for each in entries if each.kind is Evaluated.PROJECT]
    holders = holders_of_projects(ctx.uow, projects)
    found: dict[int, set[int]] = {}
    for each in entries:
        if each.kind is Evaluated.PAIRING:
            pair = sides[each.ref_id]
            found[each.id] = (
                people_of(ctx, pair.ours) | people_of(ctx, pair.theirs) if runs(pair.pairing, ctx) else set()
            )
        else:
            held = {holder.organisation_id for holder in holders.get(each.ref_id, []) if not holder.gone}
            units = {each.ref_id} if each.kind is Evaluated.UNIT else held
            found[each.id] = set(contacts_of(ctx.uow, units, ctx.now)) | set(secretaries_of(ctx.uow, units))
    return found


def gone(ctx: Context, entries: Iterable[EntryRow]) -> set[int]:
    """The numbers of those whose unit has left or whose pairing is over."""
    units = {unit.id for unit in present_organisations(ctx.uow)}
    pairings = {each.id for each in all_pairings(ctx.uow) if runs(each, ctx)}
    here = {Evaluated.UNIT: units, Evaluated.PAIRING: pairings}
    return {each.id for each in entries if each.kind in here and each.ref_id not in here[each.kind]}


def lines_of(ctx: Context, current: RoundRow, entries: Sequence[EntryRow]) -> tuple[EntryLine, ...]:
    """These with their sums, line by line."""
    facts = facts_of(ctx.uow, [each.id for each in entries])
    return tuple(
        EntryLine(
            each.id, each.kind, each.name, each.total, each.place, each.commended,
            tuple(
                SumLine(line.kind, line.amount, line.counted, line.points, tuple(fact.about for fact in line.facts))
                for line in total(facts[each.id], current.weights).lines
            ),
        )
        for each in entries
    )  # fmt: skip


def line_of(entry: EntryRow) -> EntryLine:
    """One as it is spoken of, without its sum's lines."""
    return EntryLine(entry.id, entry.kind, entry.name, entry.total, entry.place, entry.commended)


def called(current: RoundRow) -> RoundCalled:
    """A round as it is spoken of."""
    return RoundCalled(current.term, current.year)


def require_whole(ctx: Context) -> None:
    """Raises Refuse unless the sender runs the evaluation of the whole subdistrict."""
    require(ctx, Act.RUN_EVALUATION)
    if not decides_at(ctx, None):
        raise Refuse(not_allowed(ctx, Act.RUN_EVALUATION))


def decides_at(ctx: Context, place_id: int | None) -> bool:
    """Whether the sender decides on what belongs to this place (None: to the whole subdistrict)."""
    return may_at(Act.RUN_EVALUATION, sender_terms(ctx), *rights_area(ctx, place_id))
