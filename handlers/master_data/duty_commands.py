"""What can be changed at the office of the duty plan: stations and the shifts that come every week. As the other commands here."""

from dataclasses import dataclass

from handlers.catalogue import Effect, command, slot
from handlers.master_data.commands import AGREED, MANAGERS, WAS
from understanding.intents import Intent


@command("停用站点", Intent.OVERVIEW, effect=Effect.BINDING, roles=MANAGERS)
@dataclass(frozen=True)
class RetireStation:
    """No more duty is done there; the place stays."""

    place: str = slot("地点")
    was: str = slot(WAS, default="")
    agreed: bool = slot(AGREED, default=False)


@command("改站点", Intent.OVERVIEW, effect=Effect.REVERSIBLE, roles=MANAGERS, back=RetireStation)
@dataclass(frozen=True)
class KeepStation:
    """Make a place a station, or change its kind, its lead, and whether the printed code alone counts there."""

    place: str = slot("地点")
    kind: str = slot("类型", default="")
    lead: str = slot("站长", default="")
    needs_code: str = slot("动态码", default="")
    was: str = slot(WAS, default="")
    agreed: bool = slot(AGREED, default=False)


@command("撤下排班", Intent.OVERVIEW, effect=Effect.BINDING, roles=MANAGERS)
@dataclass(frozen=True)
class RetirePattern:
    """It brings no more shifts; coming ones on which somebody stands stay."""

    code: str = slot("编号")
    was: str = slot(WAS, default="")
    agreed: bool = slot(AGREED, default=False)


@command("改排班", Intent.OVERVIEW, effect=Effect.REVERSIBLE, roles=MANAGERS, back=RetirePattern)
@dataclass(frozen=True)
class KeepPattern:
    """A shift that comes every week: new, or changed; coming shifts on which somebody stands stay as they are known."""

    code: str = slot("编号")
    station: str = slot("站点", default="")
    weekdays: str = slot("星期", default="")
    start: str = slot("开始", default="")
    end: str = slot("结束", default="")
    capacity: str = slot("人数", default="")
    qualification: str = slot("资格", default="")
    holidays: str = slot("节假日", default="")
    since: str = slot("起始日", default="")
    until: str = slot("终止日", default="")
    was: str = slot(WAS, default="")
    agreed: bool = slot(AGREED, default=False)


DUTY: dict[type, str] = {
    KeepStation: "stations", RetireStation: "stations", KeepPattern: "patterns", RetirePattern: "patterns",
}  # fmt: skip
"""The sheet of the duty workbook in which what a command changes stands."""
