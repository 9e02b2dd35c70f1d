"""What /metrics counts. With several processes the counters lie in files that prometheus-client adds up."""

import os
from collections.abc import Callable, Iterator
from functools import cache

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import REGISTRY, Collector

MESSAGES = Counter("linli_messages", "Messages by kind and outcome", ["kind", "outcome"])
REFUSED = Counter("linli_refused", "Requests refused at the door, by reason", ["reason"])
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


class _BreakerCollector(Collector):
    def __init__(self, is_open: Callable[[], bool]) -> None:
        self._is_open = is_open

    def collect(self) -> Iterator[Metric]:
        family = GaugeMetricFamily("linli_platform_breaker_open", "1 while the platform is left alone after failures")
        family.add_metric([], int(self._is_open()))
        yield family


def exposition(backlog: Backlog, breaker_open: Callable[[], bool]) -> bytes:
    """The page of /metrics; `backlog` and `breaker_open` are asked each time."""
    registry = CollectorRegistry()
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(_Present())
    registry.register(_BacklogCollector(backlog))
    registry.register(_BreakerCollector(breaker_open))
    return generate_latest(registry)


class _Present(Collector):
    """The counters of this process alone."""

    def collect(self) -> Iterator[Metric]:
        yield from REGISTRY.collect()
