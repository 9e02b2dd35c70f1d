"""What is told of a household visit: who was there, what they said, which trouble they brought, or why there was none."""

import re
from dataclasses import dataclass

from understanding.address import Part, address_parts
from understanding.building_name import BUILDING

_BROUGHT = re.compile(
    r"(?:他|她|他们|她们|住户|居民|户主|老人|家里|家属|另外|还|并|也|,|，|。|;|；|\s)*"
    r"(?:反映|带问题|带回问题|反应|提出|诉求是?|问题是?|投诉|抱怨|希望解决|要求解决|求助)(?:了|说|的是|的问题是|一下)?[\s:：,，]*(?P<what>\S.*)$"
)
_NOTHING = re.compile(r"^(?:没有?(?:什么|啥|任何|其他)?|无)(?:问题|诉求|困难|需求|意见|事)?[。.!！]*$")
_NOT_MET = re.compile(
    r"没(?:有)?人(?:在家|应门|开门|应答|应)?|家里没人|不在家|不在|无人(?:在家|应门|应答)?|锁着?门|敲门(?:没|无|不)(?:人|应|开)|没(?:见|遇|碰)(?:到|着)|未(?:遇|见)(?:到)?"
)
_REFUSED = re.compile(
    r"(?:拒绝|不(?:愿意?|肯|想|让|给|接受|配合))(?:走访|开门|进门|进屋|进|见|谈|接待|入户|配合|我们进)|拒访|拒不开门|不给开门|闭门不见|谢绝走访"
)
_OF_OTHERS = re.compile(
    r"没(?:有)?人(?:照顾|陪|管|帮|看|做|说|来)|不在(?:乎|意|身边)|"
    r"(?:子女|儿子|女儿|孩子|家人|儿女|老伴|爱人)(?:都|也)?不在(?:家|身边)?"
)
_MOVED = re.compile(
    r"搬(?:走|家|离|出)(?:了|去)?|已经?搬|空(?:房|置|关)|没人住|无人居住|不住(?:在?这|了)|换了(?:租客|住户|人家)"
)
_HOUSES = frozenset({"houseno", "cellno", "floorno"})
_ROOM_FIRST = re.compile(r"\s*(?P<room>[0-9]{3,4})(?:室|户|号房)?(?![0-9])")
"""A room before its building, which was asked for: 201 老人独居 3幢."""
_SEARCHED = 40
_EDGES = " ,，。.;；:：!！"


@dataclass(frozen=True)
class VisitTold:
    """`result`: met, not_met, refused, moved; `note`: of the people; `problem`: what they brought, empty where nothing was."""

    result: str
    note: str
    problem: str


def visit_told(said: str) -> VisitTold:
    """What words behind a household say: 老人独居 反映水压低."""
    found = _BROUGHT.search(said)
    problem = "" if found is None else found["what"].strip(_EDGES)
    note = said if found is None else said[: found.start()]
    problem = "" if _NOTHING.match(problem) else problem
    return VisitTold(_result(note), note.strip(_EDGES), problem)


def _result(note: str) -> str:
    """Who moved is not at home either, and who refuses is; of people who are there 没人 is said of others (没人照顾)."""
    if _MOVED.search(note):
        return "moved"
    if _REFUSED.search(note):
        return "refused"
    alone = _OF_OTHERS.sub("", note)
    return "not_met" if _NOT_MET.search(alone) else "met"


@dataclass(frozen=True)
class HouseholdTold:
    """`where`: the words that name the building; `room`: as it is kept (2单元201), empty where none is named; `rest`: what is said
    of the household.
    """

    where: str
    room: str
    rest: str


def household_in(said: str) -> HouseholdTold:
    """The household that is named first, and what is said of it."""
    parts = address_parts(said)
    room = next((part for part in parts if part.label == "roomno"), None)
    first = _ROOM_FIRST.match(said) if room is None else None
    if first is not None:
        return HouseholdTold(said, first["room"], said[first.end() :].strip(_EDGES))
    end = _end_of_building(said, parts) if room is None else room.end
    rest = said[end:].strip(_EDGES).lstrip("室户家的").strip(_EDGES)
    before = said[: min((part.start for part in parts), default=0)].strip(_EDGES)
    if not rest and _result(before) != "met":
        rest = before
    where = said[:end] if end else said
    if room is None:
        return HouseholdTold(where, "", rest)
    unit = next(
        (said[part.start : part.end] for part in parts if part.label == "cellno" and part.end <= room.start), ""
    )
    number = "".join(letter for letter in said[room.start : room.end] if letter.isalnum())
    return HouseholdTold(where, unit + number.removesuffix("室").removesuffix("号房").removesuffix("户"), rest)


def _end_of_building(said: str, parts: list[Part]) -> int:
    """How far the words reach that name a building."""
    named = [part.end for part in parts if part.label in _HOUSES]
    return max([*named, *(found.end() for found in BUILDING.finditer(said[:_SEARCHED]))], default=0)


_VISIT_WORD = re.compile(
    r"^(?:今天|上午|下午|刚才?|我们?|已经?|去|来|把)*(?:取消)?(?:重点)?(?:入户)?(?:走访|入户|重点户)(?:记录|登记)?(?:了|过|完)*[\s,，:：、]*"
)


def without_visit_word(said: str) -> str:
    """What is said behind the word for visiting: 今天走访了3幢201 老人独居."""
    return _VISIT_WORD.sub("", said)


def home_told(said: str) -> str:
    """A sentence where it names a room; empty where it names none."""
    return said if household_in(said).room else ""
