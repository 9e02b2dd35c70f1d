"""The round that a nomination counts in: the one that is open, else the next, so that none is lost."""

from datetime import date

from governance.days import month_of, next_month
from governance.stars.round_dates import RoundDates, dates_of
from governance.stars.states import TAKES_NOMINATIONS
from handlers.scene import Scene
from storage.models import StarRound
from storage.stars.rounds import RoundRow, plan_round, rounds

_TAKES = StarRound.state.in_([state.value for state in TAKES_NOMINATIONS])


def taking_round(scene: Scene, community: int) -> RoundRow:
    """The community's round that takes nominations now, locked; planned where there is none."""
    here = (StarRound.place_id == community, _TAKES)
    found = rounds(scene.uow, *here, lock=True)
    if not found:
        known = rounds(scene.uow, StarRound.place_id == community)
        month = max(next_month(known[-1].month), month_of(scene.today)) if known else _first_month(scene)
        plan_round(scene.uow, community, month, _dates(scene, month))
        found = rounds(scene.uow, *here, lock=True)
    return found[0]


def plan_month(scene: Scene, community: int) -> None:
    """Plans the community's round of this month, unless it has one."""
    month = month_of(scene.today)
    plan_round(scene.uow, community, month, _dates(scene, month))


def too_late_to_begin(scene: Scene) -> bool:
    """Whether a community that has had no round yet begins with the next month: this month's nominations would be open already."""
    return scene.now > _dates(scene, month_of(scene.today)).opens_at


def _first_month(scene: Scene) -> date:
    month = month_of(scene.today)
    return next_month(month) if too_late_to_begin(scene) else month


def _dates(scene: Scene, month: date) -> RoundDates:
    return dates_of(month, scene.house.zone, scene.house.rules)
