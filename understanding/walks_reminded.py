"""Who answers for a grid wants the building leaders reminded who have not walked round."""

import re

_REMINDS = r"(?:提醒|催|通知|叮嘱|敲打|说一?声|讲一?声|说一下|讲一下|喊一?[声下]|发[个条]?(?:提醒|消息|通知|信息))"
_NOT_WALKED = (
    r"(?:没|未|没有|还没|不)(?:有|去|来)?(?:巡|转楼|走楼|查楼|转一?圈)(?:过|完)?(?:楼|楼道)?|(?:没|未)(?:记|做)?巡楼|"
    r"巡楼(?:还)?没(?:做|完成|记|打卡)"
)
_LEADERS_GO = r"楼栋?长(?:们)?[^,，。]{0,6}(?:巡楼|巡一?[下圈]|转一?[下圈]|转楼)"
_OF_WALKS = re.compile(
    rf"{_REMINDS}.{{0,12}}(?:{_NOT_WALKED})|(?:{_NOT_WALKED}).{{0,10}}{_REMINDS}|{_REMINDS}.{{0,4}}{_LEADERS_GO}"
)
_THEM = r"(?:[他她]们|这些人?|[这那]几[个位]人?|(?:名单|表)上?[的这那]?几?[个位]?|大家|人家|挨个|逐个|一个个|全部|都)"
_REMINDS_THEM = re.compile(
    rf"(?:给|跟|和|向|帮我|替我)?{_THEM}.{{0,4}}{_REMINDS}|{_REMINDS}(?:一?[下声])?.{{0,2}}{_THEM}"
)
_OTHERWISE = re.compile(
    r"提醒(?:一下)?我(?!们)|(?:不用|不要|不必|别|先不)(?:再)?(?:提醒|催|通知)|谁|哪[些几个]|多少|(?<!帮)(?<!替)我[^,，。]{0,5}没(?:有)?(?:巡|转)|[?？]|(?:吗|没有|了没)$|为什么|怎么"
)
LONGEST = 32


def reminds_of_walks(words: str) -> bool:
    """Whether those are to be reminded who have not walked round their building: 提醒一下那几个没巡楼的."""
    return len(words) <= LONGEST and _OF_WALKS.search(words) is not None and _OTHERWISE.search(words) is None


def reminds_them(words: str) -> bool:
    """Whether some who were named just now are to be reminded: 给他们发个提醒."""
    return len(words) <= LONGEST and _REMINDS_THEM.search(words) is not None and _OTHERWISE.search(words) is None
