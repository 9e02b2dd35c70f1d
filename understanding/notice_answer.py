"""What somebody says to the preview of their notice: send it, leave it, or why so few get it."""

import re

_SO = r"(?:就|那|那就|这就)?(?:这样|这么|照这个?|按这个?|照此|原样)?(?:子)?"
_SEND = (
    rf"{_SO}(?:就|马上|现在|赶紧|快点?|直接|可以|帮我|给我|都|你|您|请|麻烦|把)*(?:(?:刚才|刚刚|上面)?(?:的)?[这那][条个]|它|通知|停[水电气](?:的)?)*(?:可以|就)?{_SO}"
    r"(?:群?发(?:出去|出|布|掉|送|给(?:大家|居民|他们))?)(?:出去)?(?:吧|了|啊|呗|嘛|啦|哈|好了|就行|就好|得了)*"
)
_YES = (
    r"(?:嗯++|好++(?:的|滴|嘞|吧|了|啊)?|行++(?:的|吧|啊|了)?|可以(?:的|了|啊)?|对(?:的|了)?|没(?:有)?(?:什么)?(?:问题|意见|毛病|错)(?:了)?|ok|okay|同意|是的?|成|中|"
    r"就(?:这样|这么着?|这条|它)(?:吧|了)?|(?:我)?看过了?|看了|准了?|确认|不用改了?|谢谢|辛苦了?)"
)
_GOES = re.compile(rf"(?:{_YES}[\s,，。.!！、~]*)*{_SEND}(?:[\s,，。.!！、~]*{_YES})*", re.IGNORECASE)
_AGREES = re.compile(rf"(?:{_YES}[\s,，。.!！、~]*)+", re.IGNORECASE)
_NEVER = re.compile(r"[不别没先等慢改](?!问题|意见|毛病|错|有问题|有意见|用改|什么)|[吗?？]")
_STAYS = re.compile(
    r"(?:嗯+|好的?|行吧?|算了|那|还是|哦|唉|等等|等下|慢着|这条|这个|通知|先|暂时|现在|今天|我看|[\s,，。!！])*"
    r"(?:不(?:用|要|能)?发(?:出去|出)?|别(?:发|急着发)(?:出去)?|(?:先)?(?:压|放|缓|停|等)(?:一)?(?:压|放|缓|着|停|等|下)?(?:再(?:说|发))?|作废|不要)(?:了|吧|啊|哈)*"
    r"[\s,，。!！]*(?:算了|再说|谢谢|等等|等我(?:消息|通知|回话)|我再(?:想想|看看|问问)|[吧了啊])*",
)
_WRONG = re.compile(
    r"(?:[这那]?(?:不行|不对|不好|不是这样|不太对|错了|有问题|写得不对|不合适|要改|改一下|我要改|得改|重写|重来)(?:的|了|啊|吧)*[\s,，。!！]*)+"
)
_FEW = re.compile(
    r"(?:怎么|咋|为什么|为啥|凭什么|就|才|只有|只|光)[^,，。!！?？]{0,8}?(?:[0-9]{1,4}|[一二两三四五六七八九十几百]{1,3})(?:个)?(?:人|位|户|家|个)(?![0-9]|号)|"
    r"(?:发给|收到|收得到|通知到|覆盖)[^,，。]{0,6}(?:哪些人|谁|多少人|几个人)|人(?:怎么|咋)?(?:这么|那么|太)少|"
    r"(?:其他|别的|剩下的?|好几百|几百)[^,，。]{0,6}(?:人|户|居民)[^,，。]{0,8}(?:呢|怎么办|收不到|收得到)"
)

_TO_WHOM = re.compile(r"(?:只|就|光|单|改)发?(?:给|到)|(?:只|就|光)(?:通知|发)|发给|范围(?:是|改|就|只)")


def sends(words: str) -> bool:
    """Whether the words have it sent: 行，发；就这样发出去吧."""
    return _GOES.fullmatch(_said(words)) is not None and _NEVER.search(words) is None


def agrees(words: str) -> bool:
    """Whether the words only say yes."""
    return _AGREES.fullmatch(_said(words)) is not None and _NEVER.search(words) is None


def leaves(words: str) -> bool:
    """Whether it is not to be sent: 先不发了，等我消息."""
    return _STAYS.fullmatch(_said(words)) is not None


def finds_wrong(words: str) -> bool:
    """Whether something is wrong with it, without a word what."""
    return _WRONG.fullmatch(_said(words)) is not None


def to_whom(words: str) -> bool:
    """Whether the words say who is to get it: 只发给1幢."""
    return _TO_WHOM.search(words) is not None


def asks_why_few(words: str) -> bool:
    """Whether somebody wonders at the number of those who get it."""
    return _FEW.search(words) is not None


def _said(words: str) -> str:
    return words.strip(" ,，。.!！~～…").lower()
