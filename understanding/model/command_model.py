"""The learned model: how likely each command is for a text in its situation, and how likely the text tells of a danger."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from understanding.model.features import Encoded, Text, encode
from understanding.model.which_ticket import TicketPointer


@dataclass(frozen=True)
class Likelihoods:
    """`labels` with their probabilities, the likeliest first (a label is a command, or `command:variant`); `danger`: 0 to 1."""

    labels: tuple[tuple[str, float], ...]
    danger: float


@dataclass(frozen=True)
class CommandModel:
    """Sparse weights: those of bucket b are `values[starts[b]:starts[b + 1]]`, for the labels at `columns`. The column after the
    last label is the danger's. `sharpness`: what makes the probabilities true on voices that were not learned from.
    """

    labels: tuple[str, ...]
    starts: Any
    columns: Any
    values: Any
    scale: float
    bias: Any
    sharpness: tuple[float, float]
    pointer: TicketPointer
    data_hash: str

    def likelihoods(self, texts: Sequence[Text]) -> list[Likelihoods]:
        """What each text may want; faster for many at once."""
        if not texts:
            return []
        scores = self._scores(encode(texts)) + self.bias
        wishes = scores[:, :-1] * self.sharpness[0]
        shares = np.exp(wishes - wishes.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        dangers = 1 / (1 + np.exp(-scores[:, -1] * self.sharpness[1]))
        best = np.argsort(-shares, axis=1)[:, :LISTED]
        return [
            Likelihoods(tuple((self.labels[at], float(own[at])) for at in order), float(danger))
            for own, order, danger in zip(shares, best, dangers, strict=True)
        ]

    def prepare(self) -> None:
        """Works out what is kept for all texts, which the first would wait for."""
        _ = self._telling, self._dense, self.pointer.sense.places

    def _scores(self, encoded: Encoded) -> Any:
        """The sums of the weights of each text's buckets; a text's length does not count."""
        width = len(self.labels) + 1
        sizes = self.starts[encoded.buckets + 1] - self.starts[encoded.buckets]
        known = np.maximum(np.bincount(encoded.texts[sizes > 0], minlength=encoded.count), 1)
        few, many = (sizes > 0) & (sizes < MANY), sizes >= MANY
        sums = self._of_few(encoded.texts[few] * width, encoded.buckets[few], sizes[few], encoded.count * width)
        sums = sums.reshape(encoded.count, width) * self.scale
        rows, places = self._dense
        texts = encoded.texts[many]
        order = np.argsort(texts, kind="stable")
        present, firsts = np.unique(texts[order], return_index=True)
        if len(present):
            sums[present] += np.add.reduceat(rows[places[encoded.buckets[many][order]]], firsts, axis=0)
        sums /= np.sqrt(known)[:, None]
        sums[:, -1] = self._dangers(encoded)
        return sums

    def _dangers(self, encoded: Encoded) -> Any:
        """The sums of what the words alone tell of a danger."""
        texts, weights = encoded.texts[: encoded.words], self._telling[encoded.buckets[: encoded.words]]
        known = np.maximum(np.bincount(texts[weights != 0], minlength=encoded.count), 1)
        return np.bincount(texts, weights=weights, minlength=encoded.count) / np.sqrt(known)

    @cached_property
    def _telling(self) -> Any:
        """What each bucket tells of a danger."""
        own = np.flatnonzero(self.columns == len(self.labels))
        telling = np.zeros(len(self.starts) - 1, dtype=np.float32)
        telling[np.searchsorted(self.starts, own, side="right") - 1] = self.values[own] * self.scale
        return telling

    def _of_few(self, cells: Any, buckets: Any, sizes: Any, count: int) -> Any:
        """The sums of buckets with few weights, one weight after the other."""
        ends = np.cumsum(sizes)
        at = np.arange(ends[-1] if len(ends) else 0) + np.repeat(self.starts[buckets] - ends + sizes, sizes)
        return np.bincount(np.repeat(cells, sizes) + self.columns[at], weights=self.values[at], minlength=count)

    @cached_property
    def _dense(self) -> tuple[Any, Any]:
        """Rows of weights of the buckets with many of them, and the row of each bucket: these are added as a whole, faster."""
        sizes = np.diff(self.starts)
        many = np.flatnonzero(sizes >= MANY)
        places = np.zeros(len(sizes), dtype=np.int32)
        places[many] = np.arange(len(many))
        at = np.flatnonzero(np.repeat(sizes >= MANY, sizes))
        rows = np.zeros((len(many), len(self.labels) + 1), dtype=np.float32)
        rows[np.repeat(np.arange(len(many)), sizes[many]), self.columns[at]] = self.values[at] * self.scale
        return rows, places


MANY = 24
"""A bucket with so many weights has a row of its own."""
LISTED = 12
"""So many of the likeliest labels are told; the others together are hardly ever likely."""
