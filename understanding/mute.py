"""Which notices somebody does not want, or wants again."""

import re

_GROUPS = {
    "news": re.compile(r"进展|进度"),
    "reminder": re.compile(r"催办|超时|到期|时限"),
    "brief": re.compile(r"简报|日报|周报|汇总"),
}
"""Names as in governance.notices.Group."""
_BACK = re.compile(r"恢复|开启|打开|重新|要提醒(?<!不要提醒)")


def groups_in(normalised: str) -> list[str]:
    """The groups that a text names."""
    return [group for group, words in _GROUPS.items() if words.search(normalised)]


def wants_back(normalised: str) -> bool:
    """Whether it asks to hear again."""
    return _BACK.search(normalised) is not None
