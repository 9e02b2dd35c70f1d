"""Notices to an area: what they are about, how they go on, who must see them before they go, and when they may come at night."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from re import fullmatch
from zoneinfo import ZoneInfo

from governance.notices import quiet_until
from governance.rules import Rules


class AreaKind(StrEnum):
    """What a notice is about; residents may mute each by itself."""

    WATER = "water"
    POWER = "power"
    GAS = "gas"
    HEATING = "heating"
    ROAD = "road"
    LIFT = "lift"
    OTHER = "other"


class NoticeState(StrEnum):
    """Where a notice stands."""

    DRAFT = "draft"
    """Written and counted; nobody was told."""
    SENDING = "sending"
    """Agreed to, and on its way to those who live there."""
    SENT = "sent"
    OVER = "over"
    """Its time has passed, or somebody said that it is over."""
    WITHHELD = "withheld"


RUNNING = (NoticeState.SENDING, NoticeState.SENT)
"""What is known trouble as long as its time lasts."""


class Way(StrEnum):
    """How a notice would reach somebody now, from the top of the delivery ladder; or why it does not."""

    CUSTOM = "custom"
    NOTICE = "notice"
    WECOM = "wecom"
    KEPT = "kept"
    MUTED = "muted"
    UNFOLLOWED = "unfollowed"


REACHED = (Way.CUSTOM, Way.NOTICE, Way.WECOM, Way.KEPT)
"""To whom a push is written; what is kept comes with the next answer to them."""


@dataclass(frozen=True)
class Reach:
    """Which ways outside the 48 hours this installation has: a template for such notices, a WeCom."""

    template: bool = False
    wecom: bool = False


def is_notice_number(text: str) -> bool:
    """Whether the text is a whole number of a notice (`TZ20261124-01`)."""
    return fullmatch(r"TZ\d{8}-\d{2,}", text) is not None


def is_trouble(kind: AreaKind) -> bool:
    """Whether something does not work while it lasts: its begin and end are told as well, and reports of it are answered."""
    return kind is not AreaKind.OTHER


def needs_second(audience: int, rules: Rules) -> bool:
    """Whether somebody else must agree before so many are told."""
    return audience >= rules.notice_second_people


def ends_by(starts_at: datetime, ends_at: datetime | None, rules: Rules) -> datetime:
    """When it counts as over: its end; where none was said, so many hours after its begin."""
    return ends_at or starts_at + timedelta(hours=rules.notice_open_hours)


Span = tuple[datetime, datetime | None]
"""From when to when; None: nobody knows yet."""


def overlap(one: Span, other: Span) -> bool:
    """Whether two times have a moment in common."""
    return (one[1] is None or other[0] < one[1]) and (other[1] is None or one[0] < other[1])


def comes_by_night(starts_at: datetime, now: datetime, zone: ZoneInfo, rules: Rules) -> bool:
    """Whether it does not wait for the morning: it begins before the quiet hours end, or runs already."""
    morning = quiet_until(now, zone, rules)
    return morning is not None and starts_at < morning


def remind_at(starts_at: datetime, sent_at: datetime, rules: Rules) -> datetime | None:
    """When its begin is told; None where the notice itself comes hardly earlier."""
    at = starts_at - timedelta(minutes=rules.notice_remind_minutes)
    return at if at - sent_at >= timedelta(hours=rules.notice_remind_after_hours) else None
