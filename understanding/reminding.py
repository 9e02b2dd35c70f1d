"""别忘了提醒我, 我是叫你要提醒我: somebody wants to be told, and has nothing turned off by it."""

import re

_TELL = r"(?:提醒|通知|告诉|喊|叫|催)"
_WANTS = re.compile(
    rf"(?:别|不要|莫|不能|不许|不可以?)(?:给我|再|又)?(?:忘|漏|错过)(?:了|记|掉)?[^,，。]{{0,4}}{_TELL}|"
    rf"(?:记得|务必|一定要?|千万|到时候?|到点|提前)(?:要|再|给我)?{_TELL}(?:一?[下声])?我?|"
    rf"(?:叫|让|要|请|喊)(?:你|您)(?:要|给我|到时候?|记得)*{_TELL}(?:一?[下声])?我|"
    rf"(?<![不别没])要{_TELL}(?:的|我)|(?<![别要用再不]){_TELL}(?:一?[下声])?我(?:的)?(?:值班|上班|开会|打卡)"
)
_TURNED_OFF = re.compile(
    r"(?:怎么|咋|谁|干嘛|为什么|干什么)[^,，。]{0,8}(?:关|停|退订|取消)(?:掉|了)|没(?:让|叫|说|要)[^,，。]{0,6}(?:关|停|退订|不(?:再)?提醒|取消)|"
    r"(?:别|不要|不用)(?:给我)?(?:关|停|退订)|(?:又|都|全)(?:给我?)?(?:关|停)(?:掉)?了"
)
_REFUSES = re.compile(
    r"退订|屏蔽|取消|关(?:闭|掉|了|一下)|(?:不|别|莫|少|停|烦|免)[^,，。]{0,8}(?:发|推|提醒|通知|收|吵|打扰|看|讲|说|消息|叫|喊|告诉|催)|烦(?:死|人|不)|太(?:多|吵)|打扰"
)


def wants_reminding(normalised: str) -> bool:
    """Whether the words ask to be reminded."""
    return _WANTS.search(normalised) is not None


def was_turned_off(normalised: str) -> bool:
    """Whether somebody complains that it was turned off."""
    return _TURNED_OFF.search(normalised) is not None


def refuses_notices(normalised: str) -> bool:
    """Whether the words say at all that somebody wants to hear less."""
    return _REFUSES.search(normalised) is not None and not wants_reminding(normalised)
