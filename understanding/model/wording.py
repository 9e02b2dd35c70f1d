"""The words of a text as the model sees them: its surface, and the same with what the writer's own tickets, shifts and days are
called replaced by one sign each, so that 漏水那个好了 and 狗的那个好了 teach the same.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from understanding.model.alike import things_in, words_of
from understanding.normalise import normalise
from understanding.situation import OwnShift, OwnTicket, Situation

LONGEST = 160
"""Characters that are read at either end of a long text: the point stands at its beginning or at its end."""
_BREAKS = re.compile(r"[\s,，。.!！?？;；、~～…:：·—_\"“”'‘’()（）\[\]【】]+")
_DIGITS = re.compile(r"[0-9]+")
_DAY = re.compile(
    r"(?:\d{1,2}月\d{1,2}[日号]?|\d{1,2}[./]\d{1,2}|大?[今明后昨前][天日儿晚早]|(?:[上下这本]个?)?(?:周|星期|礼拜)[一二三四五六日天末])"
    r"(?:早上|上午|中午|下午|晚上|夜里)?|\d{1,2}号(?:早上|上午|中午|下午|晚上)|早上|上午|中午|下午|傍晚|晚上|夜里|半夜|凌晨|"
    r"[0-9一二两三四五六七八九十]{1,3}点(?:半|[0-9一二三四五十]+分?)?"
)
_WHERE = re.compile(
    r"(?:[\u3400-\u9fff]{1,4}(?:里|园|村|苑|路|街|巷|塘|新村|小区|花园|大院|公寓))?"
    r"(?:[0-9一二三四五六七八九十]{1,4}(?:号院|号楼|单元|[幢栋座室弄楼层#])\s*)+(?:[0-9]{3,4}(?![0-9]))?"
)
"""A building, a floor, a room."""
_HAN = re.compile(r"[^\u3400-\u9fff]")
NAMELESS = frozenset("坏了有没不的是在一个我家们你他她它上下来去说好多天人里外这那就都还又也和跟把被给到要会能很太")
"""Characters that name nothing: a pair with one of them tells what is wrong, not with what."""
_EVERYWHERE = frozenset(("扰民", "破损", "松动", "断裂", "门口", "小区"))
"""Pairs of characters that stand in many tickets and name none."""
_ALONE = frozenset("灯水狗树门梯井锁车管墙路网猫窗楼雨漏堵臭坑杆桌椅钟旗箱栏柜钩鸽蜂鼠虫沙砖板牌棚池渣泥烟油声吵")
"""Characters that name a matter by themselves."""
_GAS_SMELT = re.compile(
    r"(?:灶|厨房|管道|阀门|热水器).{0,8}(?:怪味|异味|味道|气味|刺鼻)|(?:怪味|异味|味道|气味|刺鼻).{0,12}(?:灶|头[昏晕痛疼])"
)
"""Everybody calls it the gas from then on, whoever wrote only of a smell."""
_SIGNS = {"reporter": "\ue001", "assignee": "\ue002", "verifier": "\ue003"}
_OTHER_TICKET, _PLACE, _OWN_SHIFT, _OPEN_SHIFT, _WHEN = "\ue004", "\ue005", "\ue006", "\ue007", "\ue008"


@dataclass(frozen=True)
class Wording:
    """`surface`: normalised, digits as #, buildings as one sign; `signs`: with signs instead of names, too.

    Both stand between ^ and $, breaks are blanks.
    """

    surface: str
    signs: str
    asks: bool


def worded(text: str, situation: Situation) -> Wording:
    """How a text is worded in this situation."""
    plain = normalise(text).lower()
    if len(plain) > 2 * LONGEST:
        plain = f"{plain[:LONGEST]} {plain[-LONGEST:]}"
    surface = _DIGITS.sub(lambda found: "#" * min(len(found[0]), 4), _WHERE.sub(_PLACE, plain))
    return Wording(_framed(surface), _framed(_signed(plain, situation)), "?" in plain or "吗" in plain)


def chinese_in(words: str) -> str:
    """The Chinese characters of words, one after the other."""
    return _HAN.sub("", words)


@lru_cache(maxsize=4096)
def pairs_of(words: str) -> frozenset[str]:
    """The pairs of Chinese characters that stand in words."""
    letters = chinese_in(words)
    return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))


@lru_cache(maxsize=4096)
def names_of(summary: str) -> frozenset[str]:
    """What a ticket is called by: the pairs of its summary that name it, the characters that do so alone, the things it names."""
    pairs = frozenset(pair for pair in pairs_of(summary) if not NAMELESS & set(pair))
    smelt = things_in("煤气") if _GAS_SMELT.search(summary) else frozenset()
    return (pairs - _EVERYWHERE) | (_ALONE & set(summary)) | things_in(summary) | smelt


def names_shared(summary: str, text: str, where: str) -> frozenset[str]:
    """What a ticket is called by that a text says as well; what the places' words `where` say aside."""
    return names_of(summary) & names_of(text) - pairs_of(where) - set(where) - things_in(where)


def names_said(text: str) -> frozenset[str]:
    """All that may name a ticket in a text; `names_of` a ticket that are among it are said."""
    return pairs_of(text) | frozenset(text) | things_in(text)


def short_number(number: str) -> str:
    """How people say a ticket's number: NH20261124-0012 is 12."""
    return number.rpartition("-")[2].lstrip("0")


def _framed(words: str) -> str:
    return f"^{_BREAKS.sub(' ', words).strip()}$"


def _signed(plain: str, situation: Situation) -> str:
    marks = [""] * len(plain)
    for name, sign in _names(situation.tickets, situation.shifts).items():
        at = plain.find(name)
        while at >= 0:
            for place in range(at, at + len(name)):
                marks[place] = marks[place] or sign
            at = plain.find(name, at + 1)
    said: list[str] = []
    for mark, letter in zip(marks, plain, strict=True):
        if not mark:
            said.append(letter)
        elif not said or said[-1] != mark:
            said.append(mark)
    numbers = _numbers(situation)
    dated = _DAY.sub(_WHEN, _WHERE.sub(_PLACE, "".join(said)))
    return _DIGITS.sub(lambda found: numbers.get(found[0].lstrip("0"), "#" * min(len(found[0]), 3)), dated)


@lru_cache(maxsize=1024)
def _names(tickets: tuple[OwnTicket, ...], shifts: tuple[OwnShift, ...]) -> dict[str, str]:
    """The sign of each name, in the order in which they are looked for."""
    names: dict[str, str] = {}
    for ticket in tickets:
        called = names_of(ticket.summary)
        things = things_in(ticket.summary)
        for name in (*sorted(called - things), *(word for thing in sorted(things) for word in words_of(thing))):
            names.setdefault(name, _SIGNS.get(ticket.mine, _OTHER_TICKET))
        for name in sorted(pairs_of(ticket.place)):
            names.setdefault(name, _PLACE)
    for shift in shifts:
        for name in sorted(pairs_of(shift.title.partition("(")[0].replace("月", ""))):
            names.setdefault(name, _OWN_SHIFT if shift.mine else _OPEN_SHIFT)
    return names


def _numbers(situation: Situation) -> dict[str, str]:
    """The sign of each number that is a shift's or a ticket's; a ticket's counts before a shift's."""
    shifts = {str(shift.id): _OWN_SHIFT if shift.mine else _OPEN_SHIFT for shift in situation.shifts}
    return shifts | {
        short_number(ticket.number): _SIGNS.get(ticket.mine, _OTHER_TICKET) for ticket in situation.tickets
    }
