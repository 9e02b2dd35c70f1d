"""What somebody is to the neighbourhood besides their posts: who speaks for a unit, sits in a council, belongs to a branch."""

from dataclasses import dataclass

from governance.councils.kinds import CouncilKind
from governance.roles import Role
from handlers.context import Context
from storage.councils.seats import all_councils, councils_sat_in
from storage.grid_branches import branches_of_member
from storage.organisations import branches, branches_of, organisations, organisations_of


@dataclass(frozen=True)
class Callings:
    """By name: units that they speak for, branches on grids that they belong to or answer for; councils by kind and place."""

    units: tuple[str, ...] = ()
    councils: tuple[tuple[CouncilKind, str], ...] = ()
    branches: tuple[str, ...] = ()

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that these stand for; nobody holds a post for them."""
        of = ((Role.UNIT_CONTACT, self.units), (Role.COUNCIL_MEMBER, self.councils), (Role.PARTY_MEMBER, self.branches))
        return frozenset(role for role, held in of if held)


def callings_of(ctx: Context, person_id: int | None) -> Callings:
    """Those that somebody has now; none of nobody."""
    if person_id is None:
        return Callings()
    units = organisations(ctx.uow, organisations_of(ctx.uow, person_id, ctx.now))
    seats = set(councils_sat_in(ctx.uow, person_id, ctx.now))
    councils = [each for each in all_councils(ctx.uow) if each.id in seats] if seats else []
    answered = {each.id for each in branches_of(ctx.uow, person_id, ctx.now)}
    of_branches = branches(ctx.uow, branches_of_member(ctx.uow, person_id) | answered)
    nodes = ctx.places.nodes
    return Callings(
        tuple(each.name for each in units),
        tuple((each.kind, nodes[each.place_id].name if each.place_id in nodes else "") for each in councils),
        tuple(each.name for each in of_branches),
    )
