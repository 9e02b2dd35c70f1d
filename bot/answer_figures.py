"""How messages were answered lately, from what the web processes have counted."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from prometheus_client.samples import Sample

from bot.metrics import counted_samples

MINUTE_S, HOUR_S = 60.0, 3600.0
_QUANTILES = ((300, 0.99), (20, 0.9), (3, 0.5))
"""Of so many messages at least, this part of them decides: of three the slowest one says nothing."""
_LOST = ("busy", "failed")


@dataclass(frozen=True)
class _Counts:
    at: float
    within: dict[float, float]
    lost: float
    asked: float
    understood: float


class AnswerFigures:
    """Looks every few seconds; answers the figures of the last minute, or hour."""

    def __init__(self, clock: Callable[[], float], samples: Callable[[], Iterable[Sample]] = counted_samples) -> None:
        self._clock, self._samples = clock, samples
        self._seen: deque[_Counts] = deque()

    def look(self) -> dict[str, float]:
        """The figures up to now; of too few messages none."""
        now = self._count()
        self._seen.append(now)
        while now.at - self._seen[0].at > HOUR_S:
            self._seen.popleft()
        minute = next(each for each in self._seen if now.at - each.at <= MINUTE_S)
        found = {"linli_messages_lost": now.lost - minute.lost}
        slow = _quantile({within: count - minute.within.get(within, 0.0) for within, count in now.within.items()})
        if slow is not None:
            found["linli_answer_p99_seconds"] = slow
        first = self._seen[0]
        asked, understood = now.asked - first.asked, now.understood - first.understood
        if asked + understood:
            found["linli_misunderstood_share"] = asked / (asked + understood)
        return found

    def _count(self) -> _Counts:
        within: dict[float, float] = {}
        lost = asked = understood = 0.0
        for sample in self._samples():
            labels = sample.labels
            if sample.name == "linli_answer_seconds_bucket":
                bound = float(labels["le"])
                within[bound] = within.get(bound, 0.0) + sample.value
            elif sample.name == "linli_messages_total" and labels["outcome"] in _LOST:
                lost += sample.value
            elif sample.name == "linli_understood_total":
                asked, understood = (
                    (asked + sample.value, understood)
                    if labels["how"] == "asks"
                    else (asked, understood + sample.value)
                )
        return _Counts(self._clock(), within, lost, asked, understood)


def _quantile(within: dict[float, float]) -> float | None:
    """The bound within which that part of the answers came; beyond the last one, twice that."""
    bounds = sorted(within)
    total = within[bounds[-1]] if bounds else 0.0
    part = next((part for least, part in _QUANTILES if total >= least), None)
    if part is None:
        return None
    found = next(bound for bound in bounds if within[bound] >= part * total)
    return found if found != float("inf") else bounds[-2] * 2
