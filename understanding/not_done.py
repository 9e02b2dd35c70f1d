"""Somebody turns against it that a matter is done: 还是挂在那 根本没弄好; 还杵在那儿呢 哪里办好了."""

import re

_DO = r"(?:弄|修|办|处理|搞|清|解决|换|装|整|收拾|疏通|补|拉|搬|动|来人)"
_NOT_DONE = re.compile(
    rf"(?:根本|压根|完全|一点都?|一点也|明明|其实)(?:就|都|也|还)*没(?:有|得|人)?(?:来)?{_DO}|"
    rf"(?:哪里|哪儿|哪块|哪)(?:就|有|能|会|算)?(?:叫)?{_DO}(?:理)?(?:好|完|掉|过)|(?:哪里|哪儿|哪)(?:就|有)?好了|"
    rf"(?:这)?(?:也|就)?(?:叫|算)(?:是)?{_DO}(?:理)?(?:好|完)|{_DO}(?:理)?(?:好|完)(?:个|什么|啥|个啥)(?:了|啊|鬼|呀)?|好(?:什么|个啥|个屁)(?:啊|呀)?"
)
_STILL_THERE = re.compile(
    r"(?:还|仍|照样|照旧)(?:是|在|旧|然)?(?:[^,，。\s]{0,2}?)(?:挂|杵|堆|摆|躺|丢|扔|搁|横|竖|戳|停|吊|耷拉|堵|漏|滴|臭|黑|坏|那样|老样子|原样)(?:在|着)(?:那|原|这|老)"
    r"|(?:还|仍)(?:是)?(?:老样子|原样|那个样子|跟原来一样|和原来一样)|(?:一动没动|动都没动|纹丝不动|没人动过)"
)
_REFUSES_END = re.compile(
    r"(?:不同意|不认可|不能|不给|别|不让|不算|不批)[^,，。]{0,3}(?:办结|结单|结案|通过|销单)|打回去?|返工|(?:退|发)回去?重[新做弄修]|"
    rf"重[新]?(?:{_DO})(?:一遍|过)?(?:$|[,，。])|(?:还|都|又|根本)?没(?:有)?(?:给我?)?{_DO}(?:理)?(?:好|完|到位|干净)"
)
_ASKS = re.compile(r"[?？]|吗|没有$|了没$|什么时候|怎么办|几时")
LONGEST = 60


def says_not_done(normalised: str) -> bool:
    """Whether the words say that what was to be done is not, and ask nothing."""
    if len(normalised) > LONGEST or _ASKS.search(normalised):
        return False
    return _NOT_DONE.search(normalised) is not None or _STILL_THERE.search(normalised) is not None


def refuses_end(normalised: str) -> bool:
    """Whether who is to verify an end does not accept it: 打回去，还没弄好."""
    return len(normalised) <= LONGEST and _REFUSES_END.search(normalised) is not None and not _ASKS.search(normalised)
