"""Whether a text points back at something said before, or asks about it: else a place with what is wrong there is news."""

import re

_BACK = re.compile(
    r"那个|那件|那条|那盏|那事|这事|这个|上次|上回|上周|上个|刚才|刚刚|前面|前天|昨天|早上|报过|报的|报了|我报|说过|讲过|说的|讲的|工单|单子|"
    r"怎么样|进度|进展|结果|几时|啥时|什么时候|多久|多会|哪天|到哪|催|快点|赶紧|还没|还不|还是|仍|又|再次|依然|一直没|了没|没有人|没人来|来过|到了没|来没|"
    r"修好|弄好|搞好|好了|不用|撤|算了|谢|辛苦|满意|不是|应该是|补充|补一|加一|更正|记错|[?？]|吗|呢|谁|哪个"
)


def refers_back(normalised: str) -> bool:
    """Whether there is any word in it of something said before, of its course, or of a question."""
    return _BACK.search(normalised) is not None
