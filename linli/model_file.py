"""The learned classifier as a file: plain arrays, no code in it."""

import csv
import json
from pathlib import Path
from typing import Any

from linli import texts
from linli.errors import Stop
from storage.errors import StorageError
from understanding.learned import LearnedModel
from understanding.learned_file import from_bytes, to_bytes

TEXT_COLUMNS = ("text", "title", "summary", "标题", "内容", "事项")
MORE_COLUMNS = ("detail", "详情")
LABEL_COLUMNS = ("label", "category", "类别", "分类")


def labelled_rows(file: Path) -> list[tuple[str, str]]:
    """Text and label of each row of a .jsonl, .csv or .xlsx sheet; rows without one are left out. Raises Stop."""
    try:
        rows = [(_text(record), _first(record, LABEL_COLUMNS)) for record in _records(file)]
    except (OSError, ValueError, KeyError, AttributeError, IndexError, StorageError) as error:
        raise Stop(texts.SHEET_UNREADABLE.format(path=file)) from error
    found = [(text, label) for text, label in rows if text and label]
    if not found:
        raise Stop(texts.NO_LABELS.format(path=file, texts="、".join(TEXT_COLUMNS), labels="、".join(LABEL_COLUMNS)))
    return found


def _records(file: Path) -> list[dict[str, Any]]:
    if file.suffix == ".jsonl":
        return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    if file.suffix == ".csv":
        with open(file, newline="", encoding="utf-8-sig") as lines:
            return list(csv.DictReader(lines))
    from storage.workbook.container import lines_of, opened

    with opened(file) as book:
        cells = lines_of(book.worksheets[0])
        heads = [str(head or "") for head in next(cells, ())]
        return [dict(zip(heads, row, strict=False)) for row in cells]


def _text(record: dict[str, Any]) -> str:
    parts = (_first(record, TEXT_COLUMNS), _first(record, MORE_COLUMNS))
    return "\n".join(part for part in parts if part)


def _first(record: dict[str, Any], names: tuple[str, ...]) -> str:
    return next((str(record[name]).strip() for name in names if record.get(name)), "")


def save(model: LearnedModel, file: Path) -> None:
    """Writes the model. Raises OSError."""
    file.write_bytes(to_bytes(model))


def load_model(file: Path) -> LearnedModel:
    """Reads a model; raises Stop with one sentence when it can't be."""
    try:
        return from_bytes(file.read_bytes())
    except ImportError as error:
        raise Stop(texts.LEARN_MISSING) from error
    except (OSError, ValueError) as error:
        raise Stop(texts.MODEL_UNREADABLE.format(path=file)) from error
