"""What is asked of a grid's branch, to the letter, and of which time."""

import re
from datetime import date

from understanding.period import period_in

_WHEN = r"(?:这个?月|本月|当月|上个?月|今年|本年|去年|全年|(?:20[0-9]{2}年)?[0-9]{1,2}月|20[0-9]{2}年)?"
GRID_BRANCH = (
    rf"(?:请|麻烦|帮我|我想|想|我要)*(?:看看?|查看?|问问?|说说)?(?:一下)?(?:我们?|本|咱们?)?(?:的)?网格(?:的)?(?:党)?支部的?{_WHEN}"
    rf"(?:都)?(?:做了?|干了?|办了?)?(?:些?什么|哪些事?情?|情况|怎么样|名单|党员|成员|有谁)?[?？]?"
    rf"|支部建在网格上{_WHEN}[?？]?|(?:我们?|本|咱们?)(?:党)?支部{_WHEN}(?:都)?(?:做|干|办)了(?:些?什么|哪些事?情?)[?？]?"
)
"""What the grammar of commands takes for it."""
_SAID = re.compile(r"月|年")


def span_said(words: str, today: date) -> tuple[date, date] | None:
    """First and last day of the month or year that is named; None where none is."""
    return period_in(words, today) if _SAID.search(words) else None
