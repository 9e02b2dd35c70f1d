"""A text in its situation as numbers: which of a million buckets it falls into. Batches are worked out together, for speed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

import numpy as np

from understanding.model.alike import things_in
from understanding.model.wording import Wording, names_of, pairs_of, short_number, worded
from understanding.situation import Situation

BITS = 20
LENGTHS = (1, 2, 3, 4)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_STEP = np.uint64(0x100000001B3)
_SHIFT = np.uint64(64 - BITS)
_HALF = np.uint64(29)
_AT_WORK = frozenset({
    "grid_worker", "grid_head", "part_time_grid_worker", "community_secretary", "department_officer", "repair_crew",
    "dispatcher", "linked_cadre", "subdistrict_lead", "administrator", "police_liaison", "city_management",
})  # fmt: skip
_LIKE = {
    "part_time_grid_worker": "grid_worker", "department_officer": "dispatcher", "linked_cadre": "grid_head",
    "police_liaison": "grid_worker", "city_management": "repair_crew",
}  # fmt: skip
"""Roles that the corpus has no sentences of, and whose words are like another's."""
_NUMBER = re.compile(r"[0-9]+")

Text = tuple[str, Situation]
Ids = Any
"""A numpy array of uint64."""


@dataclass(frozen=True)
class Encoded:
    """All buckets of `count` texts, and the text that each is of; one that occurs twice in a text stands twice. The first `words`
    are of the words alone, whoever says them where.
    """

    texts: Any
    buckets: Any
    count: int
    words: int


def encode(texts: Sequence[Text]) -> Encoded:
    """The buckets of each text."""
    wordings = [worded(text, situation) for text, situation in texts]
    facts = [_facts(text, situation, wording) for (text, situation), wording in zip(texts, wordings, strict=True)]
    keys = [_keys(situation) for _, situation in texts]
    surface, signs = _runs([each.surface for each in wordings]), _runs([each.signs for each in wordings])
    rows, ids = [], []
    for run, tag in ((surface, 1), (signs, 2)):
        for length in LENGTHS:
            row, found = run.grams(length)
            rows.append(row)
            ids.append(_tagged(found, tag * 8 + length))
            if tag == 2 and length <= 3:
                for place in range(len(keys[0]) if keys else 0):
                    key = np.array([each[place] for each in keys], dtype=np.uint64)
                    rows.append(row)
                    ids.append(found * _STEP ^ key[row])
    for apart in (2, 3):
        row, found = signs.pairs(apart)
        rows.append(row)
        ids.append(_tagged(found, 32 + apart))
    for place, own in enumerate(facts):
        both = _both(tuple(own))
        rows.append(np.full(len(both), place, dtype=np.int64))
        ids.append(both)
    words = sum(len(row) for row in rows[: len(LENGTHS)])
    return Encoded(np.concatenate(rows), _buckets(np.concatenate(ids)), len(texts), words)


def _buckets(ids: Ids) -> Any:
    return (((ids ^ (ids >> _HALF)) * _MIX) >> _SHIFT).astype(np.int64)


@dataclass(frozen=True)
class _Runs:
    """The characters of several texts one after the other; `text`: whose each is; `left`: how many of its text follow."""

    letters: Any
    text: Any
    left: Any

    def grams(self, length: int) -> tuple[Any, Ids]:
        """Whose, and the number of, each run of so many characters."""
        size = len(self.letters) - length + 1
        if size <= 0:
            return self.text[:0], self.letters[:0]
        found = self.letters[:size] * _MIX
        for at in range(1, length):
            found = (found ^ self.letters[at : at + size]) * _STEP
        whole = self.left[:size] >= length - 1
        return self.text[:size][whole], found[whole]

    def pairs(self, apart: int) -> tuple[Any, Ids]:
        """Whose, and the number of, each two characters that stand so far apart."""
        size = len(self.letters) - apart
        if size <= 0:
            return self.text[:0], self.letters[:0]
        found = (self.letters[:size] * _MIX ^ self.letters[apart:]) * _STEP
        whole = self.left[:size] >= apart
        return self.text[:size][whole], found[whole]


def _runs(words: Sequence[str]) -> _Runs:
    letters = np.frombuffer("".join(words).encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    sizes = np.array([len(each) for each in words], dtype=np.int64)
    text = np.repeat(np.arange(len(words)), sizes)
    ends = np.cumsum(sizes)
    return _Runs(letters, text, ends[text] - 1 - np.arange(len(letters)))


def _tagged(ids: Ids, tag: int) -> Ids:
    return (ids ^ np.uint64(tag)) * _MIX


@lru_cache(maxsize=8192)
def _id(fact: str) -> int:
    return crc32(fact.encode()) * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF


@lru_cache(maxsize=4096)
def _both(facts: tuple[str, ...]) -> Ids:
    """Each fact, and each two of them together."""
    own = np.array([_id(fact) for fact in facts], dtype=np.uint64)
    one, other = np.triu_indices(len(own), 1)
    return np.concatenate([own, own[one] * _STEP ^ own[other]])


def _keys(situation: Situation) -> tuple[int, ...]:
    """What words mean something else under."""
    whose = {ticket.mine for ticket in situation.tickets}
    return (
        _id(f"at work {situation.role in _AT_WORK}"),
        _id("tickets " + " ".join(str(mine in whose) for mine in ("assignee", "reporter", "verifier"))),
        _id(f"asked {situation.asked}"),
    )


def _facts(text: str, situation: Situation, wording: Wording) -> list[str]:
    """What is known beside the words, and how they fit it."""
    facts = [f"role={_LIKE.get(situation.role, situation.role)}", f"asked={situation.asked}", f"asks={wording.asks}"]
    facts += sorted({f"has={ticket.mine}:{ticket.state}" for ticket in situation.tickets})
    for mine in ("reporter", "assignee", "verifier"):
        count = sum(ticket.mine == mine for ticket in situation.tickets)
        if count:
            facts.append(f"{mine}={min(count, 2)}")
    own = sum(shift.mine for shift in situation.shifts)
    if own:
        facts.append(f"on={min(own, 2)}")
    if len(situation.shifts) > own:
        facts.append(f"open={min(len(situation.shifts) - own, 2)}")
    return facts + _fitting(text, situation)


def _fitting(text: str, situation: Situation) -> list[str]:
    pairs, letters, things = pairs_of(text), set(text), things_in(text)
    facts, best = [], 0.0
    for ticket in situation.tickets:
        names = names_of(ticket.summary)
        fit = len(pairs & (names | pairs_of(ticket.place))) + 0.3 * len(letters & names) + 0.6 * len(things & names)
        if fit > best:
            best = fit
            facts = [f"fit={min(int(fit), 3)}", f"fits={ticket.mine}:{ticket.state}"]
    numbers = {number.lstrip("0") for number in _NUMBER.findall(text)}
    named = next((ticket for ticket in situation.tickets if short_number(ticket.number) in numbers), None)
    if named is not None:
        facts.append(f"number={named.mine}")
    shift = next((shift for shift in situation.shifts if str(shift.id) in numbers), None)
    if shift is not None:
        facts.append(f"shift={shift.mine}")
    facts += sorted({f"shift fits={shift.mine}" for shift in situation.shifts if pairs & pairs_of(shift.title)})
    return facts
