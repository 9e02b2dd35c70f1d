"""Files with records of another platform: JSON (one, or a list) or a record a line."""

import json
from typing import Any

SUFFIXES = (".json", ".jsonl")


def is_record_file(name: str) -> bool:
    """Whether a file of this name holds records."""
    return name.lower().endswith(SUFFIXES)


def records_in(name: str, content: bytes) -> list[Any] | None:
    """All records of a file; None where it can't be read, or any of it is no record: it is taken wholly or not at all."""
    try:
        text = content.decode("utf-8-sig")
        if name.lower().endswith(".jsonl"):
            found = [json.loads(line) for line in text.splitlines() if line.strip()]
        else:
            whole = json.loads(text)
            found = whole if isinstance(whole, list) else [whole]
    except (ValueError, RecursionError):
        return None
    return found if all(isinstance(each, dict) for each in found) else None
