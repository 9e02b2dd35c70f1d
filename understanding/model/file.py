"""A model as bytes, and back."""

import io
import json
from typing import Any

import numpy as np

from understanding.model.command_model import CommandModel
from understanding.model.sense import Sense
from understanding.model.which_ticket import TicketPointer


def to_bytes(model: CommandModel) -> bytes:
    """A compressed archive of arrays; the same model gives the same bytes."""
    about = {
        "labels": model.labels, "scale": model.scale, "sharpness": model.sharpness, "data_hash": model.data_hash,
        "weights": model.pointer.weights, "none": dict(model.pointer.none),
        "runs": model.pointer.sense.runs,
        "kinds": {label: [[*kind, share] for kind, share in kinds.items()] for label, kinds in model.pointer.kinds.items()},
    }  # fmt: skip
    sizes = np.diff(model.starts).astype(np.uint8)
    target = io.BytesIO()
    np.savez_compressed(
        target, sizes=sizes, columns=model.columns, values=model.values, bias=model.bias,
        sense=model.pointer.sense.vectors, about=np.frombuffer(json.dumps(about, ensure_ascii=False).encode(), dtype=np.uint8),
    )  # fmt: skip
    return target.getvalue()


def from_bytes(content: bytes) -> CommandModel:
    """The model. Raises ValueError for anything else."""
    try:
        return _model(np.load(io.BytesIO(content), allow_pickle=False))
    except (KeyError, OSError, EOFError) as error:
        raise ValueError("model") from error


def _model(arrays: Any) -> CommandModel:
    about = json.loads(arrays["about"].tobytes())
    kinds = {label: {(mine, state): share for mine, state, share in rows} for label, rows in about["kinds"].items()}
    pointer = TicketPointer(tuple(about["weights"]), about["none"], kinds, Sense(tuple(about["runs"]), arrays["sense"]))
    starts = np.concatenate([[0], np.cumsum(arrays["sizes"], dtype=np.int64)]).astype(np.int32)
    return CommandModel(
        tuple(about["labels"]), starts, arrays["columns"], arrays["values"], about["scale"], arrays["bias"],
        tuple(about["sharpness"]), pointer, about["data_hash"],
    )  # fmt: skip
