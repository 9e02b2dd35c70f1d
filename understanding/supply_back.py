"""Somebody asks when a supply comes back: 水啥辰光来哦; 好几家都讲停水，哪晓得什么时候来."""

import re

from understanding.announced import kind_in
from understanding.trouble import Trouble

_WHEN = r"(?:几点钟?|几时|什么时候|啥时候?|啥辰光|么时候|么事时候|哪个时候|何时|多会儿?|多咱|多久|要多久)"
_COMES = r"(?:才|能|会|可以|好|得)*(?:来|通|有|恢复|到|修好|弄好|送)(?!人|看|修|拿|查|弄|处理|管|了没)"
_SUPPLIES = (
    ("water", r"(?:自来)?水"), ("power", r"电"), ("gas", r"(?:燃|煤|天然)气"), ("heating", r"暖气?"),
)  # fmt: skip
_FOR = tuple(
    (
        kind,
        re.compile(
            rf"(?<![下污雨积漏脏][水])(?:^|[\s,，。家里的楼院]){thing}(?:到底|究竟|还要|还|大概|今天|要|得|呢|啊|[\s,，])*{_WHEN}{_COMES}"
        ),
    )
    for kind, thing in _SUPPLIES
)
_LATER = re.compile(rf"{_WHEN}{_COMES}(?:哦|啊|呢|呀|哇|嘛|[\s,，。!！?？]|$)")
_URGES = re.compile(r"催|快点|赶紧|投诉")
TROUBLE = {
    "water": Trouble.NO_WATER, "power": Trouble.NO_POWER, "gas": Trouble.NO_GAS, "heating": Trouble.NO_HEAT,
}  # fmt: skip
LONGEST = 40


def supply_asked(normalised: str) -> str | None:
    """Which supply is asked for, by its name in governance.area_notices.AreaKind; None where nobody asks when one comes back."""
    if len(normalised) > LONGEST or _URGES.search(normalised):
        return None
    for kind, pattern in _FOR:
        if pattern.search(normalised):
            return kind
    told = kind_in(normalised) if _LATER.search(normalised) else None
    return told if told in TROUBLE else None
