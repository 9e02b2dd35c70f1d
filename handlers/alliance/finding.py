"""Who answers for a branch, which pairings are somebody's, and where a pairing lies."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from governance.alliance.milestones import Deadline, standing_of
from governance.clock import local_day
from governance.permissions import Act, may, may_at
from governance.roles import Role, Term
from handlers.alliance.outcomes import MilestoneLine, NoSide
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import rights_area, sender, sender_terms, serving_at
from storage.alliance import (
    MilestoneRow,
    PairingRow,
    all_pairings,
    pairings_of,
)
from storage.grids import grid_communities
from storage.organisations import BranchRow, branches, branches_of, contacts_of, organisation
from storage.people import names_of


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
    return [each for each in sides_of(ctx, running) if looks_after(ctx, terms, each)]


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


def place_of(ctx: Context, branch: BranchRow) -> int | None:
    """Where a branch lies: its community, that of its grid, or where its unit belongs."""
    if branch.place_id is not None:
        return branch.place_id
    if branch.grid_id is not None:
        return next(iter(grid_communities(ctx.uow, [branch.grid_id])), None)
    unit = None if branch.organisation_id is None else organisation(ctx.uow, branch.organisation_id)
    return None if unit is None else unit.place_id


def looks_after(ctx: Context, terms: Sequence[Term], sides: Sides) -> bool:
    """Whether somebody with these terms looks after the pairing, at one of its ends."""
    places = [place_of(ctx, branch) for branch in (sides.ours, sides.theirs)]
    known: list[int | None] = [place for place in places if place is not None] or [None]
    return any(may_at(Act.RUN_ALLIANCE, terms, *rights_area(ctx, place)) for place in known)


def people_of(ctx: Context, branch: BranchRow) -> set[int]:
    """Who answers for a branch: its secretary and its unit's contacts; where there is none, the community's secretary."""
    found = set() if branch.secretary_id is None else {branch.secretary_id}
    if branch.organisation_id is not None:
        found |= set(contacts_of(ctx.uow, [branch.organisation_id], ctx.now))
    place = None if found else place_of(ctx, branch)
    if place is not None:
        found |= {each.person for each in serving_at(ctx, place, (Role.COMMUNITY_SECRETARY,))}
    return found


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
