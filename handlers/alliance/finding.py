"""Who answers for a branch, which pairings are somebody's, and where a pairing lies."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from governance.clock import local_day
from governance.milestones import Deadline, standing_of
from governance.permissions import PERMISSIONS, Act, may
from governance.roles import Role, Term
from handlers.alliance.outcomes import MilestoneLine, NoSide
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import area_of_terms, sender, sender_terms, serving_at
from storage.alliance import (
    MilestoneRow,
    PairingRow,
    all_pairings,
    pairings_of,
)
from storage.grids import communities_by_grid
from storage.organisations import BranchRow, branches, branches_of, contacts_of, organisations
from storage.people import known_people, names_of


@dataclass(frozen=True)
class Sides:
    """A pairing as somebody sees it: their own branch first."""

    pairing: PairingRow
    ours: BranchRow
    theirs: BranchRow


def own_sides(ctx: Context) -> list[Sides]:
    """The running pairings of the branches that the sender answers for; of who looks after alliances those of their area.

    Raises Refuse for who answers for no branch.
    """
    person = sender(ctx)
    if person is None or person.left:
        raise Refuse(NoSide(False))
    mine = {branch.id for branch in branches_of(ctx.uow, person.id, ctx.now)}
    if mine:
        return sides_of(ctx, pairings_of(ctx.uow, mine, ctx.today), mine)
    terms = sender_terms(ctx)
    if not may(Act.RUN_ALLIANCE, terms):
        raise Refuse(NoSide(True))
    running = [each for each in all_pairings(ctx.uow) if runs(each, ctx)]
    return lying_in(ctx, sides_of(ctx, running), area_looked_after(ctx, terms))


def runs(pairing: PairingRow, ctx: Context) -> bool:
    """Whether it is not over."""
    return pairing.ended_at is None and (pairing.until is None or pairing.until >= ctx.today)


def sides_of(ctx: Context, pairings: Sequence[PairingRow], mine: Collection[int] = ()) -> list[Sides]:
    """The pairings with both branches; those in `mine` come first."""
    ids = {branch for each in pairings for branch in (each.branch_id, each.partner_id)}
    known = {branch.id: branch for branch in branches(ctx.uow, ids)}
    found = []
    for each in pairings:
        ours, theirs = known[each.branch_id], known[each.partner_id]
        turned = theirs.id in mine and ours.id not in mine
        found.append(Sides(each, theirs, ours) if turned else Sides(each, ours, theirs))
    return found


def places_of(ctx: Context, found: Collection[BranchRow]) -> dict[int, int | None]:
    """Where each of these branches lies, by its id: its community, that of its grid, or where its unit belongs."""
    of_grid = communities_by_grid(ctx.uow, sorted({each.grid_id for each in found if each.grid_id is not None}))
    units = organisations(ctx.uow, {each.organisation_id for each in found if each.organisation_id is not None})
    of_unit = {unit.id: unit.place_id for unit in units}
    return {
        each.id: each.place_id or of_grid.get(each.grid_id or 0) or of_unit.get(each.organisation_id or 0)
        for each in found
    }


def place_of(ctx: Context, branch: BranchRow) -> int | None:
    """Where a branch lies."""
    return places_of(ctx, [branch])[branch.id]


def lying_in(ctx: Context, found: Sequence[Sides], area: Collection[int] | None) -> list[Sides]:
    """Those of the pairings one of whose branches lies in these places; None: everywhere."""
    if area is None:
        return list(found)
    places = places_of(ctx, [branch for each in found for branch in (each.ours, each.theirs)])
    return [each for each in found if {places[each.ours.id], places[each.theirs.id]} & set(area)]


def looks_after(ctx: Context, terms: Sequence[Term], sides: Sides) -> bool:
    """Whether somebody with these terms looks after the pairing, at one of its ends."""
    return bool(lying_in(ctx, [sides], area_looked_after(ctx, terms)))


def area_looked_after(ctx: Context, terms: Sequence[Term]) -> frozenset[int] | None:
    """Where somebody with these terms looks after alliances; None: everywhere."""
    return area_of_terms(ctx, [term for term in terms if term.role in PERMISSIONS[Act.RUN_ALLIANCE]])


def has_to_do(ctx: Context, person_id: int, sides: Sides) -> bool:
    """Whether somebody answers for one of the two branches, or looks after the pairing."""
    mine = {branch.id for branch in branches_of(ctx.uow, person_id, ctx.now)}
    return bool(mine & {sides.ours.id, sides.theirs.id}) or looks_after(ctx, sender_terms(ctx), sides)


def people_of(ctx: Context, branch: BranchRow) -> set[int]:
    """Who answers for a branch: its secretary and its unit's contacts; where there is none, the community's secretary."""
    found = here(ctx, set() if branch.secretary_id is None else {branch.secretary_id})
    if branch.organisation_id is not None:
        found |= set(contacts_of(ctx.uow, [branch.organisation_id], ctx.now))
    place = None if found else place_of(ctx, branch)
    if place is not None:
        found |= {each.person for each in serving_at(ctx, place, (Role.COMMUNITY_SECRETARY,))}
    return found


def here(ctx: Context, people: Collection[int]) -> set[int]:
    """Those of these people who have not left."""
    return {person.id for person in known_people(ctx.uow, people) if not person.left}


def everybody(ctx: Context, sides: Sides, owner: int | None = None) -> list[int]:
    """Whom both sides' news reach: who answers for either branch, and for the milestone."""
    found = people_of(ctx, sides.ours) | people_of(ctx, sides.theirs)
    return sorted(found | here(ctx, [] if owner is None else [owner]))


def lines_of(ctx: Context, milestones: Sequence[MilestoneRow]) -> list[MilestoneLine]:
    """Milestones as they are spoken of, with who answers for them."""
    names = names_of(ctx.uow, [each.owner_id for each in milestones])
    return [
        MilestoneLine(
            each.id, each.title, each.due_on, standing_of(deadline_of(ctx, each), ctx.today), names.get(each.owner_id, "")
        )
        for each in milestones
    ]  # fmt: skip


def deadline_of(ctx: Context, milestone: MilestoneRow) -> Deadline:
    """The milestone's day and what came of it."""
    proved = None if milestone.proved_at is None else local_day(milestone.proved_at, ctx.config.zone)
    return Deadline(milestone.due_on, proved, milestone.dropped_at is not None)
