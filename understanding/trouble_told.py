"""The kind of trouble that a report tells of: by its words, else by what was learned of how people tell of it.

Few say 停水: they tell what they notice (龙头放不出来, 泡沫还在头上). The words decide where they are plain; what was learned
decides of the rest, where it is sure.
"""

from collections.abc import Collection

from understanding.learned import LearnedModel
from understanding.trouble import Trouble, of_nobody_else, told_of_others, trouble_in

LEARNED = frozenset(Trouble) - {Trouble.NOISE, Trouble.STREET_LIGHT, Trouble.LEAK}
"""What is told by what people notice. Of one lamp and one drip among many, and of any noise, only the words are believed."""
OTHER = "other"
"""What is no trouble that others may have too."""
SURE, SURE_NEAR = 0.45, 0.3
"""So far must the likeliest kind lead; where an event of that kind runs. Chosen on writers that the model had not learned from."""


def trouble_told(normalised: str, learned: LearnedModel, near: Collection[Trouble] = ()) -> Trouble | None:
    """The kind of trouble; None where it tells of none that others may have too. `normalised`: by understanding.normalise.

    `near`: kinds of which an event runs around it: less is then enough (我家还是一片黑).
    """
    kind = trouble_in(normalised)
    if kind is not None or of_nobody_else(normalised):
        return kind
    shares = learned.shares_of(told_of_others(normalised))
    likeliest = max(shares, key=lambda label: shares[label])
    if likeliest in LEARNED and shares[likeliest] >= SURE:
        return Trouble(likeliest)
    best = max(sorted(LEARNED & frozenset(near)), key=lambda each: shares.get(each, 0.0), default=None)
    enough = best is not None and shares.get(best, 0.0) >= max(SURE_NEAR, shares.get(OTHER, 0.0))
    return best if enough else None
