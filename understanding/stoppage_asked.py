"""Questions about what is announced that do not say what: 到底停不停啊, 那我明天咋洗澡."""

import re

_HOW = r"(?:怎么|咋|咋个|如何|拿什么|用什么|去哪|上哪|能不能|还能|能|可不可以|可以|是不是不能|好不好|要不要|该不该|需不需要)"
_STOPS = re.compile(
    r"停不停|停没停|(?:到底|究竟|还|真的?|会|要|是不是|今天|明天|后天|几点|什么时候|啥时候|多会儿?)[^,，。]{0,4}停(?:吗|么|不|呢|啊|呀|嘛|[?？]|$)|"
    r"停(?:到|多)(?:几点|什么时候|啥时候|久|长时间|晚|少)|(?:几点|什么时候|啥时候|多久)[^,，。]{0,4}(?:恢复|弄好|修好|搞好|通|能用)|"
    r"(?:停|恢复)的?(?:时间)?(?:改|变|定)了?(?:没|吗)"
)
_OUT = re.compile(r"停(?:车|工|课|业|电动|放|下)|快递|公交|施工")
_DEEDS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (
        re.compile(rf"{_HOW}[^,，。]{{0,6}}(?:洗澡|洗头|洗漱|冲凉|洗个澡)|洗(?:得成|不成|不了|得了)澡"),
        frozenset({"water", "power", "gas"}),
    ),
    (
        re.compile(rf"{_HOW}[^,，。]{{0,6}}(?:冲厕所|上厕所|洗衣服?|洗菜|拖地|接水|存水|囤水|喝水|用水|提前接)"),
        frozenset({"water"}),
    ),
    (
        re.compile(rf"{_HOW}[^,，。]{{0,6}}(?:做饭|烧饭|烧菜|煮饭|烧水|开火|热饭|带饭)"),
        frozenset({"water", "power", "gas"}),
    ),
    (
        re.compile(rf"{_HOW}[^,，。]{{0,6}}(?:充电|开空调|看电视|上网|开灯|吹空调|用冰箱|用电)"),
        frozenset({"power"}),
    ),
    (re.compile(rf"{_HOW}[^,，。]{{0,6}}(?:取暖|开暖气)"), frozenset({"heating", "power", "gas"})),
    (re.compile(rf"{_HOW}[^,，。]{{0,6}}(?:上楼|下楼|搬东西)"), frozenset({"lift", "power"})),
    (re.compile(rf"{_HOW}[^,，。]{{0,6}}(?:开车|出门|绕|开进来|开出去|进出)"), frozenset({"road"})),
)
SUPPLIES = frozenset({"water", "power", "gas", "heating", "lift", "road"})
LONGEST = 24
"""Characters; who writes more tells something of their own."""


def stoppage_asked(normalised: str) -> frozenset[str]:
    """The kinds of stoppages that a question may be about which names none; none where the words ask no such thing."""
    if len(normalised) > LONGEST:
        return frozenset()
    for pattern, kinds in _DEEDS:
        if pattern.search(normalised):
            return kinds
    return SUPPLIES if _STOPS.search(normalised) and not _OUT.search(normalised) else frozenset()
