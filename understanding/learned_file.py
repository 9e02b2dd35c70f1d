"""A learned classifier as bytes, and back: plain arrays, no code in it."""

import io
import json
from typing import Any
from zipfile import BadZipFile

from understanding.learned import LearnedModel

_ARRAYS = ("idf", "weights", "bias")


def to_bytes(model: LearnedModel) -> bytes:
    """A compressed archive of arrays."""
    import numpy as np

    about = {
        "labels": model.labels, "features": model.features, "trained_at": model.trained_at, "data_hash": model.data_hash,
        "macro_f1": model.macro_f1, "texts": sorted(model.texts),
    }  # fmt: skip
    arrays: dict[str, Any] = {name: np.asarray(getattr(model, name), dtype=np.float32) for name in _ARRAYS}
    target = io.BytesIO()
    np.savez_compressed(target, about=np.array(json.dumps(about, ensure_ascii=False)), **arrays)
    return target.getvalue()


def from_bytes(content: bytes) -> LearnedModel:
    """The model. Raises ValueError for anything else, ImportError without NumPy."""
    import numpy as np

    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
            about = json.loads(str(arrays["about"]))
            held = {name: arrays[name] for name in _ARRAYS}
    except (OSError, KeyError, BadZipFile, EOFError) as error:
        raise ValueError("model") from error
    return LearnedModel(
        labels=tuple(about["labels"]), features=tuple(about["features"]), trained_at=about["trained_at"],
        data_hash=about["data_hash"], macro_f1=about["macro_f1"], texts=frozenset(about["texts"]), **held,
    )  # fmt: skip
