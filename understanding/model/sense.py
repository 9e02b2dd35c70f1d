"""How near in sense two short texts are: 低音炮 lies near 广场舞, although they share no character.

Each pair of characters, and each character that may name something, has a vector learned from which of them people use together
(latent semantic analysis); a text's is their sum.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from understanding.model.alike import things_in
from understanding.model.wording import NAMELESS, chinese_in, pairs_of


@dataclass(frozen=True, eq=False)
class Sense:
    """`vectors`: one row of whole numbers a run of `runs`; only directions matter, so they have no unit."""

    runs: tuple[str, ...]
    vectors: Any

    @cached_property
    def places(self) -> dict[str, int]:
        """The row of each run."""
        return {run: place for place, run in enumerate(self.runs)}

    @lru_cache(maxsize=4096)  # noqa: B019 - one model lives as long as the process
    def of(self, words: str) -> Any:
        """The direction of a text, of length 1; noughts where none of its runs is known."""
        rows = [place for place in map(self.places.get, runs_of(words)) if place is not None]
        whole = self.vectors[rows].sum(axis=0, dtype=np.float32)
        length = float(np.sqrt(whole @ whole))
        return whole / length if length else whole

    def nearness(self, words: str, others: Sequence[str]) -> tuple[float, ...]:
        """How near each of the other texts is, -1 to 1."""
        own = self.of(words)
        return tuple(float(own @ self.of(other)) for other in others)


NO_SENSE = Sense((), np.zeros((0, 1), dtype=np.int8))
"""To which all texts are equally far."""


def runs_of(words: str) -> Iterable[str]:
    """The runs of a text that have a sense, in a fixed order."""
    return sorted(pairs_of(words) | things_in(words) | (frozenset(chinese_in(words)) - NAMELESS))
