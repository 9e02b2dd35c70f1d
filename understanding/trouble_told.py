"""The kind of trouble that a report tells of: by its words, else by what was learned of how people tell of it.

Few say 停水: they tell what they notice (龙头放不出来, 泡沫还在头上). The words decide where they are plain; what was learned
decides of the rest, where it is sure.
"""

import re
from collections.abc import Collection

from understanding.learned import LearnedModel
from understanding.trouble import CUT_OFF, Trouble, of_nobody_else, told_of_others, trouble_in

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
_AWAITED = {
    Trouble.NO_WATER: re.compile(
        r"(?:[来通等]|供|恢复)(?:自来)?水(?!费|电费|平|果|泥)|(?:送|接|打)(?:点|桶|些)?水(?!费)|(?:送|供)水车|水(?:管)?[^,，。]{0,4}(?:修|抢修|抢)|"
        r"水[^,，。]{0,3}(?:停到|还没|没有?来|好了?没)|水呢|洗澡洗[到了]?(?:一半)?|还是干的|(?:家里|龙头)[^,，。]{0,3}(?:还是)?没有|又没了"
    ),
    Trouble.NO_POWER: re.compile(
        r"(?:[来通送复等]|供|恢复)电(?!费|话|梯|视|瓶|动|影|器)|电(?:呢|[^,，。]{0,3}(?:还没|没有?来|好了?没|没有))|(?:还是|一直|全|都|里|院)?黑着|还是?黑的|摸黑|"
        r"发电(?:机|车)|灯[^,，。]{0,3}不亮|跳闸"
    ),
    Trouble.NO_GAS: re.compile(r"(?:[来通等]|供|恢复)(?:燃|煤|天然)?气(?!费|味|温)|气(?:呢|[^,，。]{0,3}(?:还没|没有?来|好了?没))"),
    Trouble.NO_NET: re.compile(r"(?:[来通等]|恢复)(?:网|信号)(?!费)|网(?:呢|[^,，。]{0,3}(?:还没|没有?来|好了?没))"),
    Trouble.FLOOD: re.compile(
        r"水[^,，。]{0,5}(?:深|涨|退|抽|排|急|大|漫|没到)|[抽排]水|沙袋|水泵|泡[在着]|像条?河|汪洋|全是水|[趟淌蹚]水|(?:过|开)不(?:了|去|过)|走不(?:了|过)|看不(?:见|清)"
    ),
    Trouble.SEWER: re.compile(r"(?:粪|脏|臭|污)水|反上来|冒上来|下水|(?:通|疏)(?:管|下水)|吸粪|臭"),
}  # fmt: skip
"""What is asked or said of trouble of which an event runs where it is said: nobody there waits for another's water."""
_TOO = re.compile(
    r"(?:也|又|刚刚?|都|还|还是|一直|突然|现在)[^,，。]{0,4}(?:停|断|没|黑|灭)(?:了|的|着|到)|(?:跳|一|全)黑"
)
"""What is gone as well (我们这边也停了), without its name."""
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
    words = told_of_others(normalised)
    awaited = [each for each in sorted(near) if each in _AWAITED and _AWAITED[each].search(words)]
    gone = sorted(CUT_OFF & frozenset(near)) if _TOO.search(words) else []
    for meant in (awaited, gone):
        if len(meant) == 1:
            return meant[0]
    if gone:
        return None
    shares = learned.shares_of(words)
    likeliest = max(shares, key=lambda label: shares[label])
    if likeliest in LEARNED and shares[likeliest] >= SURE:
        return Trouble(likeliest)
    best = max(sorted(LEARNED & frozenset(near)), key=lambda each: shares.get(each, 0.0), default=None)
    enough = best is not None and shares.get(best, 0.0) >= max(SURE_NEAR, shares.get(OTHER, 0.0))
    return best if enough else None


def is_small(normalised: str) -> bool:
    """Whether a text tells of a small fault of what still works, and of nothing worse: 电梯楼层键失灵."""
    return _SMALL.search(normalised) is not None and _WORSE.search(_SMALL.sub("", normalised)) is None
