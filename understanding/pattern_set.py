"""Many patterns tried on a text at once: RE2 says in one pass which may match, `re` then decides.

RE2 knows no look-around, so the set is built without it: it names too many patterns, never too few.
"""

import re
from collections.abc import Sequence
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
        compiled = [re.compile(pattern) for pattern in patterns]
        self._decide = [pattern.fullmatch if whole else pattern.search for pattern in compiled]

    def matching(self, text: str) -> list[tuple[int, re.Match[str]]]:
        """Place and match of every pattern that the text fits, in the patterns' order."""
        places = sorted(self._set.Match(text) or ())
        return [(place, match) for place in places if (match := self._decide[place](text)) is not None]
