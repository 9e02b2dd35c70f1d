"""Thanks that say no more: by them nothing is taken back."""

import re

_THANKS = re.compile(r"谢|辛苦|麻烦(?:你|您)们了|感激")
_TAKES_BACK = re.compile(
    r"不用|不要|不需|别来|别去|别派|撤|取消|销|算了|自己|好了|没了|不麻烦|解决|修|弄|误会|看错|搞错"
)


_WANTS = re.compile(
    r"[?？吗]|怎么|什么时候|几点|能不能|可不可以|麻烦(?:帮|派|来|你[^们]|您[^们])|请(?!教)|帮(?:我|忙)|转告|告诉|但|不过|就是|只是|可是|还(?:要|得|没|是)|没|不(?!客气|好意思|错|少|愧|容易)"
)
_POLITELY = re.compile(
    r"^(?P<told>.+?)[,，。!！~\s]+(?:多谢|谢谢?|感谢|辛苦)(?:了|啦|啊|您|你|们|大家|师傅)*[。!！~]*$"
)
_AT_HOUSE = re.compile(
    r"[0-9一二三四五六七八九十]+(?:号院|号楼|幢|栋|单元)[^,，。]{3,}|[0-9]+(?:号院|号楼|幢|栋|单元)$"
)
_GOOD = re.compile(r"(?:好|亮|通|来|换新|干净|恢复|漂亮|搞定|灵|整齐|利索|及时|快)(?:了|的|$)|真|手艺|态度|服务|帮")
LONGEST = 40
_LEAVE = re.compile(
    r"(?:(?:好的?|行|嗯+|哦|那|ok|知道|明白|收到|谢谢?|多谢|辛苦|麻烦你们|没事|没别的事?|先这样|就这样|不说|忙去)(?:了|啦|啊|吧|你|您|你们|哈|的)*[\s,，。!！~]*)*"
    r"(?:晚安|拜拜?|拜|再见|回见|回头见|明天见|改天见|下次见|bye+)(?:了|啦|啊|哦|咯|[\s,，。!！~]|拜拜|再见|晚安)*",
    re.IGNORECASE,
)


def gives_thanks(normalised: str) -> bool:
    """Whether somebody thanks, and wants, asks and complains of nothing."""
    if len(normalised) > LONGEST or not only_thanks(normalised) or _WANTS.search(normalised) is not None:
        return False
    return not _reports_politely(normalised)


def _reports_politely(normalised: str) -> bool:
    """Whether the thanks only close what is told of a house: 桃园12幢2单元对讲没声音，多谢."""
    said = _POLITELY.match(normalised)
    return said is not None and _AT_HOUSE.search(said["told"]) is not None and _GOOD.search(said["told"]) is None


def only_thanks(normalised: str) -> bool:
    """Whether somebody thanks, and says nothing by which a report would be taken back."""
    return _THANKS.search(normalised) is not None and _TAKES_BACK.search(normalised) is None


def takes_leave(normalised: str) -> bool:
    """Whether somebody only says goodbye: 晚安, 拜拜啦."""
    return _LEAVE.fullmatch(normalised) is not None


_BEHIND_THANKS = re.compile(
    r"^[^,，。;；!！\s]{0,8}?(?:谢谢|多谢|感谢|辛苦)[^,，。;；!！\s]{0,8}[,，。;；!！\s]+(?:哦|噢|哎)?(?:对了|还有|另外|顺便(?:说一?下|再说)?|再(?:说|报)一?(?:个|件|下))[,，\s]*(?P<more>.{4,})$"
)


def behind_thanks(normalised: str) -> str:
    """What is told behind thanks for something else (电梯谢谢啦，对了楼下…); empty where nothing is."""
    found = _BEHIND_THANKS.search(normalised)
    return "" if found is None else found["more"]
