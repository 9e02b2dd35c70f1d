"""跟一网格的楼栋长发个通知: a notice is wanted for others than those who live there, which a notice cannot be for."""

import re

_STAFF = (
    r"(?P<staff>(?:红色)?楼栋长|楼组长|楼长|(?:兼职|专职)?网格员|网格长|在职党员|党员|志愿者|议事会成员|调解员|社工|"
    r"工作人员|同事)"
)
_TO = (
    r"(?:只|就|光|单|改)?(?:发)?(?:给|跟|向|对|和|同|叫|喊|通知|告诉|告知|转告|提醒|知会)(?:一?[下声])?"
    r"(?:到|给)?(?:所有的?|全体|各位?|每[个位]|我们?的?|咱们?的?|大家|[^,，。;；]{0,10}?的)?"
)
_THEN = (
    r"(?:们|他们|都|一下|一声)*"
    r"(?:群?发|说[一个声下,，:：]|讲[一个声下,，:：]|打个?招呼|通知|个?消息|[\s,，:：。;；!！]|的|就行|就好|$)"
)
_ORDERED = re.compile(rf"{_TO}{_STAFF}{_THEN}")
_ALSO_HOMES = re.compile(r"居民|住户|业主|邻居|老百姓|街坊")
_GRID = re.compile(
    r"(?:给|跟|向|对|通知|告诉|告知|提醒)(?:一?[下声])?(?:到|给)?(?:我们?的?|所有的?|全体)?(?P<grid>第?[0-9一二三四五六七八九十]{1,3}(?:号)?网格)"
)


def staff_meant(normalised: str) -> str:
    """The people of the roster whom somebody wants told, and nobody else; empty where residents are meant."""
    found = _ORDERED.search(normalised)
    if found is None or _ALSO_HOMES.search(normalised[: found.end()]):
        return ""
    return found["staff"]


def grid_meant(normalised: str) -> str:
    """The grid whose residents somebody wants told."""
    found = _GRID.search(normalised)
    return "" if found is None else found["grid"]
