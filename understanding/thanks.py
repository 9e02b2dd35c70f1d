"""Thanks that say no more: by them nothing is taken back."""

import re

_THANKS = re.compile(r"谢|辛苦|麻烦(?:你|您)们了|感激")
_TAKES_BACK = re.compile(
    r"不用|不要|不需|别来|别去|别派|撤|取消|销|算了|自己|好了|没了|不麻烦|解决|修|弄|误会|看错|搞错"
)


def only_thanks(normalised: str) -> bool:
    """Whether somebody thanks, and says nothing by which a report would be taken back."""
    return _THANKS.search(normalised) is not None and _TAKES_BACK.search(normalised) is None
