"""Which notices somebody does not want, or wants again."""

import re

_GROUPS = {
    "news": re.compile(r"进展|进度"),
    "reminder": re.compile(r"催办|超时|到期|时限"),
    "brief": re.compile(r"简报|日报|周报|汇总"),
}
"""Names as in governance.notices.Group."""


def groups_in(normalised: str) -> list[str]:
    """The groups that a text names."""
    return [group for group, words in _GROUPS.items() if words.search(normalised)]
