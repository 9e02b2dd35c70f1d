"""Faults of the product itself in words: how many and which first, then what to do."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from governance.alarms.judging import Fault
from governance.alarms.metrics import ALARMS, BY_NAME, Metric, Unit

RAISED = "系统告警 {count} 项：{labels}。请按下面的办法处理：\n{lines}"
RAISED_LINE = "· {label}{figure}{place}，{since} 起。{cure}"
OVER = "系统恢复 {count} 项：{labels}，不用再处理。\n{lines}"
OVER_LINE = "· {label}，{since} 起，前后 {lasted}"
FIGURE, PLACE = "（现在 {value}）", "，在 {place}"
REHEARSED = "恢复演练通过：备份 {name}，{rows} 行、工单 {tickets} 件、文件 {files} 个都恢复出来了，用时 {seconds} 秒。不用处理。"
_REHEARSAL_FAILED = "恢复演练没有通过：备份 {name} "
REHEARSAL_BROKEN = (
    _REHEARSAL_FAILED + "读不出来，可能损坏。请马上 linli backup 另做一份，用 linli backup verify 核对，再看磁盘。"
)
REHEARSAL_KEY = _REHEARSAL_FAILED + "手上的密钥打不开。请核对 LINLI_BACKUP_KEY，找到做备份时的密钥。"
REHEARSAL_VERSION = (
    _REHEARSAL_FAILED + "是另一个版本（{version}）的，程序升级以后还没有新备份。请看每日备份有没有出错。"
)
STANDS = "系统告警：{label}{figure}{place}，{since} 起。{cure}"
BETWEEN = "、"
MINUTES, HOURS = "{count} 分钟", "{count} 小时"
SECONDS, DAYS, SHARE, BYTES = "{value:.0f} 秒", "{value:.1f} 天", "{value:.0%}", "{value:.0f} MB"


def raised(faults: Sequence[Fault], zone: ZoneInfo) -> str:
    """What the administrators read of new faults."""
    lines = "\n".join(_line(RAISED_LINE, fault, zone) for fault in faults)
    return RAISED.format(count=len(faults), labels=_labels(faults), lines=lines)


def over(faults: Sequence[Fault], zone: ZoneInfo) -> str:
    """And when they are over."""
    lines = [
        OVER_LINE.format(
            label=ALARMS[each.name].label, since=_at(each.since, zone), lasted=lasted(each.seen_at - each.since)
        )
        for each in faults
    ]
    return OVER.format(count=len(faults), labels=_labels(faults), lines="\n".join(lines))


def stands(fault: Fault, zone: ZoneInfo) -> str:
    """One that stands, in a line of the office or of the command."""
    return _line(STANDS, fault, zone)


def _line(words: str, fault: Fault, zone: ZoneInfo) -> str:
    alarm, shown = ALARMS[fault.name], figure(BY_NAME[fault.name], fault.value)
    return words.format(
        label=alarm.label, figure=FIGURE.format(value=shown) if shown else "", cure=alarm.cure, since=_at(fault.since, zone),
        place=PLACE.format(place=fault.place) if fault.place else "",
    )  # fmt: skip


def figure(metric: Metric, value: float) -> str:
    """A value with its unit; nothing of what is only yes or no."""
    if metric.unit is Unit.SECONDS:
        return DAYS.format(value=value / 86400) if value >= 2 * 86400 else SECONDS.format(value=value)
    if metric.unit is Unit.SHARE:
        return SHARE.format(value=value)
    if metric.unit is Unit.BYTES:
        return BYTES.format(value=value / 1024**2)
    return "" if metric.unit is Unit.YES else f"{value:.4g}"


def lasted(span: timedelta) -> str:
    """How long, in words."""
    minutes = max(round(span.total_seconds() / 60), 1)
    return MINUTES.format(count=minutes) if minutes < 120 else HOURS.format(count=minutes // 60)


def _labels(faults: Sequence[Fault]) -> str:
    return BETWEEN.join(ALARMS[each.name].label for each in faults)


def _at(instant: datetime, zone: ZoneInfo) -> str:
    local = instant.astimezone(zone)
    return f"{local.month}月{local.day}日 {local:%H:%M}"
