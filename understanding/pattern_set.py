"""Many patterns tried on a text at once: RE2 says in one pass which may match, `re` then decides.

RE2 knows no look-around, so the set is built without it: it names too many patterns, never too few.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

import re2

_LOOK_AROUND = re.compile(r"\(\?<?[!=][^()]*(?:\([^()]*\)[^()]*)*\)")
_ESCAPED = re.compile(r"\\u([0-9a-f]{4})")
_MEMORY = 64 * 1024 * 1024
"""For the states that the set meets; they are few, and made when first met."""


class PatternSet:
    """The patterns by their place in the sequence. `whole`: a text must fit from its start to its end."""

    def __init__(self, patterns: Sequence[str], *, whole: bool) -> None:
        options = re2.Options()
        options.max_mem = _MEMORY
        options.log_errors = False
        self._set: Any = (re2.Set.FullMatchSet if whole else re2.Set.SearchSet)(options)
        for pattern in patterns:
            self._set.Add(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), _LOOK_AROUND.sub("", pattern)))
        self._set.Compile()
        self._patterns, self._whole = tuple(patterns), whole
        self._deciding: dict[int, Callable[[str], re.Match[str] | None]] = {}

    def matching(self, text: str) -> list[tuple[int, re.Match[str]]]:
        """Place and match of every pattern that the text fits, in the patterns' order."""
        places = sorted(self._set.Match(text) or ())
        return [(place, match) for place in places if (match := self._decide(place)(text)) is not None]

    def _decide(self, place: int) -> Callable[[str], re.Match[str] | None]:
        """What decides on a pattern, made when a text may fit it for the first time."""
        if place not in self._deciding:
            pattern = re.compile(self._patterns[place])
            self._deciding[place] = pattern.fullmatch if self._whole else pattern.search
        return self._deciding[place]
