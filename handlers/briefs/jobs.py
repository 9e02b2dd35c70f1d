"""Briefs: each morning to the secretaries, each week and month to secretaries and lead; a place or grid a transaction."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from governance.clock import local_day
from governance.days import month_before, month_of, start_of
from governance.noise import MORNING
from governance.notices import NoticeKind
from governance.periods import Daily
from governance.rates import row
from governance.roles import Role
from governance.visits.walks import plan
from handlers.briefs.matters import matters
from handlers.context import Context
from handlers.jobs import Job, JobTools
from handlers.month_report import facts_of
from handlers.notices import tell
from handlers.periodic import once_a_period
from handlers.texts import briefs as words
from handlers.texts import jobs as labels
from handlers.tickets.parts import LEADS, accounts_of, all_reached
from storage.brief_figures import brief_figures
from storage.grids import grids_to_check
from storage.serving import places_of_grids


def daily(ctx: Context, instant: datetime, community: int) -> int:
    """What the day before brought and what is open, to a community's secretaries."""
    today = local_day(instant, ctx.config.zone)
    first, end = start_of(today - timedelta(days=1), ctx.config.zone), start_of(today, ctx.config.zone)
    inside = _inside(ctx, community)
    figures = brief_figures(ctx.uow, inside, first, end, ctx.now)
    text = words.daily(ctx.places.full_name(community), today, figures, matters(ctx, inside))
    return _tell(ctx, community, (Role.COMMUNITY_SECRETARY,), f"daily:{today}:{community}", text)


def weekly(ctx: Context, instant: datetime, root: int) -> int:
    """The week that is over, to the subdistrict's lead and who dispatches."""
    today = local_day(instant, ctx.config.zone)
    first, end = start_of(today - timedelta(days=7), ctx.config.zone), start_of(today, ctx.config.zone)
    figures = brief_figures(ctx.uow, None, first, end, ctx.now)
    text = words.weekly(today - timedelta(days=7), today - timedelta(days=1), figures, matters(ctx, None))
    return _tell(ctx, root, (*LEADS, Role.DISPATCHER), f"weekly:{today}:{root}", text)


def monthly(ctx: Context, instant: datetime, place: int) -> int:
    """The three rates of the month that is over: the whole to the lead, a community's to its secretaries."""
    day, zone = local_day(instant, ctx.config.zone), ctx.config.zone
    first = month_before(day)
    facts = facts_of(ctx, start_of(first, zone), start_of(month_of(day), zone))
    own, roles = [each for each in facts if not each.prevention], (Role.COMMUNITY_SECRETARY,)
    if place in ctx.places.roots():
        name, roles = ctx.places.full_name(place), LEADS
    else:
        name = ctx.places.nodes[place].name
        own = [each for each in own if each.community == name]
    text = words.monthly(first, row(name, own, ctx.now))
    return _tell(ctx, place, roles, f"monthly:{first}:{place}", text)


def visit_plan(ctx: Context, instant: datetime, grid_id: int) -> int:
    """The month's visits, to the grid workers of a comprehensive grid."""
    month = month_of(local_day(instant, ctx.config.zone))
    grid = next((each for each in grids_to_check(ctx.uow) if each.id == grid_id), None)
    inside = set(places_of_grids(ctx.uow, [grid_id]))
    buildings = [p for p, node in ctx.places.nodes.items() if p in inside and node.kind == "building"]
    weeks = [
        (week.first, week.last, [ctx.places.full_name(each) for each in week.buildings])
        for week in plan(buildings, month, ctx.config.calendar)
    ]
    if grid is None or not weeks:
        return 0
    text = words.visits(grid.name, month, len(buildings), weeks)
    return _tell(ctx, grid.place_id, (Role.GRID_WORKER,), f"visits:{month}:{grid.id}", text)


def _tell(ctx: Context, place: int, roles: Sequence[Role], key: str, text: str) -> int:
    accounts = accounts_of(ctx, all_reached(ctx, place, roles))
    tell(ctx, accounts, key, NoticeKind.BRIEF, text, again=True)
    return len(accounts)


def _communities(ctx: Context) -> list[int]:
    return [node.id for node in ctx.places.nodes.values() if node.kind == "community"]


def _inside(ctx: Context, place: int) -> list[int]:
    return [other for other in ctx.places.nodes if place in ctx.places.line_of(other)]


def _roots(ctx: Context) -> list[int]:
    return list(ctx.places.roots())


def _grids(ctx: Context) -> list[int]:
    return [grid.id for grid in grids_to_check(ctx.uow)]


JOBS: tuple[Job[JobTools], ...] = (
    once_a_period("daily_brief", *labels.DAILY_BRIEF, MORNING, _communities, daily),
    once_a_period("weekly_brief", *labels.WEEKLY_BRIEF, Daily(8, 30, weekday=0), _roots, weekly),
    once_a_period("visit_plan", *labels.VISIT_PLAN, Daily(8, 0, day=1), _grids, visit_plan),
    once_a_period(
        "monthly_rates",
        *labels.MONTHLY_RATES,
        Daily(9, 0, day=1),
        lambda ctx: list(dict.fromkeys([*_roots(ctx), *_communities(ctx)])),
        monthly,
        catch_up=3,
    ),
)
"""A brief of a day long gone helps nobody; the month's rates are owed for each month."""
