"""Learning how near words are in sense: from which of them stand together in a sentence, and in the ticket that it is said of."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from understanding.model.sense import NO_SENSE, Sense, runs_of

WIDTH = 160
"""Numbers a vector."""
OFTEN = 8
"""A run that stands in fewer texts has no vector."""
SEED = 20261127
LEVELS = 127


def train_sense(texts: Sequence[str]) -> Sense:
    """The vectors of all runs that stand often enough in the texts. Raises ImportError without scikit-learn."""
    from scipy import sparse
    from sklearn.utils.extmath import randomized_svd
    from threadpoolctl import threadpool_limits

    found = [list(runs_of(text)) for text in texts]
    counts = Counter(run for own in found for run in own)
    runs = tuple(sorted(run for run, count in counts.items() if count >= OFTEN))
    width = min(WIDTH, len(runs) - 1, len(texts) - 1)
    if width < 1:
        return NO_SENSE
    places = {run: place for place, run in enumerate(runs)}
    rarity = np.log((1 + len(texts)) / (1 + np.array([counts[run] for run in runs]))) + 1
    own = [[places[run] for run in each if run in places] for each in found]
    columns = np.array([place for each in own for place in each], dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum([len(each) for each in own])])
    lengths = np.sqrt(np.add.reduceat(np.append(rarity[columns] ** 2, 0.0), starts[:-1]))
    values = rarity[columns] / np.repeat(np.maximum(lengths, 1e-9), np.diff(starts))
    matrix = sparse.csr_matrix((values.astype(np.float32), columns, starts), shape=(len(texts), len(runs)))
    # several threads would add up in another order, and round otherwise
    with threadpool_limits(1):
        _, strengths, directions = randomized_svd(matrix, width, n_iter=2, random_state=SEED)
    vectors = directions.T / np.sqrt(strengths) * rarity[:, None]
    scale = np.quantile(np.abs(vectors), 0.9999) / LEVELS
    return Sense(runs, np.clip(np.rint(vectors / scale), -LEVELS, LEVELS).astype(np.int8))
