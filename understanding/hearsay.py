"""Whether somebody who is to look at a piece of work has only heard of it, or is still to look: that verifies nothing."""

import re

_WILL_LOOK = re.compile(
    r"(?:打算|准备|待会儿?|等一?会儿?|等下|回头|晚点|晚上|下午|明天|明早|明儿|后天|过两天|有空|抽空|吃[完过]饭|下了?班|下[完了]课|送[完了])"
    r"[^,，。]{0,12}(?:去|来|过去|上去|下去)[^,，。]{0,4}(?:看|瞅|瞧|望|查|核)(?!了|的|过|见)"
    r"|[看瞅瞧查][过完了好](?:了|之后|以后)?再(?:讲|说|回|给|报|定|告)|等(?:我|俺)[^,，。]{0,8}[看瞅瞧]"
)
_HEARD = re.compile(
    r"(?:听|据)[^,，。]{0,8}(?:说|讲|转述|反映|介绍|称)|转述|(?:他|她|人|人家|师傅|邻居|楼上|楼下|隔壁|工|物业)们?(?:自己)?(?:都|跟我|对我)?(?:说|讲)是?[^,，。]{0,8}(?:好|修|弄|换)"
)
_NOT_THERE = re.compile(
    r"(?:没|没有|未|尚未|还没|没得空|没顾上|没来得及|来不及)(?:亲自|亲眼|亲身|上去|下去|过去|进去|当面|到现场|去)?[^,，。]{0,2}(?:看|瞅|瞧|核实|到现场)"
)
_SEEN = re.compile(
    r"(?:刚才?|已经|我|自己)(?:也|自己|才|都|还|又)*(?:亲眼|亲自|去|上去|下去|过去)?(?:看|瞅|瞧|摸|试|跺|走)(?:过|了|的)|亲眼(?:看|见)|现场看|一看|好什么"
)


def only_heard(words: str) -> bool:
    """Whether the words say that the work was not looked at by whoever speaks. `words`: normalised."""
    if _NOT_THERE.search(words):
        return True
    return _SEEN.search(words) is None and bool(_WILL_LOOK.search(words) or _HEARD.search(words))
