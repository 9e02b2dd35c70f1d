"""Who reviews a community's stars, and how they are told."""

from dataclasses import dataclass

from governance.notices import NoticeKind
from governance.permissions import Act, may
from governance.roles import Role, Term
from handlers.context import Context
from handlers.notices import tell
from handlers.outcomes import Refuse
from handlers.posts import not_allowed, sender_terms
from handlers.stars.areas import led_communities, runs_stars_at
from handlers.stars.outcomes.review import NoSuchAward
from handlers.tickets.parts import accounts_of, first_reached
from storage.stars.awards import AwardRow, award_by_id

REVIEWERS = (Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_LEAD, Role.ADMINISTRATOR)


@dataclass(frozen=True)
class Reviewer:
    """Somebody who reviews the stars somewhere."""

    person_id: int
    terms: tuple[Term, ...]


def reviewer(ctx: Context) -> Reviewer:
    """The sender as one who reviews somewhere. Raises Refuse, with whom to ask, for anybody else."""
    terms = tuple(sender_terms(ctx))
    if ctx.person_id is None or not may(Act.RUN_STARS, terms):
        raise Refuse(not_allowed(ctx, Act.RUN_STARS))
    return Reviewer(ctx.person_id, terms)


def communities_of(ctx: Context, who: Reviewer) -> list[int]:
    """The communities whose stars they review."""
    return led_communities(ctx, who.terms)


def award_of(ctx: Context, who: Reviewer, number: int) -> AwardRow:
    """The candidate with this number, locked. Raises Refuse where the reviewer has none of it."""
    award = award_by_id(ctx.uow, number, lock=True)
    if award is None or not runs_stars_at(ctx, who.terms, award.community_id):
        raise Refuse(NoSuchAward(number))
    return award


def tell_reviewers(
    ctx: Context, community: int, key: str, text: str, *, but: int | None = None, and_lead: bool = False
) -> None:
    """Tells the community's secretaries, else who stands above them, once a key. `but`: a person whom it is about."""
    told = first_reached(ctx, community, REVIEWERS, but=(but,))
    if and_lead:
        told = [*told, *first_reached(ctx, community, (Role.SUBDISTRICT_LEAD,), but=(but,))]
    accounts = list(dict.fromkeys(accounts_of(ctx, told)))
    tell(ctx, accounts, key, NoticeKind.STAR_ASK, text, again=True)
