"""Learning which ticket is meant: how much each feature counts, and of what kinds of tickets each command is said."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from understanding.model.corpus import Sentence
from understanding.model.sense_training import train_sense
from understanding.model.which_ticket import FEATURES, Kind, TicketPointer, ticket_figures
from understanding.model.wording import short_number

SEED = 7
ROUNDS = 4
STEP = 0.3
ENOUGH = 9
"""A command that is said so often of a ticket takes one."""


def train_pointer(sentences: Sequence[Sentence]) -> TicketPointer:
    """From the sentences that are said where the writer has tickets."""
    kinds, sense = _kinds(sentences), train_sense([_with_its_ticket(each) for each in sentences])
    told = [
        (each, _target(each))
        for each in sentences
        if each.situation.tickets and each.wishes[0].label in kinds and _target(each) is not None
    ]
    weights, none = np.zeros(len(FEATURES)), dict.fromkeys(kinds, 0.0)
    moved, none_moved = np.full(len(FEATURES), 1e-2), dict.fromkeys(kinds, 1e-2)
    order = np.random.default_rng(SEED)
    figures = [ticket_figures(each.text, each.situation, kinds[each.wishes[0].label], sense) for each, _ in told]
    for _ in range(ROUNDS):
        for at in order.permutation(len(told)):
            each, target = told[at]
            label = each.wishes[0].label
            scores = np.append(figures[at] @ weights, none[label])
            wrong = np.exp(scores - scores.max())
            wrong /= wrong.sum()
            wrong[target] -= 1
            slope = figures[at].T @ wrong[:-1]
            moved += slope**2
            weights -= STEP * slope / np.sqrt(moved)
            none_moved[label] += wrong[-1] ** 2
            none[label] -= STEP * wrong[-1] / np.sqrt(none_moved[label])
    return TicketPointer(
        tuple(map(float, weights)), {label: float(share) for label, share in none.items()}, kinds, sense
    )


def _with_its_ticket(sentence: Sentence) -> str:
    """A sentence, and what the ticket is about that it is said of."""
    target, tickets = _target(sentence), sentence.situation.tickets
    return sentence.text if target is None or target >= len(tickets) else f"{sentence.text} {tickets[target].summary}"


def _kinds(sentences: Sequence[Sentence]) -> dict[str, dict[Kind, float]]:
    counts: dict[str, Counter[Kind]] = {}
    for each in sentences:
        target = _target(each)
        if target is not None and target < len(each.situation.tickets):
            ticket = each.situation.tickets[target]
            counts.setdefault(each.wishes[0].label, Counter())[ticket.mine, ticket.state] += 1
    return {label: _shares(kinds) for label, kinds in sorted(counts.items()) if kinds.total() >= ENOUGH}


def _shares(counts: Mapping[Kind, int]) -> dict[Kind, float]:
    whole = sum(counts.values())
    return {kind: count / whole for kind, count in sorted(counts.items())}


def _target(sentence: Sentence) -> int | None:
    """The place of the meant ticket among the writer's, the place after the last for none; None where it is not told."""
    target = sentence.wishes[0].target
    if target is None:
        return len(sentence.situation.tickets)
    for place, ticket in enumerate(sentence.situation.tickets):
        if short_number(ticket.number) == target.lstrip("0"):
            return place
    return None
