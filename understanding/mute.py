"""Which notices somebody does not want, or wants again."""

import re

_GROUPS = {
    "news": re.compile(r"进展|进度"),
    "reminder": re.compile(r"催办|超时|到期|时限"),
    "brief": re.compile(r"简报|日报|周报|汇总"),
    "area": re.compile(r"(?:社区|小区|片区|公共|居民)(?:的)?通知|停水停电"),
}
"""Names as in governance.notices.Group."""


_TOPICS = {
    "water": re.compile(r"停水(?!停电)|用水|供水"),
    "power": re.compile(r"(?<!停水)停电|用电|供电"),
    "gas": re.compile(r"停气|燃气|供气"),
    "heating": re.compile(r"停暖|供暖|暖气"),
    "road": re.compile(r"封路|道路|修路"),
    "lift": re.compile(r"电梯"),
    "other": re.compile(r"其他(?:的)?通知"),
}
"""Names as in governance.area_notices.AreaKind."""


def topics_in(normalised: str) -> list[str]:
    """What notices to an area are about that a text names."""
    return [topic for topic, words in _TOPICS.items() if words.search(normalised)]


def groups_in(normalised: str) -> list[str]:
    """The groups that a text names."""
    return [group for group, words in _GROUPS.items() if words.search(normalised)]
