"""The learned classifier (extra `learn`): characters, pairs of them and the categories' words under a linear model.

Training needs scikit-learn; what it learned is plain arrays, read and applied with numpy alone.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from understanding.categories import CATEGORIES

FOLDS = 5
WORDS_COUNT = 3
"""How often a word of the table of categories counts: with few texts it knows more than they do."""
LONGEST = 600
"""Characters of a text that count."""


SHARPNESS = 3.0
_WORDS = tuple((category.code, word) for category in CATEGORIES for word in category.words)
_BY_FIRST: dict[str, list[int]] = {}
"""Where the words stand that begin with a character: few of them begin with one of a text's."""
for _at, (_, _word) in enumerate(_WORDS):
    _BY_FIRST.setdefault(_word[0], []).append(_at)


@dataclass(frozen=True)
class Scores:
    """By cross-validation, equal texts in one fold: macro-F1, and precision, recall, F1 and count by label."""

    macro_f1: float
    by_label: dict[str, tuple[float, float, float, int]]


@dataclass(frozen=True)
class LearnedModel:
    """A trained classifier. `texts`: digests of what it was trained on, so that nobody measures it on the same."""

    labels: tuple[str, ...]
    features: tuple[str, ...]
    idf: Any
    weights: Any
    bias: Any
    trained_at: str
    data_hash: str
    macro_f1: float
    texts: frozenset[str]

    @cached_property
    def places(self) -> dict[str, int]:
        """The column of each feature."""
        return {feature: place for place, feature in enumerate(self.features)}

    def label_of(self, text: str) -> tuple[str, float]:
        """The likeliest label and how far it leads, 0 to 1 (no probability: margins made to sum to one)."""
        shares = self.shares_of(text)
        best = max(shares, key=lambda label: shares[label])
        return best, shares[best]

    def shares_of(self, text: str) -> dict[str, float]:
        """How far each label leads; together one."""
        import numpy as np

        counts: dict[int, int] = {}
        for feature in features_of(text):
            place = self.places.get(feature)
            if place is not None:
                counts[place] = counts.get(place, 0) + 1
        columns = np.fromiter(counts, dtype=int, count=len(counts))
        values = (1 + np.log(np.fromiter(counts.values(), dtype=float, count=len(counts)))) * self.idf[columns]
        norm = float(np.sqrt((values**2).sum())) or 1.0
        raw = SHARPNESS * (self.weights[:, columns] @ (values / norm) + self.bias)
        shares = np.exp(raw - raw.max())
        shares /= shares.sum()
        return dict(zip(self.labels, map(float, shares), strict=True))


def features_of(text: str) -> list[str]:
    """Characters, pairs of them, and the categories' words with their categories; blanks left out."""
    text = "".join(text[:LONGEST].lower().split())
    there = sorted(at for first in set(text) for at in _BY_FIRST.get(first, ()) if _WORDS[at][1] in text)
    words = [mark for code, word in map(_WORDS.__getitem__, there) for mark in (f"#{code}", f"##{word}")]
    return [*text, *(text[at : at + 2] for at in range(len(text) - 1)), *words * WORDS_COUNT]


def text_digest(text: str) -> str:
    """What two equal texts share."""
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()[:24]


def data_hash(rows: Sequence[tuple[str, str]]) -> str:
    """A hash over all texts and labels, whatever their order."""
    lines = sorted(f"{text_digest(text)} {label}" for text, label in rows)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def train(rows: Sequence[tuple[str, str]], trained_at: str) -> tuple[LearnedModel, Scores]:
    """A model of all rows (text, label), and its scores by cross-validation.

    Raises ValueError with fewer than two labels of five rows each.
    """
    import numpy as np

    texts, labels = [text for text, _ in rows], [label for _, label in rows]
    if sum(labels.count(label) >= FOLDS for label in set(labels)) < 2 or min(map(labels.count, set(labels))) < 2:
        raise ValueError("labels")
    scores = cross_validate(texts, labels)
    vectors, classifier = _fitted(texts, labels)
    weights, bias = np.atleast_2d(classifier.coef_), np.atleast_1d(classifier.intercept_)
    model = LearnedModel(
        labels=tuple(classifier.classes_), features=tuple(vectors.get_feature_names_out()), idf=vectors.idf_,
        weights=weights if len(weights) > 1 else np.vstack([-weights, weights]),
        bias=bias if len(bias) > 1 else np.concatenate([-bias, bias]),
        trained_at=trained_at, data_hash=data_hash(rows), macro_f1=scores.macro_f1,
        texts=frozenset(map(text_digest, texts)),
    )  # fmt: skip
    return model, scores


def cross_validate(texts: Sequence[str], labels: Sequence[str]) -> Scores:
    """Scores over five folds; equal texts lie in one fold, so that none is tested on what it was trained on."""
    from sklearn.model_selection import StratifiedGroupKFold

    predicted: list[str] = [""] * len(texts)
    groups = [text_digest(text) for text in texts]
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=20261124)
    for learned, tested in folds.split(texts, labels, groups):
        vectors, classifier = _fitted([texts[at] for at in learned], [labels[at] for at in learned])
        guesses = classifier.predict(vectors.transform([texts[at] for at in tested]))
        for at, guess in zip(tested, guesses, strict=True):
            predicted[at] = guess
    return scores_of(labels, predicted)


def scores_of(labels: Sequence[str], predicted: Sequence[str]) -> Scores:
    """Macro-F1 over the labels that occur, and each label's figures."""
    by_label: dict[str, tuple[float, float, float, int]] = {}
    for label in sorted(set(labels)):
        pairs = list(zip(labels, predicted, strict=True))
        right = sum(truth == guess == label for truth, guess in pairs)
        found, there = sum(guess == label for _, guess in pairs), sum(truth == label for truth, _ in pairs)
        precision, recall = right / found if found else 0.0, right / there
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        by_label[label] = (precision, recall, f1, there)
    return Scores(sum(figures[2] for figures in by_label.values()) / len(by_label), by_label)


def _fitted(texts: Sequence[str], labels: Sequence[str]) -> tuple[Any, Any]:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    vectors = TfidfVectorizer(analyzer=features_of, sublinear_tf=True, min_df=2 if len(texts) > 100 else 1)
    classifier = LinearSVC(C=1, class_weight="balanced", random_state=1)
    classifier.fit(vectors.fit_transform(texts), labels)
    return vectors, classifier
