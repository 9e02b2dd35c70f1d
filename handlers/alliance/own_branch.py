"""网格支部: what the sender's branch on a grid did, for its people, the grid's head, and who looks after alliances."""

from governance.permissions import PERMISSIONS, Act
from governance.roles import AT_GRID
from handlers.alliance.commands import ShowGridBranch
from handlers.alliance.grid_branches import GridBranchLine, branch_lines
from handlers.alliance.outcomes import BranchDone, GridBranchesShown, NoGridBranch
from handlers.catalogue import executes
from handlers.context import Context
from handlers.posts import communities_of, sender, sender_terms
from storage.grid_branches import branches_of_member, grid_branches

LISTED = 5


@executes(ShowGridBranch)
def show(command: ShowGridBranch, ctx: Context) -> GridBranchesShown | NoGridBranch:
    """A month, unless another span is said."""
    mine = _own(ctx)
    first = command.first or ctx.today.replace(day=1)
    last = command.last or ctx.today
    lines = branch_lines(ctx, first, last, None, mine) if mine else []
    if not lines:
        return NoGridBranch(ctx.person_id is not None)
    shown = [_done(each) for each in sorted(lines, key=lambda each: (not each.deeds.any, each.row.grid_id))]
    return GridBranchesShown(first, last, tuple(shown[:LISTED]), max(len(shown) - LISTED, 0))


def _own(ctx: Context) -> set[int]:
    """The branches to which the sender belongs; else those of the grids or of the area that they look after."""
    person = sender(ctx)
    if person is None or person.left:
        return set()
    mine = branches_of_member(ctx.uow, person.id)
    if mine:
        return mine
    terms = sender_terms(ctx)
    grids = {term.grid_id for term in terms if term.role in AT_GRID and term.grid_id is not None}
    looks_after = [term for term in terms if term.role in PERMISSIONS[Act.RUN_ALLIANCE]]
    inside = communities_of(ctx, looks_after)
    everywhere = any(
        term.place_id is not None and ctx.places.nodes[term.place_id].kind == "subdistrict"
        for term in looks_after
        if term.place_id in ctx.places.nodes
    )
    return {
        each.branch_id
        for each in grid_branches(ctx.uow)
        if each.branch_id is not None and (each.grid_id in grids or each.community_id in inside or everywhere)
    }


def _done(line: GridBranchLine) -> BranchDone:
    return BranchDone(line.row.grid, line.row.name, line.secretary, len(line.members), line.deeds)
