"""The words that residents read of a notice: without what is only said to the bot, and as they are put otherwise after a preview.

Where it is in doubt whom a clause speaks to, it stays: whoever sends it sees it in the preview.
"""

import re

from understanding.announced import kind_in
from understanding.model.wording import pairs_of
from understanding.time_told import begins_at, says_more

LEAST, SHORTEST_END = 4, 6
_STOPS = r"[\s,，。.;；!！?？~～…]+"
_PARTS = re.compile(rf"(?P<words>[^\s,，。;；!！?？~～…]+)(?P<stop>{_STOPS}|$)")
_TO_ALL = (
    r"(?:(?:给|跟|向|对|和|同)?(?:全体|所有的?|各位|各家各户|每家每户|整个?小区的?|全院的?|楼里的?|院里的?|[这那]边的?|底下的?)?"
    r"(?:居民朋友们?|居民们?|住户们?|业主们?|邻居们?|老百姓|街坊们?|大家伙儿?|大伙儿?|大家|人家|他们|所有人)?)"
)
_ASKED = r"(?:请|麻烦|劳驾|拜托|烦请|辛苦)?(?:你|您)?(?:帮忙|帮|替|给|代)?(?:我们?|一下|下)?(?:再|重新|也|都|先|赶紧|抓紧|赶快)?"
_SAYS = (
    r"(?:讲|说|通知|告诉|告知|提醒|转告|知会|广播|喊|发)(?:一?[声下遍个条嘴]|个?(?:通知|消息|话|公告))?(?:一?下|一声|一遍)?"
    r"(?:出去|到位|到户)?"
)
_ORDERS = rf"{_ASKED}(?:把这个?)?(?:{_TO_ALL}{_SAYS}|{_SAYS}{_TO_ALL})(?:吧|呗|啊|哈|哦|了|嘛|说)*"
_AGAIN = (
    r"(?:不是|不对|错了|[搞弄发写]错了?|不是这样的?|哎++呀*+|唉++|诶|那个|这样吧?|算了|重来|重新(?:来|发|写|弄|拟)(?:过|一[遍条])?|"
    r"再来一?[遍次条]|再发一?[遍次条]|我(?:可)?(?:没|不是|又没)(?:有)?说?(?:要)?(?:不发|取消|发|这个|那个)|(?:我)?(?:不是)?说的?(?:是)?(?:不是)?这个|"
    r"听(?:好|着|清楚)|你听(?:好|着)|(?:你|您)?记(?:一下|好|着)|(?:那)?(?:就)?这么[发写]|你(?:怎么|咋)[^,，]{0,10}|搞什么|好了?|行|嗯++|对了|喂++|在吗|你好|您好)"
)
_WHO_SAID = r"[^,，。]{1,8}(?:跟|和|同|给|找)(?:我们?|俺)(?:讲|说|反映|提|打电话)(?:了|过|的)?"
_TO_THESE = (
    r"(?:请|麻烦|帮我|帮忙|替我)*(?:给|跟|向|对|和)[^,，。]{2,20}?(?:住户|居民|邻居|业主|的人)们?"
    r"(?:发|讲|说|通知)(?:一|个|条|声|下|遍)*(?:通知|消息|短信)?"
)
_TO_BOT = re.compile(rf"(?:{_AGAIN}|{_ORDERS}|{_WHO_SAID}|{_TO_THESE})+(?:了|啊|呀|哈|哦|吧|嘛|的|呢)*")
_TELL_ALL = re.compile(
    rf"{_ASKED}(?=给|跟|向|对|和|通知|告诉|告知|提醒)(?:{_TO_ALL}{_SAYS}|{_SAYS}{_TO_ALL})(?:吧|呗|啊|哈|哦|了|嘛|说)*"
)
_OVER = re.compile(r"来水|来电|来气|来了|恢复|通[水电气]|通了|修好|提前结束|结束了")
_MARK = re.compile(
    r"(?:^|(?<=[\s,，。;；!！?？]))(?:那|你|您|请|麻烦|帮我|给我|直接|通知|整条|全部|这条|文字|正文|内容|意思)*(?:就)?"
    r"(?:(?:就)?(?:只)?写(?:成)?(?!的)|就说|改成|改为|换成|内容(?:就)?(?:是|改成|改为|换成|写)|正文(?:就)?(?:是|改成|改为|换成|写)|就用)"
    r"[\s:：,，]*"
)
_QUOTES = "\"'“”‘’「」『』"
_QUOTED = re.compile(r"[\"“‘「『]([^\"“”‘’「」『』]{2,})[\"”’」』]")
_CUTS = re.compile(
    r"去掉|去了|删掉|删了|删去|拿掉|划掉|不要(?:放|写|加|说|了|的|$|[\s,，。])|不要$|别(?:放|写|加)|不用(?:放|写)|不该(?:放|有)|多余"
)
_WHICH_CLAUSE = re.compile(
    r"(?P<first>前面?(?:那|这)?(?:一|半)?句|前半句|第一句|开头(?:那|这)?(?:一|半)?句?|头一句)|"
    r"(?P<last>后面?(?:那|这)?(?:一|半)?句|后半句|最后(?:那|这)?(?:一|半)?句|末尾(?:那|这)?(?:一|半)?句?|结尾(?:那|这)?句?)"
)
_CUT_WORDS = re.compile(
    r"(?:把)?(?P<before>[^,，。;；!！?？]{2,20}?)(?:这|那)?(?:几个?字|[句段半]+话?|个?词)?(?:给我|都|也)?(?:去掉|删掉|删了|拿掉|划掉|不要)|"
    r"(?:去掉|删掉|拿掉|划掉|不要写|别写|不要放)(?P<behind>[^,，。;；!！?？]{2,20})"
)
_MORE = re.compile(
    r"(?:再|后面|末尾|最后|还要?)*(?:加|添|补)(?:上|一句|上一句|句话?|一条)+(?:说)?[\s:：,，]*(?P<more>.{2,})$"
)
_INSTEAD = re.compile(
    r"把?[\"“‘「『]?(?P<old>[^,，\"“”‘’「」]{1,20}?)[\"”’」』]?(?:改成|改为|换成)[\"“‘「『]?(?P<new>[^\"“”‘’「」]{1,60})"
)
_SEND_THEN = re.compile(
    r"[\s,，。.;；!！]+(?:(?:这样|改|加|弄|写|修|搞)?(?:好|完)了?(?:就|再|直接|马上|可以)*|就|直接|马上|可以|没问题就?|然后)"
    r"(?:给我|帮我|给大家)?群?发(?:出去|送|了|吧|掉|啊)*[\s。.!！]*$"
)
"""好了就发: said to the bot, and no part of what residents read. It is shown again before it goes all the same."""


def message_of(text: str) -> str:
    """The message in what somebody wants told: 就写… names it, else clauses to the bot at either end are left out."""
    named = _named(text)
    return _without_orders(named or text) or text.strip()


def edited(text: str, words: str) -> str | None:
    """The text of a draft as it is wanted now; None where the words put nothing otherwise."""
    words = _SEND_THEN.sub("", words)
    named = _named(words)
    if named is not None:
        return _without_orders(named) or named
    instead = _INSTEAD.search(words)
    if instead is not None and instead["old"] in text:
        return text.replace(instead["old"], instead["new"].strip(), 1)
    more = _MORE.search(words)
    if more is not None:
        return f"{text.rstrip('。.,， ')}，{more['more'].strip(_QUOTES)}"
    return _cut(text, words) if _CUTS.search(words) else None


def orders_to_tell(text: str) -> bool:
    """Whether a clause of the text orders to tell everybody something, and the rest says what is out or will be."""
    clauses = [found["words"] for found in _PARTS.finditer(text)]
    ordered = [clause for clause in clauses if _TELL_ALL.fullmatch(clause) is not None]
    rest = " ".join(clause for clause in clauses if clause not in ordered)
    return bool(ordered) and kind_in(rest) is not None and _OVER.search(rest) is None


def written_anew(words: str) -> bool:
    """Whether the words name the whole message (就写…)."""
    return _named(words) is not None


def much_alike(one: str, other: str) -> bool:
    """Whether two messages speak of the same matter: of what the shorter says more than half."""
    some, others = pairs_of(one), pairs_of(other)
    return 2 * len(some & others) > min(len(some), len(others))


def _named(words: str) -> str | None:
    """What follows 就写, 改成, 内容是, where it is a message and no time alone."""
    marks = list(_MARK.finditer(words))
    if not marks:
        return None
    said = words[marks[-1].end() :].strip(f"{_QUOTES} ,，:：")
    return said if len(said) >= SHORTEST_END and says_more(said, ()) else None


def _without_orders(text: str) -> str:
    parts = [(found["words"], found.end()) for found in _PARTS.finditer(text)]
    starts = [found.start() for found in _PARTS.finditer(text)]
    first, last = 0, len(parts)
    while first < last - 1 and _only_to_bot(parts[first][0]):
        first += 1
    while last - 1 > first and _only_to_bot(parts[last - 1][0]):
        last -= 1
    if not parts:
        return ""
    end = parts[last - 1][1] if last == len(parts) else starts[last - 1] + len(parts[last - 1][0])
    kept = text[starts[first] : end].strip(f" ,，:：{_QUOTES}")
    return kept if len(kept) >= LEAST else ""


def _only_to_bot(clause: str) -> bool:
    said = clause.strip(_QUOTES)
    return kind_in(said) is None and begins_at(said) == len(said) and _TO_BOT.fullmatch(said) is not None


def _cut(text: str, words: str) -> str | None:
    """The text without what is to go: what is quoted, the first or last clause, or the words themselves."""
    quoted = [said for said in _QUOTED.findall(words) if said in text]
    rest = text
    for said in quoted:
        rest = rest.replace(said, "")
    if not quoted:
        clause = _WHICH_CLAUSE.search(words)
        found = None if clause is not None else _CUT_WORDS.search(words)
        said = "" if found is None else (found["before"] or found["behind"] or "").strip(_QUOTES)
        if clause is not None:
            rest = _without_clause(text, first=clause["first"] is not None)
        elif said and said in text:
            rest = text.replace(said, "", 1)
    rest = re.sub(r"\s{2,}", " ", re.sub(r"[,，]\s*(?=[,，。]|$)", "", rest)).strip(f" ,，、:：{_QUOTES}")
    return rest if rest != text and len(rest) >= LEAST else None


def _without_clause(text: str, *, first: bool) -> str:
    parts = list(_PARTS.finditer(text))
    if len(parts) < 2:
        return text
    return text[parts[1].start() :] if first else text[: parts[-1].start()]
