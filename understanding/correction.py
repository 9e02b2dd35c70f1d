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


def put_right(normalised: str) -> str:
    """The words that say what is right; all of them where nothing says what was wrong."""
    for pattern in _RIGHT:
        found = pattern.search(normalised)
        if found is not None:
            return found["right"].strip(" ,，。.!！")
    return normalised
