"""Sentences as their writers wrote them down: voices, scenes, and in each scene what people say and what they want by it.

The form stands in corpus/README.md. One sentence a line: `take_ticket 12 | 我来`, under the scene it is said in.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from understanding.normalise import normalise
from understanding.situation import NOTHING_KNOWN, OwnShift, OwnTicket, Situation

ALIKE = 0.7
"""Two sentences that share so many of their runs of three characters are one."""
_WISH = re.compile(r"(?P<label>[a-z_]+)(?::(?P<variant>[a-z0-9]+))?(?P<danger>!)?\s+(?P<target>\S+)")


@dataclass(frozen=True)
class Wish:
    """A command that a sentence asks for. `variant`: which of its ways (good, yes, 4); `target`: a ticket's or shift's number."""

    label: str
    variant: str
    danger: bool
    target: str | None


@dataclass(frozen=True)
class Sentence:
    """A sentence of one voice, the situation it is said in, and what it asks for."""

    voice: str
    text: str
    situation: Situation
    wishes: tuple[Wish, ...]


def sentences_in(lines: Iterable[str]) -> Iterator[Sentence]:
    """All sentences of a file. Raises ValueError with the line that can't be read."""
    voice, situation = "", NOTHING_KNOWN
    for line in map(str.strip, lines):
        if not line or line.startswith("#"):
            continue
        if line.startswith("@"):
            kind, _, rest = line[1:].partition(" ")
            if kind == "voice":
                voice = rest.partition("|")[0].strip()
            else:
                situation = _changed(situation, kind, rest, line)
            continue
        wishes, _, text = line.partition("|")
        yield Sentence(voice, text.strip(), situation, tuple(_wish(one.strip(), line) for one in wishes.split("+")))


def _wish(written: str, line: str) -> Wish:
    found = _WISH.fullmatch(written)
    if found is None or not line.partition("|")[2].strip():
        raise ValueError(line)
    target = None if found["target"] == "-" else found["target"]
    return Wish(found["label"], found["variant"] or "", found["danger"] is not None, target)


def _changed(situation: Situation, kind: str, rest: str, line: str) -> Situation:
    """The situation with one more line of its description; a new one for @scene."""
    parts = [part.strip() for part in rest.split("|")]
    if kind == "scene":
        told = dict(part.split("=", 1) for part in parts[0].split() if "=" in part)
        return Situation(told.get("role", "resident"), asked=told.get("asked"))
    if kind == "ticket" and len(parts) >= 5:
        number, summary, place, state, mine = parts[:5]
        own = OwnTicket(number, summary, place, state, "" if mine == "-" else mine)
        return replace(situation, tickets=(*situation.tickets, own))
    if kind in ("event", "notice") and len(parts) >= 4:
        number, summary, place, state = parts[:4]
        return replace(situation, tickets=(*situation.tickets, OwnTicket(number, summary, place, state, kind)))
    if kind == "shift" and len(parts) >= 3:
        return replace(
            situation, shifts=(*situation.shifts, OwnShift(int(parts[0].lstrip("s")), parts[1], parts[2] == "mine"))
        )
    raise ValueError(line)


def distinct(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Of sentences that are nearly alike only the first.

    Two that share so many of their runs share one of the rarest of either: only those are looked up.
    """
    runs = [_runs(sentence.text) for sentence in sentences]
    often = Counter(run for own in runs for run in own)
    kept: list[Sentence] = []
    seen: dict[str, list[frozenset[str]]] = {}
    for sentence, own in zip(sentences, runs, strict=True):
        rarest = sorted(own, key=lambda run: (often[run], run))[: len(own) - ceil(ALIKE * len(own)) + 1]
        alike = (other for run in rarest for other in seen.get(run, ()))
        if any(len(own & other) >= ALIKE * len(own | other) for other in alike):
            continue
        kept.append(sentence)
        for run in rarest:
            seen.setdefault(run, []).append(own)
    return kept


def _runs(text: str) -> frozenset[str]:
    plain = f"^{normalise(text)}$"
    return frozenset(plain[at : at + 3] for at in range(max(1, len(plain) - 2)))
