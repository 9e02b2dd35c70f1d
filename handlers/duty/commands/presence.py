"""What shows that somebody is there: check-ins and check-outs, scans, positions, patrols."""

from dataclasses import dataclass

from governance.roles import Role
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent

LISTED_FOR = frozenset({Role.GRID_WORKER, Role.GRID_HEAD, Role.COMMUNITY_SECRETARY})
"""Who is told which building leaders did not patrol."""


@command(
    "打卡", Intent.CHECK_IN, effect=Effect.BINDING, examples=("打卡", "打卡 和事佬工作室", "昨天打卡", "打卡 482913")
)
@dataclass(frozen=True)
class CheckIn:
    """At the shift that begins, else at a place: once a day and place.

    `said`: the words in which a place may stand; `code`: what the station shows; `beside`: for whom who stands beside.
    `arrived`: it was told in a sentence that they are there; `station`: at a station, whichever.
    """

    place: int | None = slot("地点", default=None)
    said: str = slot("地点原话", default="")
    code: str | None = slot("打卡码", default=None)
    yesterday: bool = slot("补昨天", default=False)
    beside: str | None = slot("替谁", default=None)
    arrived: bool = slot("说自己到了", default=False)
    station: bool = slot("在站点", default=False)


@command("我的打卡", Intent.CHECK_IN, effect=Effect.NONE, examples=("我的打卡",))
@dataclass(frozen=True)
class ShowCheckIns:
    """Days in a row, and the month."""


@command("地图上不显示我", Intent.CHECK_IN, effect=Effect.REVERSIBLE, examples=("地图上不显示我",))
@dataclass(frozen=True)
class HideFromMap:
    """The office's map no longer shows where the sender checked in."""


@command("地图上显示我", Intent.CHECK_IN, effect=Effect.REVERSIBLE, examples=("地图上显示我",), back=HideFromMap)
@dataclass(frozen=True)
class ShowOnMap:
    """The sender agrees that the office's map shows where they checked in last today."""


@command("扫码打卡", Intent.CHECK_IN, effect=Effect.BINDING)
@dataclass(frozen=True)
class ScanPlace:
    """The code of a place was scanned there."""

    place: int = slot("地点")


@command("位置打卡", Intent.CHECK_IN, effect=Effect.BINDING)
@dataclass(frozen=True)
class ShowPosition:
    """A position that shows that the sender is where they check in."""

    lat: float = slot("纬度")
    lon: float = slot("经度")


@command("签退", Intent.CHECK_OUT, effect=Effect.BINDING, examples=("签退", "签退 12"))
@dataclass(frozen=True)
class CheckOut:
    """The stay is over and its minutes count."""

    shift: int | None = slot("班次号", default=None)


@command("巡楼", Intent.PATROL, effect=Effect.BINDING, examples=("巡楼 3幢 无异常", "巡楼 3幢 楼道堆物"))
@dataclass(frozen=True)
class Patrol:
    """A walk through a building; what was found becomes a ticket. `visit`: somebody who lives there was looked in on."""

    note: str = slot("楼栋和情况", default="")
    visit: bool = slot("走访", default=False)


@command("谁没巡楼", Intent.PATROL, effect=Effect.NONE, roles=LISTED_FOR, examples=("谁没巡楼",))
@dataclass(frozen=True)
class ShowUnpatrolled:
    """The building leaders of the sender's grids who have not patrolled this week."""


@command("提醒巡楼", Intent.PATROL, effect=Effect.BINDING, roles=LISTED_FOR, examples=("提醒巡楼",))
@dataclass(frozen=True)
class RemindUnpatrolled:
    """Remind the building leaders of the sender's grids who have not patrolled this week, each once a day."""
