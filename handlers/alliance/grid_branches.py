"""支部建在网格上: the branches on grids, with their people and what these did."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from governance.alliance.deeds import Deeds, together
from governance.days import end_of, start_of
from handlers.context import Context
from storage.grid_branches import GridBranch, Span, deeds_of, grid_branches, members_by_branch
from storage.people import names_of


@dataclass(frozen=True)
class MemberLine:
    """Somebody of a branch, and what they did."""

    name: str
    secretary: bool
    deeds: Deeds


@dataclass(frozen=True)
class GridBranchLine:
    """A grid, its branch (`kept`: with its people), and what they did together."""

    row: GridBranch
    community: str
    secretary: str
    members: tuple[MemberLine, ...]
    deeds: Deeds

    @property
    def kept(self) -> bool:
        """Whether its people are known to us."""
        return self.row.branch_id is not None


def branch_lines(
    ctx: Context, first: date, last: date, communities: Collection[int] | None, only: Collection[int] | None = None
) -> list[GridBranchLine]:
    """Grids of these communities with their branches; `only`: these branches alone."""
    rows = [each for each in grid_branches(ctx.uow, communities) if only is None or each.branch_id in only]
    people = members_by_branch(ctx.uow, [each.branch_id for each in rows if each.branch_id is not None])
    everybody = sorted({person for members in people.values() for person in members})
    zone = ctx.config.zone
    deeds = deeds_of(ctx.uow, everybody, Span(first, last, start_of(first, zone), end_of(last, zone)))
    names = names_of(ctx.uow, everybody)
    return [_line(ctx, row, people.get(row.branch_id or 0, []), names, deeds) for row in rows]


def _line(
    ctx: Context, row: GridBranch, people: Sequence[int], names: dict[int, str], deeds: dict[int, Deeds]
) -> GridBranchLine:
    members = [MemberLine(names.get(each, ""), each == row.secretary_id, deeds[each]) for each in people]
    node = ctx.places.nodes.get(row.community_id)
    return GridBranchLine(
        row, "" if node is None else node.name, names.get(row.secretary_id or 0, ""),
        tuple(sorted(members, key=lambda each: (not each.secretary, each.name))), together(deeds[each] for each in people),
    )  # fmt: skip
