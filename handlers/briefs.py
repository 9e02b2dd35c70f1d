"""Briefs: each morning to the secretaries, each week and month to secretaries and lead."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from governance.clock import local_day
from governance.days import month_before, month_of, start_of
from governance.rates import row
from governance.roles import Role
from governance.visits import plan
from handlers.context import Context
from handlers.month_report import facts_of
from handlers.notices import tell
from handlers.texts import briefs as words
from handlers.tickets.parts import LEADS, accounts_of, all_reached
from storage.brief_figures import brief_figures
from storage.grids import grids_to_check
from storage.serving import places_of_grids


def daily(ctx: Context, instant: datetime) -> int:
    """What the day before brought and what is open, to each community's secretaries."""
    today = local_day(instant, ctx.config.zone)
    first, end = start_of(today - timedelta(days=1), ctx.config.zone), start_of(today, ctx.config.zone)
    told = 0
    for community in _communities(ctx):
        figures = brief_figures(ctx.uow, _inside(ctx, community), first, end, ctx.now)
        text = words.daily(ctx.places.full_name(community), today, figures)
        told += _tell(ctx, community, (Role.COMMUNITY_SECRETARY,), f"daily:{today}:{community}", text)
    return told


def weekly(ctx: Context, instant: datetime) -> int:
    """The week that is over, to the subdistrict's lead and who dispatches."""
    today = local_day(instant, ctx.config.zone)
    first, end = start_of(today - timedelta(days=7), ctx.config.zone), start_of(today, ctx.config.zone)
    figures = brief_figures(ctx.uow, None, first, end, ctx.now)
    text = words.weekly(today - timedelta(days=7), today - timedelta(days=1), figures)
    return sum(
        _tell(ctx, root, (*LEADS, Role.DISPATCHER), f"weekly:{today}:{root}", text) for root in ctx.places.roots()
    )


def monthly(ctx: Context, instant: datetime) -> int:
    """The three rates of the month that is over, to the lead and to each community's secretaries."""
    day = local_day(instant, ctx.config.zone)
    first, zone = month_before(day), ctx.config.zone
    span = start_of(first, zone), start_of(month_of(day), zone)
    facts = [each for each in facts_of(ctx, *span) if not each.prevention]
    told = 0
    for root in ctx.places.roots():
        total = row(ctx.places.full_name(root), facts, ctx.now)
        told += _tell(ctx, root, LEADS, f"monthly:{first}:{root}", words.monthly(first, total))
    for community in _communities(ctx):
        name = ctx.places.nodes[community].name
        own = row(name, [each for each in facts if each.community == name], ctx.now)
        text = words.monthly(first, own)
        told += _tell(ctx, community, (Role.COMMUNITY_SECRETARY,), f"monthly:{first}:{community}", text)
    return told


def visit_plan(ctx: Context, instant: datetime) -> int:
    """The month's visits, to the grid workers of each comprehensive grid."""
    month = month_of(local_day(instant, ctx.config.zone))
    told = 0
    for grid in grids_to_check(ctx.uow):
        inside = set(places_of_grids(ctx.uow, [grid.id]))
        buildings = [p for p, node in ctx.places.nodes.items() if p in inside and node.kind == "building"]
        weeks = [
            (week.first, week.last, [ctx.places.full_name(each) for each in week.buildings])
            for week in plan(buildings, month, ctx.config.calendar)
        ]
        if weeks:
            text = words.visits(grid.name, month, len(buildings), weeks)
            told += _tell(ctx, grid.place_id, (Role.GRID_WORKER,), f"visits:{month}:{grid.id}", text)
    return told


def _tell(ctx: Context, place: int, roles: Sequence[Role], key: str, text: str) -> int:
    accounts = accounts_of(ctx, all_reached(ctx, place, roles))
    tell(ctx, accounts, key, "brief", text, again=True)
    return len(accounts)


def _communities(ctx: Context) -> list[int]:
    return [node.id for node in ctx.places.nodes.values() if node.kind == "community"]


def _inside(ctx: Context, place: int) -> list[int]:
    return [other for other in ctx.places.nodes if place in ctx.places.line_of(other)]
