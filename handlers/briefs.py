"""Briefs: each morning to the secretaries, each week and month to secretaries and lead."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from governance.clock import local_day
from governance.days import month_before, month_of, start_of
from governance.rates import row
from governance.roles import Role
from governance.visits import plan
from handlers.month_report import facts_of
from handlers.notices import tell
from handlers.scene import Scene
from handlers.texts import briefs as words
from handlers.work.parts import LEADS, accounts_of, all_reached
from storage.brief_figures import brief_figures
from storage.grids import grids_to_check
from storage.serving import places_of_grids


def daily(scene: Scene, instant: datetime) -> int:
    """What the day before brought and what is open, to each community's secretaries."""
    today = local_day(instant, scene.house.zone)
    first, end = start_of(today - timedelta(days=1), scene.house.zone), start_of(today, scene.house.zone)
    told = 0
    for community in _communities(scene):
        figures = brief_figures(scene.uow, _inside(scene, community), first, end, scene.now)
        text = words.daily(scene.places.full_name(community), today, figures)
        told += _tell(scene, community, (Role.COMMUNITY_SECRETARY,), f"daily:{today}:{community}", text)
    return told


def weekly(scene: Scene, instant: datetime) -> int:
    """The week that is over, to the subdistrict's lead and who dispatches."""
    today = local_day(instant, scene.house.zone)
    first, end = start_of(today - timedelta(days=7), scene.house.zone), start_of(today, scene.house.zone)
    figures = brief_figures(scene.uow, None, first, end, scene.now)
    text = words.weekly(today - timedelta(days=7), today - timedelta(days=1), figures)
    return sum(
        _tell(scene, root, (*LEADS, Role.DISPATCHER), f"weekly:{today}:{root}", text) for root in scene.places.roots()
    )


def monthly(scene: Scene, instant: datetime) -> int:
    """The three rates of the month that is over, to the lead and to each community's secretaries."""
    day = local_day(instant, scene.house.zone)
    first, zone = month_before(day), scene.house.zone
    span = start_of(first, zone), start_of(month_of(day), zone)
    facts = [each for each in facts_of(scene, *span) if not each.prevention]
    told = 0
    for root in scene.places.roots():
        total = row(scene.places.full_name(root), facts, scene.now)
        told += _tell(scene, root, LEADS, f"monthly:{first}:{root}", words.monthly(first, total))
    for community in _communities(scene):
        name = scene.places.nodes[community].name
        own = row(name, [each for each in facts if each.community == name], scene.now)
        text = words.monthly(first, own)
        told += _tell(scene, community, (Role.COMMUNITY_SECRETARY,), f"monthly:{first}:{community}", text)
    return told


def visit_plan(scene: Scene, instant: datetime) -> int:
    """The month's visits, to the grid workers of each comprehensive grid."""
    month = month_of(local_day(instant, scene.house.zone))
    told = 0
    for grid in grids_to_check(scene.uow):
        inside = set(places_of_grids(scene.uow, [grid.id]))
        buildings = [p for p, node in scene.places.nodes.items() if p in inside and node.kind == "building"]
        weeks = [
            (week.first, week.last, [scene.places.full_name(each) for each in week.buildings])
            for week in plan(buildings, month, scene.house.calendar)
        ]
        if weeks:
            text = words.visits(grid.name, month, len(buildings), weeks)
            told += _tell(scene, grid.place_id, (Role.GRID_WORKER,), f"visits:{month}:{grid.id}", text)
    return told


def _tell(scene: Scene, place: int, roles: Sequence[Role], key: str, text: str) -> int:
    accounts = accounts_of(scene, all_reached(scene, place, roles))
    tell(scene, accounts, key, "brief", text, again=True)
    return len(accounts)


def _communities(scene: Scene) -> list[int]:
    return [node.id for node in scene.places.nodes.values() if node.kind == "community"]


def _inside(scene: Scene, place: int) -> list[int]:
    return [other for other in scene.places.nodes if place in scene.places.line_of(other)]
