"""Which resources, needs and projects fit each other, as they stand on the lists now."""

from collections.abc import Iterable

from governance.projects.kinds import Offer, ResourceKind, matches
from governance.projects.states import ProjectState
from handlers.context import Context
from storage.project_lists import NeedRow, ResourceRow, open_needs, open_offers
from storage.projects import ProjectRow, running_projects

MOST_UNITS = 8
Kinds = frozenset[ResourceKind]


def resources_for(ctx: Context, kinds: Kinds, place_id: int | None, most: int = 3) -> list[ResourceRow]:
    """What is offered that fits, the best first, each unit once."""
    offers = {each.id: each for each in open_offers(ctx.uow)}
    listed = [Offer(each.id, each.kinds, _community(ctx, each.place_id)) for each in offers.values()]
    found: dict[int, ResourceRow] = {}
    for number in matches(kinds, _community(ctx, place_id), listed, len(listed)):
        found.setdefault(offers[number].organisation_id, offers[number])
    return list(found.values())[:most]


def needs_for(ctx: Context, kinds: Kinds, place_id: int | None) -> list[NeedRow]:
    """What is needed that fits."""
    needed = {each.id: each for each in open_needs(ctx.uow)}
    return [needed[number] for number in matches(kinds, _community(ctx, place_id), _offers(ctx, needed.values()))]


def projects_for(ctx: Context, kinds: Kinds, place_id: int | None) -> list[ProjectRow]:
    """Projects that wait for who claims them and that fit."""
    waiting = {each.id: each for each in running_projects(ctx.uow) if each.state is ProjectState.OPEN}
    return [waiting[number] for number in matches(kinds, _community(ctx, place_id), _offers(ctx, waiting.values()))]


def _offers(ctx: Context, rows: Iterable[NeedRow | ProjectRow]) -> list[Offer]:
    return [Offer(each.id, each.kinds, _community(ctx, each.place_id)) for each in rows]


def _community(ctx: Context, place_id: int | None) -> int | None:
    return ctx.places.community_of(place_id) if place_id is not None and place_id in ctx.places.nodes else None
