"""Who helps where nobody of the place can: the person on night duty, and the workers of neighbouring grids."""

from collections.abc import Sequence

from governance.noise import post_of
from governance.notices import quiet_until
from governance.roles import Role
from governance.serving import Servant
from governance.tickets.dispatching import Candidate
from handlers.context import Context
from storage.duty.standing import on_duty
from storage.grids import grids_beside
from storage.people import terms_of
from storage.serving import reachable, serving_grids
from storage.work_tickets import load_of


def on_night_duty(ctx: Context, place_id: int | None) -> list[Candidate]:
    """The staff who stand a shift now, in the quiet hours: of the place's community, or where it has none of any; none by day."""
    if quiet_until(ctx.now, ctx.config.zone, ctx.config.rules) is None:
        return []
    found: list[tuple[Servant, int]] = []
    for person, place in on_duty(ctx.uow, ctx.now):
        roles = [term.role for term in terms_of(ctx.uow, person, ctx.now)]
        if post_of(roles) is not None:
            found.append((Servant(person, next(role for role in roles if post_of([role]) is not None)), place))
    own = None if place_id is None else ctx.places.community_of(place_id)
    near = [servant for servant, place in found if ctx.places.community_of(place) == own]
    return [each for each in _candidates(ctx, near or [servant for servant, _ in found]) if each.reachable]


def neighbours_of(ctx: Context, place_id: int) -> list[Candidate]:
    """The workers of the other grids of the same community."""
    servants = serving_grids(ctx.uow, grids_beside(ctx.uow, place_id), ctx.now)
    return _candidates(ctx, [servant for servant in servants if servant.role is Role.GRID_WORKER])


def _candidates(ctx: Context, servants: Sequence[Servant]) -> list[Candidate]:
    people = [servant.person for servant in servants]
    reached, load = reachable(ctx.uow, people), load_of(ctx.uow, people)
    return [
        Candidate(s.person, s.role, s.line, s.person in reached, load.get(s.person, 0), s.for_person) for s in servants
    ]
