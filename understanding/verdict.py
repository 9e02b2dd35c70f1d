"""What somebody says of work done: good or not, and why."""

import re
from dataclasses import dataclass

_BAD = re.compile(
    r"^[\s,，:：]*(?:不通过|未通过|没通过|没有通过|不合格|不行|不可以|没修好|没有修好|没弄好|没做好|没好|还没好|退回|返工|不过)"
)
_GOOD = re.compile(r"^[\s,，:：]*(?:通过|合格|可以|没问题|修好了?|好了|属实|确认|ok|已?解决了?|过)(?!不)")


@dataclass(frozen=True)
class Verdict:
    """`good`: the work stands."""

    good: bool
    why: str


def verdict_in(text: str) -> Verdict | None:
    """The verdict at the beginning of a normalised text, None when it gives none."""
    for good, pattern in ((False, _BAD), (True, _GOOD)):
        found = pattern.search(text)
        if found is not None:
            return Verdict(good, text[found.end() :].strip(" ,，。:：;；了"))
    return None


_LAST = re.compile(
    r"[\s,，。;；]+(?:那|就|我看|这回|这次)*(?:(?P<good>(?:给(?:他|她|它|这单)?)?(?:通过|过)|合格|没问题)|(?P<bad>不通过|不合格|不能过|不给过|过不了|退回去?|返工))(?:了|吧|啊|呀|哈)*$"
)


def verdict_at_end(normalised: str) -> Verdict | None:
    """The verdict that the last clause of a text gives (下水那单看着行，给他过), with what stands before a bad one."""
    found = _LAST.search(normalised)
    if found is None:
        return None
    return Verdict(found["good"] is not None, "" if found["good"] else normalised[: found.start()].strip(" ,，。:："))
