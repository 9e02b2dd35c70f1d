"""Files with records of another platform: JSON (one, or a list) or a record a line."""

import json
from pathlib import Path
from typing import Any

MOST_BYTES = 64 * 1024 * 1024


def records_of(path: Path) -> list[Any] | None:
    """All records of a file; None where it can't be read, or any of it is no record: it is taken wholly or not at all."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        text = path.read_text("utf-8-sig")
        if path.suffix == ".jsonl":
            found = [json.loads(line) for line in text.splitlines() if line.strip()]
        else:
            whole = json.loads(text)
            found = whole if isinstance(whole, list) else [whole]
    except (OSError, ValueError, RecursionError):
        return None
    return found if all(isinstance(each, dict) for each in found) else None
