"""灭火器那个是好的呀，不是报修，撤掉: a report was made of something that is in order."""

import re

_IN_ORDER = re.compile(
    r"(?<!不)是好的|(?:没|没有)(?:坏|毛病|问题|过期)|好(?:得很|着呢|好的)|不是(?:要|来)?(?:报修|报故障|报事|上报|故障|坏了)|没(?:说|讲)(?:它|是)?坏"
)
_OFF = re.compile(
    r"(?:撤|取消|去)(?:回|销|掉|了)(?!没|吗)|撤(?:吧|一下|单)|不用(?:登记|派人|来人|管|修|来)|别(?:登记|派人)"
)
_LONGEST = 40


def no_fault_and_off(normalised: str) -> bool:
    """Whether somebody says that the thing is in order, and wants the report of it taken back."""
    short = len(normalised) <= _LONGEST
    return short and _IN_ORDER.search(normalised) is not None and _OFF.search(normalised) is not None
