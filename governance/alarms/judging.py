"""From figures to faults: each is told once when it has held for long enough, and once when it is over."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from governance.alarms.metrics import ALARMS

OVER_AFTER = timedelta(minutes=5)
"""So long a fault must be gone before it is over: one that comes and goes is one fault."""
UNKNOWN_FOR = timedelta(hours=1)
"""A figure that nobody has read for so long says nothing any more: of a machine that is gone."""
NOTED_EVERY = timedelta(seconds=10)
"""So often it is written down that a fault still holds."""


@dataclass(frozen=True)
class Reading:
    """A figure now; `place`: on which machine, where it is one of several."""

    value: float
    place: str = ""


@dataclass(frozen=True)
class Fault:
    """A figure that is as in a fault: since when, when that was last seen, and when it was told (None: not yet)."""

    name: str
    since: datetime
    seen_at: datetime
    value: float
    place: str = ""
    told_at: datetime | None = None


@dataclass(frozen=True)
class Judgement:
    """What changes: `kept` are faults as they stand now, `raised` those of them to tell of, `over` those to sound the all-clear
    for, `gone` those that went without anybody knowing of them.
    """

    kept: tuple[Fault, ...] = ()
    raised: tuple[Fault, ...] = ()
    over: tuple[Fault, ...] = ()
    gone: tuple[Fault, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether anything is to be written."""
        return bool(self.kept or self.over or self.gone)


def judge(readings: Mapping[str, Reading], standing: Mapping[str, Fault], now: datetime) -> Judgement:
    """Compares the figures with the faults that stand. What has not changed, and was noted just now, is in no list."""
    kept: list[Fault] = []
    raised: list[Fault] = []
    over: list[Fault] = []
    gone: list[Fault] = []
    for name, alarm in ALARMS.items():
        reading, fault = readings.get(name), standing.get(name)
        if reading is not None and alarm.holds(reading.value):
            found = _goes_on(fault, name, reading, now)
            if found.told_at is None and now - found.since >= timedelta(seconds=alarm.holds_s):
                found = replace(found, told_at=now)
                raised.append(found)
            if fault is None or _is_news(fault, found):
                kept.append(found)
        elif fault is not None and fault.told_at is None and reading is not None:
            gone.append(fault)
        elif fault is not None and _is_past(fault, reading, now):
            (over if reading is not None and fault.told_at else gone).append(fault)
    return Judgement(tuple(kept), tuple(raised), tuple(over), tuple(gone))


def _is_news(before: Fault, found: Fault) -> bool:
    moved = (before.told_at, before.since) != (found.told_at, found.since)
    return moved or abs(found.seen_at - before.seen_at) >= NOTED_EVERY


def _goes_on(fault: Fault | None, name: str, reading: Reading, now: datetime) -> Fault:
    """The fault as it is now. A clock that was set back starts it anew rather than letting it wait for hours."""
    if fault is None:
        return Fault(name, now, now, reading.value, reading.place)
    return replace(fault, since=min(fault.since, now), seen_at=now, value=reading.value, place=reading.place)


def _is_past(fault: Fault, reading: Reading | None, now: datetime) -> bool:
    return abs(now - fault.seen_at) >= (UNKNOWN_FOR if reading is None else OVER_AFTER)
