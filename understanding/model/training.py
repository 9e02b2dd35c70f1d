"""Learning the commands from sentences: softmax regression over buckets, by steps that shrink where a bucket has moved much.

Needs SciPy (extra `learn`); what was learned is applied with NumPy alone. The same sentences give the same model.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from understanding.model.command_model import CommandModel
from understanding.model.corpus import Sentence, Wish
from understanding.model.features import BITS, encode
from understanding.model.which_ticket import TicketPointer

SEED = 20261126
ROUNDS = 2
DANGER_ROUNDS = 3
AT_ONCE = 256
IN_CACHE = 512
"""So many buckets are moved at a time."""
STEP = 0.4
DOUBT = 0.1
"""So much of each sentence's label is held open: writers label alike sentences unlike."""
SHARPNESS = (2.0, 1.0)
"""Makes up for that doubt: found on voices that were left out."""
SEEN = 2
"""A bucket must occur in so many sentences to count."""
SMALLEST = 0.3
"""Weights below are left out of the model."""
LEVELS = 127
VARIANTS: Mapping[str, Mapping[str, str]] = {
    "rate_ticket": {"1": "bad", "2": "bad", "3": "fair", "4": "good", "5": "good"},
    "verify_ticket": {"good": "good", "bad": "bad"},
    "answer": {"yes": "yes", "no": "no", "none": "none", "text": "text"},
}
"""What of a command is learned apart; any other variant of an answer is a choice among what was offered."""


def label_of(wish: Wish) -> str:
    """The label that is learned for a wish."""
    apart = VARIANTS.get(wish.label)
    if apart is None:
        return wish.label
    return f"{wish.label}:{apart.get(wish.variant, 'choice')}"


@dataclass(frozen=True)
class Part:
    """What was learned of one thing: by bucket one weight for each of its labels, or one alone; and the bias."""

    buckets: Any
    weights: Any
    bias: Any


def labels_of(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """All labels that are learned from sentences, in a fixed order."""
    return tuple(sorted({label_of(each.wishes[0]) for each in sentences}))


def learn_wishes(sentences: Sequence[Sentence]) -> Part:
    """What people want. Raises ImportError without SciPy, ValueError without sentences of two labels."""
    labels = labels_of(sentences)
    if len(labels) < 2:
        raise ValueError("labels")
    columns = {label: place for place, label in enumerate(labels)}
    buckets, matrix = _matrix(sentences)
    wanted = np.array([columns[label_of(each.wishes[0])] for each in sentences])
    return Part(buckets, *_softmax(matrix, wanted, len(labels), ROUNDS, DOUBT))


def learn_dangers(sentences: Sequence[Sentence]) -> Part:
    """Whether there is danger: that is told by the words alone, whoever says them. Raises ImportError without SciPy."""
    dangers = np.array([any(wish.danger for wish in each.wishes) for each in sentences]).astype(int)
    buckets, words = _matrix(sentences, words_only=True)
    weights, bias = _softmax(words, dangers, 2, DANGER_ROUNDS, 0.0)
    return Part(buckets, weights[:, 1] - weights[:, 0], bias[1] - bias[0])


def put_together(sentences: Sequence[Sentence], wishes: Part, dangers: Part, pointer: TicketPointer) -> CommandModel:
    """The model of all that was learned from these sentences."""
    starts, kept, values, scale = _sparse(*_beside(wishes, dangers))
    return CommandModel(
        labels_of(sentences), starts, kept, values, scale, np.append(wishes.bias, dangers.bias), SHARPNESS, pointer,
        data_hash(sentences),
    )  # fmt: skip


def data_hash(sentences: Sequence[Sentence]) -> str:
    """A hash over all sentences and what they ask for."""
    lines = sorted(f"{each.voice} {each.text} {each.wishes}" for each in sentences)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _matrix(sentences: Sequence[Sentence], words_only: bool = False) -> tuple[Any, Any]:
    """The buckets that occur often enough, and one row a sentence with the same weight for each of its buckets, of length 1.

    `words_only`: those of the situation don't count.
    """
    from scipy import sparse

    encoded = [
        encode([(each.text, each.situation) for each in sentences[at : at + AT_ONCE]])
        for at in range(0, len(sentences), AT_ONCE)
    ]
    ends = [each.words if words_only else len(each.texts) for each in encoded]
    rows = np.concatenate(
        [each.texts[:end] + at * AT_ONCE for at, (each, end) in enumerate(zip(encoded, ends, strict=True))]
    )
    found = np.concatenate([each.buckets[:end] for each, end in zip(encoded, ends, strict=True)])
    buckets = np.flatnonzero(np.bincount(found, minlength=1 << BITS) >= SEEN)
    column = np.full(1 << BITS, -1, dtype=np.int64)
    column[buckets] = np.arange(len(buckets))
    known = column[found] >= 0
    rows, columns = rows[known], column[found][known]
    sizes = np.maximum(np.bincount(rows, minlength=len(sentences)), 1)
    values = (1 / np.sqrt(sizes))[rows].astype(np.float32)
    return buckets, sparse.csr_matrix((values, (rows, columns)), shape=(len(sentences), len(buckets)))


def _beside(wishes: Part, dangers: Part) -> tuple[Any, Any]:
    """All buckets, and their weights with the danger's in the last column."""
    every = np.union1d(wishes.buckets, dangers.buckets)
    whole = np.zeros((len(every), wishes.weights.shape[1] + 1), dtype=np.float32)
    whole[np.searchsorted(every, wishes.buckets), :-1] = wishes.weights
    whole[np.searchsorted(every, dangers.buckets), -1] = dangers.weights
    return every, whole


def _softmax(matrix: Any, wanted: Any, count: int, rounds: int, doubt: float) -> tuple[Any, Any]:
    """Weights and bias of each label."""
    order = np.random.default_rng(SEED)
    weights = np.zeros((matrix.shape[1], count), dtype=np.float32)
    bias = np.zeros(count, dtype=np.float32)
    moved = np.full((matrix.shape[1], 1), 1e-3, dtype=np.float32)
    for turn in range(rounds):
        step = STEP * (1 - turn / rounds)
        shuffled = order.permutation(matrix.shape[0])
        for at in range(0, len(shuffled), AT_ONCE):
            chosen = shuffled[at : at + AT_ONCE]
            rows = matrix[chosen]
            scores = rows @ weights + bias
            wrong = np.exp(scores - scores.max(axis=1, keepdims=True))
            wrong /= wrong.sum(axis=1, keepdims=True)
            wrong -= doubt / count
            wrong[np.arange(len(chosen)), wanted[chosen]] -= 1 - doubt
            for touched, share in _by_bucket(rows):
                slope = share @ wrong
                moved[touched] += (slope * slope).mean(axis=1, keepdims=True)
                slope *= step
                slope /= np.sqrt(moved[touched])
                weights[touched] -= slope
            bias -= step * wrong.mean(axis=0) * 0.5
    return weights, bias


def _by_bucket(rows: Any) -> Iterator[tuple[Any, Any]]:
    """The buckets that occur in some sentences, a few at a time, and of each its share in each sentence.

    All at once would not fit into the processor's cache, and takes half as long again.
    """
    from scipy import sparse

    turned = rows.T.tocsr()
    touched = np.flatnonzero(np.diff(turned.indptr))
    ends = np.append(turned.indptr[touched], turned.nnz)
    for at in range(0, len(touched), IN_CACHE):
        own = touched[at : at + IN_CACHE]
        bounds = ends[at : at + len(own) + 1]
        part = slice(bounds[0], bounds[-1])
        yield (
            own,
            sparse.csr_matrix(
                (turned.data[part], turned.indices[part], bounds - bounds[0]), shape=(len(own), rows.shape[0])
            ),
        )


def _sparse(buckets: Any, weights: Any) -> tuple[Any, Any, Any, float]:
    """Starts, columns and whole-number values of the weights that are worth keeping, and their scale."""
    limit = float(np.quantile(np.abs(weights[np.abs(weights) > SMALLEST]), 0.9999))
    scale = limit / LEVELS
    whole = np.clip(np.rint(weights / scale), -LEVELS, LEVELS).astype(np.int8)
    whole[np.abs(weights) < SMALLEST] = 0
    rows, columns = np.nonzero(whole)
    sizes = np.zeros(1 << BITS, dtype=np.int64)
    sizes[buckets] = np.bincount(rows, minlength=len(buckets))
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)
    return starts, columns.astype(np.uint8), whole[rows, columns], scale
