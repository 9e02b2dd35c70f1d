"""记一居一品: a community's own brand work of a year, without a person in its words, with a picture of the work."""

from governance.permissions import Act
from handlers.catalogue import executes
from handlers.context import Context
from handlers.evaluation.commands import KeepBrand
from handlers.evaluation.finding import decides_at
from handlers.evaluation.outcomes import BrandKept, BrandNeeds, NoBrandPicture
from handlers.outcomes import Refuse
from handlers.posts import communities_of, not_allowed, require, sender_terms
from handlers.projects.finding import veiled
from storage.brand_pictures import picture_of_source
from storage.brands import keep_brand
from understanding.place_search import decided, search

TITLE, STORY, SOURCE = 60, 1000, 24


@executes(KeepBrand)
def keep(command: KeepBrand, ctx: Context) -> BrandKept | BrandNeeds | NoBrandPicture:
    """The same community and year again: what was written before is replaced."""
    require(ctx, Act.RUN_EVALUATION)
    community = _community(ctx, command.community.strip())
    title, story = veiled(ctx, command.title.strip())[:TITLE], veiled(ctx, command.story.strip())[:STORY]
    if community is None or not title or not story:
        return BrandNeeds(command.community if community is None else "")
    if not decides_at(ctx, community):
        raise Refuse(not_allowed(ctx, Act.RUN_EVALUATION, community))
    source = command.source.strip().upper()[:SOURCE]
    picture = _picture(ctx, source, community) if source else None
    if source and picture is None:
        return NoBrandPicture(source)
    year = command.year or ctx.today.year
    new = keep_brand(
        ctx.uow, community, year, title=title, story=story, source=source or None, picture_id=picture,
        written_by=ctx.person_id, at=ctx.now,
    )  # fmt: skip
    return BrandKept(ctx.places.full_name(community), year, title, new, picture is not None)


def _picture(ctx: Context, source: str, community: int) -> int | None:
    """Only of what was done in that community, or for all of them where the sender decides on that too."""
    shown = picture_of_source(ctx.uow, source)
    if shown is None:
        return None
    own = None if shown.place_id is None else ctx.places.community_of(shown.place_id)
    theirs = own == community if own is not None else decides_at(ctx, shown.place_id)
    return shown.picture_id if theirs else None


def _community(ctx: Context, said: str) -> int | None:
    """The one that is named; where none is, the only one in which the sender serves."""
    if not said:
        own = communities_of(ctx, sender_terms(ctx))
        return own.pop() if len(own) == 1 else None
    return community_called(ctx, said)


def community_called(ctx: Context, said: str) -> int | None:
    """The community that is called so; None where none is, or several."""
    every = [place for place, node in ctx.places.nodes.items() if node.kind == "community"]
    named = [place for place in every if said in (ctx.places.full_name(place), ctx.places.nodes[place].name)]
    if len(named) == 1:
        return named[0]
    found = decided(search(ctx.places, said))
    return None if found is None or found.place not in every else found.place
