"""What a worker does when it is woken: one actor a lane, with a queue and threads of its own: none waits for another."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import dramatiq
from dramatiq import Broker, Worker

from bot.tools import Tools
from handlers.jobs import Lane, run_lane
from scheduler.registry import JOBS, LANES

LaneActor = dramatiq.Actor[[], None]


class Passes:
    """Which passes through a lane are running in this process, and since when."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._running: dict[object, tuple[Lane, float]] = {}

    @contextmanager
    def running(self, lane: Lane) -> Iterator[None]:
        """Notes a pass for as long as it runs."""
        mark = object()
        self._running[mark] = (lane, self._clock())
        try:
            yield
        finally:
            del self._running[mark]

    def overrun(self) -> float:
        """Of the slowest, how many times as long as it may take it has taken by now."""
        now = self._clock()
        return max(((now - since) / LANES[lane].longest_s for lane, since in [*self._running.values()]), default=0.0)


def declare(broker: Broker, tools: Callable[[], Tools], passes: Passes | None = None) -> dict[Lane, "LaneActor"]:
    """The actors on a broker. `tools` is asked when work is done; who only sends never needs them."""
    noted = passes or Passes()
    return {lane: _actor(broker, lane, tools, noted) for lane in LANES}


def woken(actors: dict[Lane, "LaneActor"]) -> "Sequence[LaneActor]":
    """Those that a commit wakes, the dangers first."""
    return [actors[lane] for lane, pulse in LANES.items() if pulse.woken]


def workers(broker: Broker, worker_timeout: int = 1000) -> list[Worker]:
    """A worker a lane: a lane whose threads all hang holds up no other."""
    broker.logger.addFilter(
        lambda record: "same type twice" not in str(record.msg)
    )  # each brings its own, and is meant to
    return [
        Worker(broker, queues={queue_of(lane)}, worker_threads=pulse.threads, worker_timeout=worker_timeout)
        for lane, pulse in LANES.items()
    ]


def queue_of(lane: Lane) -> str:
    """The queue of a lane."""
    return f"linli-{lane}"


def _actor(broker: Broker, lane: Lane, tools: Callable[[], Tools], passes: Passes) -> "LaneActor":
    def run() -> None:
        with passes.running(lane):
            run_lane(tools(), JOBS, lane)

    return dramatiq.actor(broker=broker, actor_name=lane.value, queue_name=queue_of(lane))(run)
