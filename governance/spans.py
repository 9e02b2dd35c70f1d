"""Since when somebody counts who says 刚才, 今天, 昨晚, 这周: the instants between which it happened."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from governance.clock import local_day
from governance.days import month_before, month_of, start_of

HOURS, A_DAY = timedelta(hours=6), timedelta(hours=24)
EVENING = timedelta(hours=18)
"""So long after midnight the night begins that people speak of the next morning."""


def since_when(span: str, now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From when until before when (UTC), for a span as understanding.overseeing names them; what runs ends now."""
    today, soon = local_day(now, zone), now + timedelta(seconds=1)
    week = today - timedelta(days=today.weekday())
    evening = start_of(today, zone) + EVENING
    since = {
        "hours": (now - HOURS, soon),
        "day": (now - A_DAY, soon),
        "today": (start_of(today, zone), soon),
        "night": (evening if evening <= now else evening - timedelta(days=1), soon),
        "yesterday": (start_of(today - timedelta(days=1), zone), start_of(today, zone)),
        "week": (start_of(week, zone), soon),
        "last_week": (start_of(week - timedelta(days=7), zone), start_of(week, zone)),
        "month": (start_of(month_of(today), zone), soon),
        "last_month": (start_of(month_before(today), zone), start_of(month_of(today), zone)),
    }
    return since[span]
