"""Where an award belongs: the community of a round, and within it the courtyard, building or community."""

from collections.abc import Collection

from governance.permissions import Act, may_at
from governance.roles import Term
from governance.stars.states import AwardKind
from handlers.context import Context
from handlers.posts import rights_area
from storage.stars.awards import AwardRow


def communities(ctx: Context) -> list[int]:
    """All of them."""
    return [node.id for node in ctx.places.nodes.values() if node.kind == "community"]


def area_of(ctx: Context, place: int, kind: AwardKind) -> int:
    """What an award of this kind is for, to somebody who lives or serves at the place: a leader's the community, a star's the
    courtyard, the building where there is no courtyard, else the community.
    """
    line, nodes = ctx.places.line_of(place), ctx.places.nodes
    community = ctx.places.community_of(place)
    if kind is AwardKind.BUILDING_LEADER and community is not None:
        return community
    for wanted in ("courtyard", "building"):
        found = next((each for each in line if nodes[each].kind == wanted), None)
        if found is not None:
            return found
    return community if community is not None else place


def inside(ctx: Context, place: int) -> list[int]:
    """All places that lie in a place, itself included."""
    return [other for other in ctx.places.nodes if place in ctx.places.line_of(other)]


def area_called(ctx: Context, award: AwardRow) -> str:
    """The area as people say it."""
    return ctx.places.full_name(award.area_id) if award.area_id in ctx.places.nodes else ""


def runs_stars_at(ctx: Context, terms: Collection[Term], community: int) -> bool:
    """Whether somebody with these terms reviews the stars of this community."""
    return may_at(Act.RUN_STARS, terms, *rights_area(ctx, community))


def led_communities(ctx: Context, terms: Collection[Term]) -> list[int]:
    """The communities whose stars somebody with these terms reviews."""
    return [community for community in communities(ctx) if runs_stars_at(ctx, terms, community)]
