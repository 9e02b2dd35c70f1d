"""What /metrics counts. With several processes the counters lie in files that prometheus-client adds up."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import REGISTRY, Collector
from prometheus_client.samples import Sample

from governance.alarms.judging import Reading
from governance.alarms.metrics import READ

MESSAGES = Counter("linli_messages", "Messages by kind and outcome", ["kind", "outcome"])
REFUSED = Counter("linli_refused", "Requests refused at the door, by reason", ["reason"])
UNDERSTOOD = Counter("linli_understood", "Messages that were understood, or asked back about", ["how"])
ANSWER_SECONDS = Histogram(
    "linli_answer_seconds", "From request to reply", buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5)
)


@cache
def messages(kind: str, outcome: str) -> Counter:
    """The counter of one kind and outcome."""
    return MESSAGES.labels(kind, outcome)


Backlog = Callable[[], dict[str, int]]


class _BacklogCollector(Collector):
    def __init__(self, backlog: Backlog) -> None:
        self._backlog = backlog

    def collect(self) -> Iterator[Metric]:
        family = GaugeMetricFamily("linli_backlog", "Rows that wait for a worker", labels=["what"])
        for what, count in self._backlog().items():
            family.add_metric([what], count)
        yield family


class _FiguresCollector(Collector):
    def __init__(self, figures: Callable[[], Mapping[str, Reading]]) -> None:
        self._figures = figures

    def collect(self) -> Iterator[Metric]:
        figures = self._figures()
        for metric in READ:
            if metric.name in figures:
                yield GaugeMetricFamily(metric.name, metric.meaning, value=figures[metric.name].value)


def exposition(backlog: Backlog, figures: Callable[[], Mapping[str, Reading]]) -> bytes:
    """The page of /metrics; `backlog` and `figures` are asked each time."""
    registry = _counted()
    registry.register(_BacklogCollector(backlog))
    registry.register(_FiguresCollector(figures))
    return generate_latest(registry)


def counted_samples() -> Iterable[Sample]:
    """What was counted so far, by all web processes of this server."""
    for family in _counted().collect():
        yield from family.samples


def _counted() -> CollectorRegistry:
    registry = CollectorRegistry()
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(_Present())
    return registry


class _Present(Collector):
    """The counters of this process alone."""

    def collect(self) -> Iterator[Metric]:
        yield from REGISTRY.collect()
