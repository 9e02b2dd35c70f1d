"""Worried questions about a matter that is open: 那块还能不能走人，会不会漏电; and 那我现在能做啥 of who waits for help."""

import re

_HARM = (
    r"触电|漏电|电到|炸|爆|着火|烧起来|塌|掉|倒下来|砸|滑倒|摔|中毒|有毒|有害|出事|有?(?:什么|啥)?危险|"
    r"伤(?:到|着)|传染|呛|淹|漏到|渗到|裂开"
)
_MAY_HARM = re.compile(
    rf"(?:会不会|会)(?:再|又|也)?[^,，。;；]{{0,6}}(?:{_HARM})|(?:有没有|有没得|是不是有|危不)危险|"
    r"安不安全|安全(?:吗|不|啵)|要不要紧|要紧(?:吗|不)|不要紧吧|没事吧"
)
_ASKS = re.compile(
    r"[?？]|吗|吧|[啊呀哦喔呢嘛啵不]$|[啊呀哦喔呢嘛啵][,，。!！\s]|会不会|能不能|可不可以|要不要|有没|敢不敢|安不安全|危不危险"
)
_MAY_USE = re.compile(
    r"(?:还|到底|现在|暂时)*(?:能不能|可不可以|敢不敢|能|可以|敢)(?:再|正常|照常)?(?:让|给|叫|带)?[^,，。;；]{0,5}"
    r"(?:玩|走|过|进|出|去|用|开|待|呆|住|睡|碰|摸|洗|喝|停|站|上|下|坐|乘|晾|晒|靠)"
)
_THERE = re.compile(r"那[块边里儿头片个条根户家段]|那地方|这[块边里儿头片条根户家段]|下面|底下|它")
_WHAT_TO_DO = re.compile(
    r"(?:那|这|哎|唉|诶)*(?:我|我们|咱们?|人)*(?:现在|眼下|这会儿?|目前|先|接下来|该|要|得|应该|可以|能|还能|能先)*"
    r"(?:(?:做|干|弄|搞|帮)(?:点|些|哪些)?(?:啥子?|什么|哪些|么事)(?:事|呢|啊|呀|哦|吗|好)*|怎么办|咋办|咋弄|怎么弄|怎么做|咋整)(?:呢|啊|呀|哦|才好|好)*"
)


def worries(normalised: str) -> bool:
    """Whether somebody asks if something may still be used, or may harm somebody."""
    if _ASKS.search(normalised) is None:
        return False
    return _MAY_HARM.search(normalised) is not None or (
        _MAY_USE.search(normalised) is not None and _THERE.search(normalised) is not None
    )


def speaks_of_there(normalised: str) -> bool:
    """Whether a place is pointed at that was spoken of before."""
    return _THERE.search(normalised) is not None


def asks_what_to_do(normalised: str) -> bool:
    """Whether somebody asks what they can do themselves now, and says no more."""
    return _WHAT_TO_DO.fullmatch(normalised.rstrip("?？!！。. ")) is not None
