"""Who reviews a community's stars, and how they are told."""

from governance.permissions import Act, may
from governance.roles import Role
from handlers.context import Context
from handlers.duty.members import Member, known_member
from handlers.inbound import Reply
from handlers.notices import tell
from handlers.posts import refused
from handlers.turn import Turn
from handlers.work.parts import accounts_of, first_reached

REVIEWERS = (Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_LEAD, Role.ADMINISTRATOR)


def reviewer(turn: Turn) -> Member | Reply:
    """The sender as one who reviews somewhere; else a refusal that says whom to ask."""
    who = known_member(turn)
    if who is None or not may(Act.RUN_STARS, who.terms):
        return Reply(refused(turn, Act.RUN_STARS))
    return who


def tell_reviewers(
    ctx: Context, community: int, key: str, text: str, *, but: int | None = None, and_lead: bool = False
) -> None:
    """Tells the community's secretaries, else who stands above them, once a key. `but`: a person whom it is about."""
    told = first_reached(ctx, community, REVIEWERS, but=(but,))
    if and_lead:
        told = [*told, *first_reached(ctx, community, (Role.SUBDISTRICT_LEAD,), but=(but,))]
    accounts = list(dict.fromkeys(accounts_of(ctx, told)))
    tell(ctx, accounts, key, "star_ask", text, again=True)
