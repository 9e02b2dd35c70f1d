"""Which ticket is meant: each of the writer's own is held against the words, and the likeliest named with its probability."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum
from typing import Any

import numpy as np

from understanding.model.sense import Sense
from understanding.model.wording import names_of, names_said, pairs_of, short_number
from understanding.numerals import number_of
from understanding.situation import OwnTicket, Situation

FEATURES = (
    "number", "another's number", "names", "share of its names", "a name of one letter", "place", "number of the place",
    "at hand", "first at hand", "said to be first", "first", "said to be last", "last", "said to be just now",
    "near in sense", "ahead in sense", "the only one of such a kind", "the only one", "kind",
)  # fmt: skip
_NUMBER = re.compile(r"[0-9]+")
_SPOKEN_NUMBER = re.compile(r"[一二三四五六七八九十百零〇]{1,5}(?=号|那个|那件|那单|的)")
_JUST_NOW = re.compile(r"刚才|刚刚|刚派|刚给|这个|这单|这件|上面那|前头")
_FIRST = re.compile(r"最上面|第一[个件单条]|头一[个件]|最前面|最近")
_LAST = re.compile(r"最下面|最后[一那]?[个件单条]|最底下|最早")
_RARE = 0.02
"""A command is hardly ever said of a ticket of a kind that less than this share of its sentences are about."""
_FLOOR = 0.003
Kind = tuple[str, str]
"""Whose a ticket is to the writer, and its state."""


@dataclass(frozen=True)
class TicketPointer:
    """What was learned: the weight of each feature; by command, how likely no ticket is meant, and of what kinds of tickets it is
    said (shares).
    """

    weights: tuple[float, ...]
    none: Mapping[str, float]
    kinds: Mapping[str, Mapping[Kind, float]]
    sense: Sense

    def point(self, command: str, text: str, situation: Situation) -> tuple[str | None, float]:
        """The ticket that a command is said of, and how likely that is; None where it is none of the writer's."""
        if command not in self.none or not situation.tickets:
            return None, 1.0
        figures = ticket_figures(text, situation, self.kinds.get(command, {}), self.sense)
        scores = np.append(figures @ np.array(self.weights), self.none[command])
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        best = int(shares.argmax())
        number = situation.tickets[best].number if best < len(situation.tickets) else None
        return number, float(shares[best])


def ticket_figures(text: str, situation: Situation, kinds: Mapping[Kind, float], sense: Sense) -> Any:
    """One row a ticket, one column a feature. `kinds`: the shares of the command that is meant."""
    likely = [kinds.get((ticket.mine, ticket.state), 0.0) for ticket in situation.tickets]
    only = sum(share > _RARE for share in likely) == 1
    count = len(situation.tickets)
    said = _said_of(text, situation.tickets, situation.at_hand, sense)
    rows = [
        [*own, share > _RARE and only, count == 1, np.log(share + _FLOOR)]
        for own, share in zip(said, likely, strict=True)
    ]
    return np.array(rows, dtype=float).reshape(count, len(FEATURES))


@lru_cache(maxsize=64)
def _said_of(
    text: str, tickets: tuple[OwnTicket, ...], at_hand: tuple[str, ...], sense: Sense
) -> tuple[tuple[float, ...], ...]:
    """The figures that rest on the words alone, whatever command is meant: kept while one text is held against several."""
    said, last = _Words(text, {short_number(ticket.number) for ticket in tickets}), len(tickets) - 1
    first_said, last_said = _FIRST.search(text) is not None, _LAST.search(text) is not None
    just_now = _JUST_NOW.search(text) is not None
    near = sense.nearness(text, [ticket.summary for ticket in tickets])
    return tuple(
        (
            *said.fit(ticket, _rarity(tickets)),
            ticket.number in at_hand, _is_first_at_hand(ticket, at_hand),
            place == 0 and first_said, place == 0, place == last and last_said, place == last,
            _is_first_at_hand(ticket, at_hand) and just_now, near[place], _lead(near, place),
        )
        for place, ticket in enumerate(tickets)
    )  # fmt: skip


def _lead(near: Sequence[float], place: int) -> float:
    """How far a ticket is ahead of all others; nought for all but the first, and where there is no other."""
    others = [each for at, each in enumerate(near) if at != place]
    return max(near[place] - max(others), 0.0) if others else 0.0


class _Words:
    """The words that may name a ticket."""

    def __init__(self, text: str, shorts: set[str]) -> None:
        self.names, self.pairs, self.numbers = names_said(text), pairs_of(text), numbers_in(text)
        self.hits, self.other_numbers = self.numbers & shorts, self.numbers - shorts

    def fit(self, ticket: OwnTicket, rarity: Mapping[str, float]) -> tuple[float, ...]:
        names, short = names_of(ticket.summary), short_number(ticket.number)
        shared = names & self.names
        mass = fsum(rarity[name] for name in shared)
        return (
            short in self.hits, bool(self.hits) and short not in self.hits, min(mass, 3.0),
            mass / (fsum(rarity[name] for name in names) or 1.0), any(len(name) == 1 for name in shared),
            min(len(self.pairs & pairs_of(ticket.place)), 3) / 3,
            bool(set(_NUMBER.findall(ticket.place)) & self.other_numbers),
        )  # fmt: skip


def numbers_in(text: str) -> set[str]:
    """The numbers that are said, without leading noughts; of a long one its last four digits as well."""
    found = {number.lstrip("0") for number in _NUMBER.findall(text)}
    found |= {number[-4:].lstrip("0") for number in _NUMBER.findall(text) if len(number) > 4}
    return (found | {str(number_of(said)) for said in _SPOKEN_NUMBER.findall(text)}) - {"", "0"}


def _is_first_at_hand(ticket: OwnTicket, at_hand: tuple[str, ...]) -> bool:
    return bool(at_hand) and at_hand[0] == ticket.number


@lru_cache(maxsize=1024)
def _rarity(tickets: tuple[OwnTicket, ...]) -> Mapping[str, float]:
    """How much a name tells the tickets apart: all of it where only one has it."""
    counts: dict[str, int] = {}
    for ticket in tickets:
        for name in names_of(ticket.summary):
            counts[name] = counts.get(name, 0) + 1
    return {name: (1.0 if len(name) == 2 else 0.8) / count for name, count in counts.items()}
