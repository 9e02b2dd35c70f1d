"""The words of a text that say where: road and number, courtyard, building, unit, floor, room."""

import re
from functools import lru_cache

_NUM = r"[0-9零〇一二三四五六七八九十百两]{1,6}"
_NAME = r"[\u4e00-\u9fff]{2,8}?"
_LEAD = (
    r"(?:我家住在?|我们住在?|我住在?|我在|我们在|住在|位于|家住|地址是?|请问|你好|您好|在|到|去|就是|从|请|把|给|离|和|与|跟|的|了|是|有"
    r"|那个|这个|[,，。;；:：!！?？、\s])"
)

_SUBDISTRICT = rf"{_NAME}街道(?:办事处)?(?={_NUM}(?:号|幢|栋|座|#))(?:{_NUM}号院?(?![楼线]))?"
_ROAD = rf"{_NAME}(?:大街|大道|路|街|巷|里弄|胡同|弄)(?:{_NUM}(?:-\d+)?号(?![楼线]))?"
_COURT = rf"{_NAME}(?:小区|新村|花园|家园|公寓|大院|大厦|广场|公馆|新寓|苑|宿舍|庭院|雅居|名苑|山庄|院)"
_BUILDING = rf"(?:{_NUM}|[a-zA-Z])(?:号楼|幢|栋|座|#)"
_UNIT = rf"{_NUM}单元"
_FLOOR = rf"(?:负?{_NUM}(?:楼|层))"
_ROOM = rf"{_NUM}(?:室|号房)|[0-9]{{3,4}}(?!\d)"
_SPOT = r"(?:楼道|楼梯间|电梯|门口|门前|楼下|楼顶|车棚|车库|地下室|大门|围墙|路口|旁边|对面)"

_PLACE = re.compile(
    rf"(?:{_LEAD})*(?P<place>(?:{_SUBDISTRICT}|{_ROAD})?(?:{_COURT})?(?:{_BUILDING})?(?:{_UNIT})?(?:{_FLOOR})?(?:{_ROOM})?(?:{_SPOT})?)"
)
_ANCHOR = re.compile(rf"{_NUM}号|{_BUILDING}|{_UNIT}|小区|新村|花园|公寓|大院|大厦|苑|公馆|路|街|巷|院")
_OWN_WORDS = re.compile(
    r"我家|我们|我|家|住|在|是|的|就|那个|这个|那边|这边|附近|那里|那|这|地址|地点|位置|这里|里|[,，。.;；:：!！?？、\s]"
)
_LED_TO = re.compile(r"^.*?(?:[就都正可又还]是|直通|通往|通到)(?=.)")
"""底下就是虎踞北路: the street is what follows."""
_NO_STREET = re.compile(
    r".*(?:的|条|走|过|让|绕|修|一|这|那|必经之|[去回上来](?:幼儿园|学|课|班|下班))(?:路|街|巷|弄|院)"
)
"""小孩上学的路 is no street's name."""
_LONGEST = 40
_SEARCHED = 200


@lru_cache(maxsize=256)
def place_text(normalised: str) -> str | None:
    """The longest stretch of the first 200 characters that reads like a place, at most 40 characters; None without one."""
    best = ""
    for found in _PLACE.finditer(normalised[:_SEARCHED]):
        words = _LED_TO.sub("", found.group("place"))
        if _NO_STREET.fullmatch(words):
            continue
        if len(words) > len(best) and _ANCHOR.search(words):
            best = words
    return best[:_LONGEST] or None


def is_place_only(normalised: str, place: str | None) -> bool:
    """Whether a text says this place and nothing else (an answer to "where?")."""
    return place is not None and _OWN_WORDS.sub("", normalised.replace(place, "", 1)) == ""


_NAMED_ROOM = rf"{_NUM}(?:室|号房)|(?<![a-zA-Z]-)(?<=[-单元幢栋楼#])[0-9]{{3,4}}(?![0-9])"
_WITHIN = re.compile(rf"(?P<unit>{_UNIT})?(?P<rest>(?:{_FLOOR})?(?:{_NAMED_ROOM})?(?:{_SPOT})?)")


def detail_in(normalised: str, with_unit: bool = True) -> str:
    """Where inside or beside its building the text says it is: unit, floor, room, spot (3楼楼道); the longest such words."""
    found = (match["rest"] if not with_unit else match.group() for match in _WITHIN.finditer(normalised[:_SEARCHED]))
    return max(found, key=len, default="")


_OWN_ONLY = re.compile(r"(?:我|咱|俺|这|本)们?(?:这|那|家|住的?|个|边|里|一)*(?:院子?|大院|楼|栋|幢|小区|单元|层)")


def says_only_own(place: str) -> bool:
    """Whether words of place say only that it is the writer's own (我们院): who knows no home does not know where that is."""
    return _OWN_ONLY.fullmatch(place) is not None


def says_no_more(rest: str) -> bool:
    """Whether nothing is left of a text but words of place, once the names in it are taken out."""
    return _OWN_WORDS.sub("", _WITHIN.sub("", rest)) == ""
