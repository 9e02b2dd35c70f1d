"""一居一品: what a community's own brand work is, told to anybody who asks."""

from handlers.catalogue import executes
from handlers.context import Context
from handlers.evaluation.brand_outcomes import BrandShown, NoBrandYet, WhoseBrand
from handlers.evaluation.branding import community_called
from handlers.evaluation.commands import ShowBrand
from handlers.posts import communities_of, sender_terms
from storage.brands import newest_brands

MOST = 6


@executes(ShowBrand)
def show(command: ShowBrand, ctx: Context) -> BrandShown | NoBrandYet | WhoseBrand:
    """Of the community that is named; else of where the asker lives, or serves."""
    brands = newest_brands(ctx.uow)
    having = tuple(ctx.places.full_name(each) for each in sorted(brands) if each in ctx.places.nodes)[:MOST]
    community = community_called(ctx, command.community) if command.community else _own(ctx)
    if community is None:
        return WhoseBrand(command.community, having)
    name, brand = ctx.places.full_name(community), brands.get(community)
    if brand is None:
        return NoBrandYet(name, having)
    return BrandShown(name, brand.year, brand.title, brand.story)


def _own(ctx: Context) -> int | None:
    """Where the asker lives; else the only community in which they serve."""
    home = None if ctx.account is None else ctx.account.place_id
    lives = None if home is None or home not in ctx.places.nodes else ctx.places.community_of(home)
    serves = communities_of(ctx, sender_terms(ctx))
    return lives if lives is not None else serves.pop() if len(serves) == 1 else None
