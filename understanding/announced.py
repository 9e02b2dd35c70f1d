"""What a notice to residents is about, and whether a report tells of the same: the supply that is away, not a thing that broke."""

import re

_NOT = r"(?<![没不未])"
_BACK = r"(?:中断|暂停|恢复)"
_KINDS = (
    ("water", rf"{_NOT}(?:停不停|停|断)(?:了)?(?:自来)?水|(?:没有?|没得|冇|无)(?:自来)?水(?!电|表|压|管|费|泥)|水.?(?:停|断)了|"
              rf"不(?:出|来)水|来水|通水|供水.{{0,3}}{_BACK}"),
    ("power", rf"{_NOT}(?:停不停|停|断)(?:了)?电(?!梯|瓶|动|话|视)|(?:没有?|没得|冇|无)电(?!梯|瓶|动|话|视|源)|电.?(?:停|断)了|"
              rf"来电(?!话|咨询|反映)|送电|供电.{{0,3}}{_BACK}"),
    ("gas", rf"{_NOT}(?:停不停|停|断)(?:了)?(?:燃|煤|天然)?气|(?:没有?|没得|冇)(?:燃|煤|天然)气|(?:燃|煤|天然)气(?:停|断)了|通气|"
            rf"供气.{{0,3}}{_BACK}"),
    ("heating", rf"停(?:不停)?(?:了)?暖|(?:没有?|没得)暖气|暖气(?:停|断)|不供暖|停止供(?:暖|热)|供(?:暖|热).{{0,3}}{_BACK}"),
    ("lift", r"电梯.{0,6}(?:停(?!车)|检修|维修|维保|年检|不能(?:用|坐)|坏|不动)|(?:停用|停运|检修|维修|维保).{0,4}电梯"),
    ("road", r"封(?:闭|了)?.{0,4}路|路.{0,6}(?:封(?!面)|不通|不让(?:走|过)|禁行|断行)|禁止通行|交通管制|绕行"),
)  # fmt: skip
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _KINDS)
OTHER = "other"


def kind_in(words: str) -> str | None:
    """The first kind that a normalised text tells of, by its name in governance.area_notices.AreaKind; None for none."""
    found = [(match.start(), name) for name, pattern in _PATTERNS if (match := pattern.search(words))]
    return min(found)[1] if found else None


_OUT = r"停(?:了)?(?:自来)?(?:水|电(?!梯|瓶|动|话|视)|(?:燃|煤|天然)?气|暖)"
_ASKS = re.compile(
    rf"停不停(?:自来)?(?:水|电(?!梯|瓶|动)|(?:燃|煤|天然)?气|暖)|{_OUT}[^,，。]{{0,4}}(?:还是不|不停了?[吗呢?？]|还停[吗不])|"
    rf"{_OUT}[^。]{{0,16}}(?:还是|整个.{{0,6}}吗|哪些?(?:地方|几?[幢栋楼]|院|边)|什么范围|范围(?:是|有)|改没改|改了没|变没变|"
    rf"变了没|取消没|取消了(?:没|吗)|算不算数?|作不作数|真的假的|是真是假|准不准)|"
    rf"(?:到底|究竟|还要?|会不会|要不要)[^,，。]{{0,6}}{_OUT}(?!了)|"
    rf"一会儿?说?[^,，。]{{0,4}}停[^,，。]{{0,4}}[,，]?\s*一会儿?说?|{_OUT}[^。]{{0,12}}(?:都|还|也|怎么)(?:还)?没停|"
    rf"{_OUT}的?(?:通知|公告)[^,，。]{{0,6}}(?:谁|哪个|哪里|哪位)[^,，。]{{0,3}}[写发]"
)


_WHEN_BACK = re.compile(
    r"(?:那|请问|到底|大概|今天|明天|[上下]午|晚上|我们?(?:这里?|家|楼)?|[\s,，])*(?:几点钟?|什么时候|啥时候|多久|还要多久)(?:能|才|会|可以)*"
    r"(?:来|通|恢复)(?:供)?(?:自来)?(?:水|电|(?:燃|煤|天然)?气|暖)(?:啊|呢|呀|了|吗|[?？])*"
)


def asks_when_back(words: str) -> bool:
    """Whether somebody asks only when a supply comes back: 几点来水."""
    return _WHEN_BACK.fullmatch(words) is not None


def asks_what_is_announced(words: str) -> bool:
    """Whether somebody asks if and where a supply is cut after all (到底停不停水), or says that it was not though announced."""
    return kind_in(words) is not None and _ASKS.search(words) is not None


def first_told(words: str) -> int:
    """Where a text begins to say what happens; its length where it does not."""
    return min((match.start() for _, pattern in _PATTERNS if (match := pattern.search(words))), default=len(words))
