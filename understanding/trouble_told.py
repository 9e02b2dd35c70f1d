"""The kind of trouble that a report tells of: by its words, else by what was learned of how people tell of it.

Few say 停水: they tell what they notice (龙头放不出来, 泡沫还在头上). The words decide where they are plain; what was learned
decides of the rest, where it is sure.
"""

import re
from collections.abc import Collection

from understanding.learned import LearnedModel
from understanding.trouble import Trouble, of_nobody_else, told_of_others, trouble_in

LEARNED = frozenset(Trouble) - {Trouble.NOISE, Trouble.STREET_LIGHT, Trouble.LEAK}
"""What is told by what people notice. Of one lamp and one drip among many, and of any noise, only the words are believed."""
OTHER = "other"
"""What is no trouble that others may have too."""
SURE, SURE_NEAR = 0.45, 0.3
"""So far must the likeliest kind lead; where an event of that kind runs. Chosen on writers that the model had not learned from."""

_SMALL = re.compile(
    r"电梯[^,，。]{0,6}(?:按钮|按键|楼层键|显示屏?|屏幕|数字|镜子|扶手|地垫|风扇|报站|声音|异响|光幕)|电梯[^,，。]{0,5}(?:有点|有些|偏|比较)?(?:慢|抖|晃|响|旧)(?!.{0,12}(?:停|困|不动))|"
    r"(?:水槽|水池|洗手池|洗脸池|洗菜池|地漏|下水|排水|浴缸|台盆)[^,，。]{0,4}(?:有点|有些|比较|越来越)?(?:慢|不畅|不太通|不大通)"
)
"""A small fault of what still works: nobody else is without it."""
_OF_ONE_THING = frozenset({Trouble.LIFT, Trouble.SEWER, Trouble.FLOOD})
_WORSE = re.compile(r"停(?:了|在|运)|困|不动|坏了|不走|用不|返|冒|溢|倒灌|漫|家家|整栋|全楼|都")


def trouble_told(normalised: str, learned: LearnedModel, near: Collection[Trouble] = ()) -> Trouble | None:
    """The kind of trouble; None where it tells of none that others may have too. `normalised`: by understanding.normalise.

    `near`: kinds of which an event runs around it: less is then enough (我家还是一片黑).
    """
    kind = _told(normalised, learned, near)
    return None if kind in _OF_ONE_THING and is_small(normalised) else kind


def _told(normalised: str, learned: LearnedModel, near: Collection[Trouble]) -> Trouble | None:
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


def is_small(normalised: str) -> bool:
    """Whether a text tells of a small fault of what still works, and of nothing worse: 电梯楼层键失灵."""
    return _SMALL.search(normalised) is not None and _WORSE.search(_SMALL.sub("", normalised)) is None
