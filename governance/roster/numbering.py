"""The number that a new entry is offered: after the highest of those that look alike."""

import re
from collections.abc import Collection

_NUMBERED = re.compile(r"([A-Za-z]*)(\d+)")


def next_code(codes: Collection[str]) -> str:
    """After R00087 comes R00088; of several kinds of codes the one that most have. Empty where none ends in a number."""
    found: dict[str, list[str]] = {}
    for code in codes:
        made = _NUMBERED.fullmatch(code)
        if made:
            found.setdefault(made[1], []).append(made[2])
    if not found:
        return ""
    letters, numbers = max(found.items(), key=lambda each: (len(each[1]), each[0]))
    highest = max(numbers, key=int)
    return f"{letters}{int(highest) + 1:0{len(highest)}d}"
