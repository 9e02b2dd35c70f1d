"""Somebody comes from a household and wants it kept: 刚从3幢钱奶奶家出来 一个人住的 血压高药快没了 记一下."""

import re

_HOME = r"[^,，。;；!！?？]{1,18}?(?:家里?|那儿|那里|那边|屋里|户)"
_BACK = r"(?:出来|回来|下来|走出来|出门)(?:了|的)?"
_CAME = re.compile(
    rf"(?:(?:我|我们|才|刚刚?|刚才|今天|上午|下午|中午|早上)[^,，。]{{0,3}})?(?:才|刚刚?|刚才)?(?:从|打)(?P<home>{_HOME})(?:刚刚?|才)?{_BACK}|"
    rf"(?:我|我们)?(?:才|刚刚?|刚才)(?:去|上|到|在)(?:了|过)?(?P<at>{_HOME})(?:坐|看|走|聊|跑|探望|慰问)(?:了|过|完)?(?:[一两]?(?:会儿?|趟|下|圈|看|坐))?(?:{_BACK})?"
)
_KEEP = re.compile(
    r"(?:你|您|请|麻烦|帮我?|给我?|替我|都|先)*(?:记(?:一下|下来?|上|一笔|个|录一下|录)|登记一下|备个案|留个底)(?:吧|啊|哈|哦|呗|一下|走访|谢谢)*[。!！]*$"
)
_HAPPENS_NOW = re.compile(
    r"救命|快来|赶紧来|叫不醒|不省人事|晕(?:倒|过去)|昏倒|没呼吸|着火|冒烟|煤气味|正在打|被困|关在里"
)
_FAMILY = re.compile(r"(?:那户)?(?:人家|家里?|那户)$")
_EDGES = " ,，。;；!！"


def visit_just_made(words: str) -> str | None:
    """The household and what is said of it; None where nobody tells of a visit to be kept. `words`: normalised."""
    came = _CAME.match(words.strip(_EDGES))
    keep = _KEEP.search(words)
    if came is None or keep is None or _HAPPENS_NOW.search(words):
        return None
    words = words.strip(_EDGES)
    home = _FAMILY.sub("", came["home"] or came["at"])
    rest = _KEEP.sub("", words[came.end() :]).strip(_EDGES)
    return f"{home} {rest}" if rest else None


_VISITED = re.compile(r"(?:走访|入户|家访|看望|探望|慰问)(?:了|过|完)(?!吗|没)")
_NO_VISIT = re.compile(
    r"[?？]|吗|(?:没|没有|还没|未|取消|打算|准备|要去|明天|后天|下周|谁|哪)[^,，。;；]{0,6}(?:走访|入户|看望|探望|慰问)"
)


def says_visited(words: str) -> bool:
    """Whether somebody says in so many words that a household was visited: 上午走访了3幢201的钱奶奶."""
    made = _VISITED.search(words) is not None and _NO_VISIT.search(words) is None
    return made and _HAPPENS_NOW.search(words) is None
