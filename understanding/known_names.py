"""The names of the roster, found in a text in one pass, however many there are."""

from collections.abc import Iterable

import ahocorasick

from understanding.masking import masked_name

SHORTEST = 2
"""A name of one character would be found in every other word."""


class KnownNames:
    """Finds names in texts. `public`: of people who serve the public, as their badges name them."""

    def __init__(self, names: Iterable[str] = (), public: Iterable[str] = ()) -> None:
        self._public = frozenset(public)
        self._automaton = ahocorasick.Automaton()
        for name in {*names, *self._public}:
            if len(name) >= SHORTEST:
                self._automaton.add_word(name, name)
        if len(self._automaton):
            self._automaton.make_automaton()

    def found_in(self, text: str) -> list[str]:
        """The names that the text holds, each once; of those that overlap the longest from the left."""
        return list(dict.fromkeys(text[start:end] for start, end in self._spans(text)))

    def masked(self, text: str, *, also_public: bool = True) -> str:
        """The text with the names masked; those that are public on request only."""
        for start, end in reversed(self._spans(text)):
            name = text[start:end]
            if also_public or name not in self._public:
                text = text[:start] + masked_name(name) + text[end:]
        return text

    def _spans(self, text: str) -> list[tuple[int, int]]:
        """Where they stand, in order, without overlaps."""
        if not len(self._automaton):
            return []
        found: list[tuple[int, int]] = []
        for end, name in self._automaton.iter_long(text):
            found.append((end + 1 - len(name), end + 1))
        return found
