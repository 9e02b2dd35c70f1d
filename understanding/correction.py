"""What somebody puts right: of 不是2幢，是3幢 what follows."""

import re
from dataclasses import dataclass

from understanding.building_name import BUILDING, UNIT, spelled

_RIGHT = (
    re.compile(r"不是.{1,24}?[,，。;；\s]*(?:而是|应该是|是)(?P<right>.+)$"),
    re.compile(
        r"(?:应该是|应该在|应该为|改成|改为|改到|写成|换成|其实是|其实在|实际是|实际在|正确的?是|而是)(?P<right>.+)$"
    ),
    re.compile(
        r"(?:错了?|不对|搞混|弄混|记混|说反|打错|写错|讲错|报错)[^,，。;；\s]{0,6}[,，。;；\s]+(?:我?(?:是|在))?(?P<right>.+)$"
    ),
    re.compile(r"^(?P<right>.{2,30}?)[,，。\s]*(?:才对|不(?:是|在).{1,20})$"),
)

_HOME = re.compile(
    r"(?:住|家)(?:的|在)?(?:地方|地址|楼栋|楼)?(?:其实|实际上?|应该|真正|明明)(?:是|在|住)|(?:其实|实际上?|明明)(?:是)?(?:我家)?住(?:的|在)?(?:是|在)?|"
    r"(?:住址|家庭地址|楼栋|我家|住的)[^,，。]{0,8}(?:填错|写错|选错|登错|弄错|搞错|记错|不对)|住(?:的|在)?(?:是)?[^,，。]{2,14}[,，\s]*不是[^,，。]{2,14}|"
    r"(?:不住|不是住|没住)(?:在)?[^,，。]{2,14}[,，\s]*(?:我)?(?:是)?住"
)
_NOT_THERE = re.compile(r"[,，\s]*(?:不是|不住|不在).*$")
_OF_ANOTHER = re.compile(r"他家|她家|他住|她住|邻居|楼上|楼下|对门|阿姨家|大妈家|大爷家|那户")


def home_put_right(normalised: str) -> bool:
    """Whether somebody says that they live elsewhere than is known of them."""
    return _HOME.search(normalised) is not None and _OF_ANOTHER.search(normalised) is None


def right_home(normalised: str) -> str:
    """The words that say where somebody lives, without those where they do not."""
    if not home_put_right(normalised):
        return normalised
    return _NOT_THERE.sub("", put_right(normalised)) or normalised


def put_right(normalised: str) -> str:
    """The words that say what is right; all of them where nothing says what was wrong."""
    for pattern in _RIGHT:
        found = pattern.search(normalised)
        if found is not None:
            return found["right"].strip(" ,，。.!！")
    return normalised


_SPOT = r"(?:楼道|楼梯间|楼梯口|过道|拐角|电梯口?|门口|门前|楼下|楼顶|车棚|车库|地下室|大门|围墙|阳台|窗户|厨房|卫生间)"
_NUMERAL = r"[0-9零〇一二三四五六七八九十]"
_INSIDE = re.compile(
    rf"(?P<unit>{_NUMERAL}{{1,2}}单元)?(?P<floor>负?{_NUMERAL}{{1,3}}[楼层])?(?P<room>(?<![0-9])[0-9]{{3,4}}(?![0-9])(?:室|号房)?)?(?P<spot>{_SPOT})?"
)
_SUBJECT = re.compile(
    r"(?:^|[,，。\s])(?P<subject>[^,，。\s是]{1,10}的)(?:人家?|那家|那户)?(?:应该|其实)?是\s*(?=[0-9零〇一二三四五六七八九十])"
)
_WRONG = re.compile(r"(?:不是|不在|而不是|没在)\s*(?P<wrong>[^,，。;；!！\s是]{1,12})")
_TAIL = re.compile(r"[,，。;；!！\s]*(?:而)?(?:不是|不在|没在).*$")


@dataclass(frozen=True)
class Inside:
    """Where inside a building something is, put right. `wrong`: what it is not; `subject`: of what it is said (漏水的)."""

    right: str
    wrong: str
    subject: str


def inside_put_right(normalised: str) -> Inside | None:
    """The unit, floor, room or spot that is right (是202门口不是一楼); None where none is told."""
    denied = _WRONG.search(normalised)
    told = normalised if denied is None else normalised[: denied.start()] + normalised[denied.end() :]
    found = max((each.group() for each in _INSIDE.finditer(told)), key=len, default="")
    if not found or not any(char.isdigit() or char in "零〇一二三四五六七八九十" for char in found):
        return None
    wrong = (
        "" if denied is None else max((each.group() for each in _INSIDE.finditer(denied["wrong"])), key=len, default="")
    )
    subject = _SUBJECT.search(normalised)
    return Inside(found, wrong, "" if subject is None else subject["subject"])


def without_wrong(normalised: str) -> str:
    """What is right, without what is said that it is not: 倒水的是402."""
    return _TAIL.sub("", normalised) or normalised


_POINTS = re.compile(r"[这那](?:边|里|头|块|儿)|^(?:是|在|就是|应该是)|才对$")


def points_there(normalised: str) -> bool:
    """Whether words that say where point at it (虎踞北路这边的2幢), as who puts a place right does."""
    return _POINTS.search(normalised) is not None


def names_building(normalised: str) -> bool:
    """Whether words name a building or unit by its number."""
    words = spelled(normalised)
    return BUILDING.search(words) is not None or UNIT.search(words) is not None


_SPOT_RIGHT = re.compile(
    r"不(?:是|在)(?P<wrong>[^,，。;；!！\s是]{1,8})[,，。;；\s]+(?:应该|而)?(?:就)?(?:是|在)(?P<right>[^,，。;；!！]{2,14})$"
)
_SIDE = re.compile(r"(?:里头?|里面|上面?|下面?|边上?|旁边|头|外面?|那[边块里儿])$")


def spot_put_right(normalised: str, place: str, summary: str, base: str) -> str:
    """The place with the right spot at its end in place of the wrong one (不是电梯里，是楼前头); empty where none is said.

    `summary`: what was reported, which may name the wrong spot as well; `base`: the building and no more.
    """
    found = _SPOT_RIGHT.search(normalised)
    if found is None:
        return ""
    right = found["right"].strip(" 呀啊哦噢呢的")
    wrong = found["wrong"] if place.endswith(found["wrong"]) else _SIDE.sub("", found["wrong"])
    if wrong and place.endswith(wrong) and place != wrong:
        return place.removesuffix(wrong) + right
    return base + right if base and found["wrong"] in summary else ""
