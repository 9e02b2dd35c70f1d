"""Insults: answered calmly, kept, and no ticket. A report in rough words stays a report."""

import re

_INSULT = re.compile(
    r"(?:你妈|他妈|妈的|傻逼|傻b|煞笔|sb|草泥马|操你|滚蛋|滚开|去死|狗屁|混蛋|王八蛋|垃圾(?=玩意|社区|街道|政府|物业|机器人|客服|公司|东西)|废物|脑残|有病吧|神经病吧|吃屎|白痴|蠢货|fuck|shit)"
)
_WRATH_ONLY = re.compile(
    r"[你您们这那都是一群个帮就真他她的社区街道政府机器人客服网格员啊吧了吗什么东西玩意不干人事管用没有全]*"
)


def insults(text: str) -> bool:
    """Whether a text is an insult and says nothing else."""
    rest = _INSULT.sub("", text.lower())
    return rest != text.lower() and _WRATH_ONLY.fullmatch(re.sub(r"[\s,，。!！?？]", "", rest)) is not None
