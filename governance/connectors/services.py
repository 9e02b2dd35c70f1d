"""Government services: when somebody is told of an appointment, what is a number of a case, and what an answer says of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from governance.connectors.mapping import Kind, Platform
from governance.connectors.reading import Unreadable, at, instant, plain_text

TOLD_AT = time(9, 0)
"""On the day before."""
LONGEST = 60
_NUMBER = re.compile(r"[0-9A-Z]{2,12}(?:-[0-9A-Z]{1,16}){1,4}|(?=[0-9A-Z]*[0-9]{4})[0-9A-Z]{8,30}")


def told_from(starts_at: datetime, zone: ZoneInfo) -> datetime:
    """From when on somebody may be told of what begins then."""
    day = starts_at.astimezone(zone).date() - timedelta(days=1)
    return datetime.combine(day, TOLD_AT, zone)


def case_number(said: str) -> str | None:
    """The number of a case as the platforms write it; None where it is none."""
    number = said.strip().upper().replace("－", "-").replace("—", "-")
    return number if _NUMBER.fullmatch(number) else None


@dataclass(frozen=True)
class CaseStand:
    """How a case stands, in the platform's words."""

    stage: str
    title: str
    note: str
    at: datetime | None


def case_of(platform: Platform, raw: Any, number: str) -> CaseStand | None:
    """What an answer says of this case; None where it says nothing of it, or of another one."""
    record = platform.record(Kind.CASE)
    if record is None or not isinstance(raw, Mapping):
        return None
    said = {name: plain_text(at(raw, path))[:LONGEST] for name, path in record.fields.items()}
    if said.get("id", "").upper() != number or not said.get("stage"):
        return None
    try:
        since = instant(platform, said["at"], "at") if said.get("at") else None
    except Unreadable:
        since = None
    return CaseStand(said["stage"], said.get("title", ""), said.get("note", ""), since)
