"""What somebody puts right: of 不是2幢，是3幢 what follows."""

import re

_RIGHT = (
    re.compile(r"不是.{1,24}?[,，。;；\s]*(?:而是|应该是|是)(?P<right>.+)$"),
    re.compile(
        r"(?:应该是|应该在|应该为|改成|改为|改到|写成|换成|其实是|其实在|实际是|实际在|正确的?是|而是)(?P<right>.+)$"
    ),
    re.compile(
        r"(?:错了?|不对|搞混|弄混|记混|说反|打错|写错|讲错|报错)[^,，。;；\s]{0,6}[,，。;；\s]+(?:我?(?:是|在))?(?P<right>.+)$"
    ),
    re.compile(r"^(?P<right>.{2,30}?)[,，。\s]*(?:才对|不是.{1,20})$"),
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
