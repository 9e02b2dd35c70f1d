"""A drill's figures in words for the operator."""

import statistics
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import click

from linli.drill import texts
from linli.drill.both_sides import BothSides
from linli.drill.figures import Figures
from linli.drill.plan import Size
from linli.drill.records import Load
from linli.drill.told import Told

EVERY_MINUTES = 10


def begins(size: Size, *, sqlite: bool) -> str:
    """What is about to happen."""
    return texts.BEGINS.format(**vars(size), database=texts.SQLITE if sqlite else texts.POSTGRESQL)


def progress(zone: ZoneInfo) -> Callable[[datetime, int], None]:
    """Says each ten minutes of the drill, on standard error, how far it is."""
    said: set[int] = set()

    def say(now: datetime, count: int) -> None:
        local = now.astimezone(zone)
        part = int(now.timestamp()) // (EVERY_MINUTES * 60)
        if said and part not in said:
            click.echo(texts.PROGRESS.format(at=f"{local:%H:%M}", count=count), err=True)
        said.add(part)

    return say


def lines(found: Figures, minutes: float) -> Iterator[str]:
    """All figures, and whether it was passed. `minutes`: how long the drill really took."""
    yield texts.GROUPING.format(**vars(found.grouping), events=found.events, strangers=found.strangers)
    proposed = found.proposed is not None and found.on_phone is not None
    yield texts.PROPOSED.format(seconds=found.proposed, phone=found.on_phone) if proposed else texts.NOT_PROPOSED
    for who, counts in (
        (texts.WORKERS, found.workers), (texts.HEADS, found.heads), (texts.REPORTERS, found.reporters),
    ):  # fmt: skip
        yield texts.PUSHES.format(
            who=who, people=len(counts), median=statistics.median(counts), p95=_p95(counts), most=max(counts)
        )
    yield texts.TOLD.format(**vars(found.told))
    yield texts.REPORTS.format(**vars(found.filed))
    yield texts.DANGERS.format(**vars(found.dangers))
    yield texts.TIME.format(median=found.median_ms, p99=found.p99_ms, minutes=minutes)
    yield texts.PASSED if found.clean else texts.FAILED


def told_lines(found: Told) -> Iterator[str]:
    """How what people told was put together, and which words went astray."""
    yield texts.TOLD_GROUPING.format(**vars(found.grouping), reports=found.reports)
    for event, count, sizes in found.groups:
        together, alone = [size for size in sizes if size > 1], sizes.count(1)
        line = texts.TOLD_GROUP.format(event=event, count=count, sizes="、".join(map(str, together)) or 0)
        yield line + (texts.ALONE.format(count=alone) if alone else "")
    yield texts.TOLD_STRANGERS.format(unrelated=found.unrelated, count=len(found.strangers))
    yield from (texts.WORDS.format(text=text) for text in found.strangers)
    yield texts.TOLD_LOST.format(lost=len(found.lost), asked=found.asked)
    yield from (texts.LOST_WORDS.format(text=text) for text in found.lost)


def connect_begins(load: Load, kills: int, a_second: int, *, sqlite: bool) -> str:
    """What is about to come."""
    database = texts.SQLITE if sqlite else texts.POSTGRESQL
    return texts.CONNECT_BEGINS.format(**vars(load), kills=kills, pace=a_second or texts.AS_FAST, database=database)


def connect_lines(found: BothSides, minutes: float) -> Iterator[str]:
    """What came, what became of it on both sides, and how long it took."""
    for line in (texts.CONNECT_CAME, texts.CONNECT_KEPT, texts.CONNECT_TOLD, texts.CONNECT_TIME):
        yield line.format(**vars(found), minutes=minutes)
    yield texts.CONNECT_PASSED if found.clean else texts.CONNECT_FAILED


def _p95(counts: Sequence[int]) -> float:
    return statistics.quantiles(counts, n=20, method="inclusive")[-1] if len(counts) > 1 else float(counts[0])
