"""Which tickets a sentence speaks of by what it says of the matter: the thing, what is wrong with it, the floor or house.

垃圾 in 不是垃圾那个 names what is not meant, and 三楼 names a floor, not what lies 楼下.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from understanding.model.alike import things_in, words_of
from understanding.model.wording import names_of, pairs_of
from understanding.numerals import with_arabic
from understanding.situation import OwnTicket

DANGER, WHOLE, LETTER, PLACE = 2.0, 1.0, 0.6, 0.5
_DANGERS = things_in("煤气 着火")
_NUMERAL = re.compile(r"[一二三四五六七八九十]+(?=号院|号楼|[幢栋楼层]|单元)")
_PART = re.compile(r"(?P<number>[0-9]{1,3})(?P<kind>号院|号楼|[幢栋楼层]|单元)")
_WHERE = re.compile(r"[0-9]{1,4}(?:号院|号楼|[幢栋楼层室户家]|单元)|楼[上下]|上楼|下楼")
"""What says only where: its letters name nothing."""
_POINTED = re.compile(
    r"(?:^|[,，。;；!！?？\s])(?:哦|噢|嗯|对了|那个|就是|还有|我?[说问讲指]的?是?)*(?P<thing>[^,，。;；!！?？\s]{1,10}?)的?[那这][个边单件块条起事桩处家户](?P<behind>[^,，。;；!！?？\s]{0,4})|"
    r"^(?P<first>[^,，。;；!！?？\s]{2,8}?)的(?![话时人])"
)
_ASKED_AFTER = re.compile(
    r"^(?:那|这|哎|喂|请问|我想问)*(?:我?们?(?:上次|昨天|之前|前天)?报的)?(?:[那这][个件])?(?P<thing>[^,，。;；!！?？\s]{1,8}?)(?:的事情?|的人)?(?:[那这][个件边])?(?:都|还)?"
    r"(?:咋|怎么?样|修|弄|搞|换|处理|解决|有人|来人|有没有|到哪|什么时候|啥时候|好了?没|呢$)"
)
_OF = re.compile(
    r"(?:^|[,，。\s]|[回给跟答])[那这][个件](?P<of>[^,，。;；!！?？\s:]{2,8}?)的(?=$|[:,，。\s]|给|派|转|由|叫|让|交|那)"
)
_LEAD = re.compile(r"(?:收到|好的|嗯|哦|[\s,，。!！])*")
_OF_AN_OFFICE = re.compile(r"[\u4e00-\u9fff]{2,4}(?:公司|部门|单位|集团)")
_PEOPLE = things_in("老人 小孩 物业 租客 保安")
"""Who comes into any matter."""
_SAME_PART = {"层": "楼", "栋": "幢", "号楼": "幢"}
_EXCLUDED = re.compile(
    r"(?<![是要能])(?:又|并|可)?不是(?:说|讲|问|指|要)?(?:的是)?(?P<what>[^,，。;；!！?？]{1,10}?)(?:那[个件条单家边桩]|这[个件条单家边桩]|的|啊|呀|哦)*(?=$|[,，。;；!！?？\s]|[,，\s]*是)"
)


def likeness(text: str, tickets: Sequence[OwnTicket], *, alone: bool = False) -> dict[str, float]:
    """How much of each ticket's matter and place a normalised text says, by number; what all of them have tells nothing.

    `alone`: that counts as well.
    """
    said = without_excluded(text)
    matters, places = matter_names(said), _parts(said)
    own = {each.number: matter_of(each) & matters for each in tickets}
    there = {each.number: (_parts(f"{each.place} {each.summary}") & places) for each in tickets}
    pairs = {each.number: pairs_of(each.place) & pairs_of(said) for each in tickets}
    common = (frozenset[str](),) * 3 if alone else (_common(own), _common(there), _common(pairs))
    return {
        number: sum(_weight(name) for name in own[number] - common[0])
        + WHOLE * len(there[number] - common[1])
        + PLACE * bool(pairs[number] - common[2])
        for number in own
    }


def _weight(name: str) -> float:
    return DANGER if name in _DANGERS else WHOLE if len(name) > 1 else LETTER


def spoken_of(text: str, tickets: Sequence[OwnTicket]) -> tuple[OwnTicket, ...]:
    """The tickets of which the text says most; none where it says nothing of any."""
    like = likeness(text, tickets)
    most = max(like.values(), default=0.0)
    return tuple(each for each in tickets if most > 0 and like[each.number] == most)


def excluded(text: str, tickets: Sequence[OwnTicket]) -> tuple[OwnTicket, ...]:
    """The tickets that the text says are not meant."""
    denied = " ".join(found["what"] for found in _EXCLUDED.finditer(text))
    return spoken_of(denied, tickets) if denied else ()


def place_said(text: str, tickets: Sequence[OwnTicket]) -> tuple[OwnTicket, ...]:
    """The tickets at a house, unit or floor that the text says."""
    places = _parts(without_excluded(text))
    return tuple(each for each in tickets if places & _parts(f"{each.place} {each.summary}"))


@dataclass(frozen=True)
class Pointed:
    """What a text points at. `first`: with its first words; `like`: how much of it each ticket has, by number."""

    first: bool
    like: Mapping[str, float]

    def at(self, tickets: Sequence[OwnTicket]) -> tuple[OwnTicket, ...]:
        """The tickets that are pointed at."""
        most = max(self.like.values())
        return tuple(each for each in tickets if self.like[each.number] == most)


def pointed_at(text: str, tickets: Sequence[OwnTicket]) -> Pointed | None:
    """The first that a text points at and that is a ticket's (三楼那家, 垃圾那个): what is said besides may be of anything."""
    for found in _POINTED.finditer(without_excluded(text)):
        like = likeness(found["thing"] or found["first"], tickets)
        if max(like.values(), default=0.0) >= WHOLE:
            return Pointed(_LEAD.fullmatch(text[: found.start()]) is not None, like)
    return None


def other_thing(text: str, tickets: Sequence[OwnTicket]) -> str:
    """The thing that a text points at or asks after, where everybody has a word for it and no ticket is about it; else nothing."""
    said = _OF_AN_OFFICE.sub(" ", without_excluded(text))
    found = _POINTED.search(said)
    parts = (found["behind"], found["thing"], found["first"]) if found else ()
    thing = next((each for each in parts if each and _things(each)), "")
    if thing:
        return "" if any(_about(thing, each) for each in tickets) else _called(thing)
    asked = _ASKED_AFTER.search(said)
    if asked is None or any(likeness(said, tickets, alone=True).values()):
        return ""
    return _called(asked["thing"])


def matter_of_none(text: str, tickets: Sequence[OwnTicket]) -> str:
    """The matter that a text means by what is asked there (那个问居住证的), where no ticket has anything of it; else nothing."""
    found = _OF.search(without_excluded(text))
    if found is None or any(likeness(text, tickets, alone=True).values()):
        return ""
    shared = any(set(found["of"]) & set(f"{each.summary}{each.place}") for each in tickets)
    return "" if shared else found["of"]


def _about(thing: str, ticket: OwnTicket) -> bool:
    """Whether a ticket is about a thing, or its matter has the last letter of the thing's name."""
    heads = {word[-1] for word in _words(thing)}
    return bool(_things(thing) & names_of(ticket.summary)) or bool(heads & set(ticket.summary))


def _called(thing: str) -> str:
    """The longest of the words for things in what is pointed at; empty where there is none."""
    return max(_words(thing), key=len, default="")


def _words(thing: str) -> list[str]:
    return [word for sign in _things(thing) for word in words_of(sign) if word in thing]


def _things(words: str) -> frozenset[str]:
    return things_in(_WHERE.sub(" ", words)) - _PEOPLE


def _common(each: dict[str, frozenset[str]]) -> frozenset[str]:
    """What all of several have."""
    sets = list(each.values())
    return frozenset.intersection(*sets) if len(sets) > 1 else frozenset()


def without_excluded(text: str) -> str:
    """The text without what it says is not meant (不是垃圾那个)."""
    return _EXCLUDED.sub(" ", text)


def matter_names(text: str) -> frozenset[str]:
    """All that may name a matter in a text; a floor or a house is none, nor a letter of a thing's word (门 of 阀门)."""
    said = _WHERE.sub(" ", with_arabic(text, _NUMERAL))
    bare = said
    for word in sorted((word for sign in things_in(said) for word in words_of(sign) if len(word) > 1), key=len):
        bare = bare.replace(word, " " * len(word))
    return pairs_of(said) | frozenset(bare) | things_in(said)


def matter_of(ticket: OwnTicket) -> frozenset[str]:
    """What a ticket is called by, the floors and houses aside."""
    return names_of(_WHERE.sub(" ", with_arabic(ticket.summary, _NUMERAL)))


def _parts(text: str) -> frozenset[str]:
    found = _PART.finditer(with_arabic(text, _NUMERAL))
    return frozenset(f"{each['number']}{_SAME_PART.get(each['kind'], each['kind'])}" for each in found)
