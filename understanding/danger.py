"""Whether a text tells of a danger: what the signs in it say and what the model learned, together."""

import re

from understanding.danger_answer import REFUTES
from understanding.despair import Despair, despair_in, under_way
from understanding.hazard import Danger, Hazard, denies_danger
from understanding.trouble import Trouble, trouble_in
from understanding.unseen import unseen
from understanding.violence_at_home import beaten_at_home

SURE, DOUBT, VETO, AGREES, DRIP = 0.5, 0.07, 0.03, 0.1, 0.3
"""From SURE on the model alone raises an alarm, from DOUBT on it asks while help is called; below VETO it may take a sign
back, from AGREES on it leaves a sure sign sure. Chosen on the development part (docs/decisions).
"""
_KINDS: tuple[tuple[Danger, str], ...] = (
    (Danger.LIFT, r"电梯|轿厢"),
    (
        Danger.PERSON,
        r"^(?!.*(?:煤气|燃气|天然气|液化气|味)).*(?:起不来|晕倒|昏倒|昏过去|不省人事|[胸心]口|喘不上|救护车|中风|抽搐)",
    ),
    (Danger.GAS, r"煤气|燃气|天然气|液化气|气味|怪味|冲鼻|刺鼻|嘶嘶|头昏|头晕"),
    (Danger.FIRE, r"烟|火|焦|糊|烧|烫|炸"),
    (Danger.ELECTRIC, r"电|线|铜|麻了|麻麻|插座"),
    (Danger.VIOLENCE, r"打架|动手|刀|棍|砍|揍|惨叫|喊救"),
    (Danger.PERSON, r"老人|老太|老头|老爷|孩子|娃|小孩|摔|晕|血|喊不|叫不|走丢|不见|没回|想不开|跳|卡|关里|锁里"),
    (Danger.MANHOLE, r"井|盖|坑|洞"),
    (Danger.TREE, r"树|枝"),
    (Danger.FLOOD, r"水|淹|漫"),
    (Danger.FALLING, r"掉|砸|晃|松|挂|悬|坠|歪|斜|玻璃|瓷砖|外机|招牌"),
    (Danger.COLLAPSE, r"塌|裂|陷|倒"),
)
"""What a danger that has no sign of its own is most likely, by the words beside it; the first counts."""
_COMPILED = tuple((danger, re.compile(words)) for danger, words in _KINDS)


_SMOKE = re.compile(
    r"(?:还|又|正|一直|老)在?冒(?:着)?烟|冒着烟|满(?:屋|楼)|(?:屋|家|房|楼|厨房)[^,，。]{0,6}(?:全|都|尽)是烟|烧(?:干|穿)|烟[^,，。]{0,4}(?:还|又|正|一直|往外)"
)
"""So plainly told that the model takes nothing back of it: it is asked about at least, and help is called meanwhile."""


_SMELT = re.compile(r"闻(?:到|着|见)[^,，。]{0,4}(?:臭鸡蛋|煤气|燃气|天然气)")
"""What somebody has smelt is no figure of speech."""
_IN_PLAIN_SIGHT = re.compile(r"(?:井盖|窨井盖|盖板)[^,，。]{0,4}(?:翘|没了|不见|丢|塌|掉[下进])|一?脚?就?踩空")
"""A hole in the way is no figure of speech either: it is asked about at least."""
_BREATHES_BY = re.compile(
    r"(?:呼吸机|制氧机?|氧气机|吸氧|吸痰|透析机|监护仪|输液泵)[^,，。]{0,8}(?:停|没电|断|不转|不动|不工作|报警|快没|撑不)|"
    r"(?:停|断|没[有得]?)电[^。]{0,12}(?:呼吸机|制氧|氧气机|吸氧|吸痰|透析机|监护仪|输液泵)"
)
"""Somebody's life hangs on the power: a danger however calmly it is told."""
_AROUND = re.compile(
    r"(?:急|喂|你好|您好|师傅|网格员?|反映一下|请问|在吗)*(?:急死了?|谢谢?|多谢|拜托)?了?|(?:家里?|屋里|我家)?(?:还)?有(?:老人|小孩|孩子|娃|孕妇|宝宝|婴儿)(?:在家)?|"
    r"(?:快|赶紧|赶快|麻烦|请|帮忙)[^,，。]{0,6}(?:看看|看一下|处理|来人|修|查)[^,，。]{0,3}|"
    r"(?!.*[人在被])[\u4e00-\u9fff]{1,8}[里路街巷弄苑园坊村区院](?:[0-9一二三四五六七八九十]+(?:号院|号楼|幢|栋|单元|楼|层|室|号))+"
)
"""What is said around a report: courtesies, the place, that old people or children are at home."""
_CLAUSE = re.compile(r"[,，。;；!！?？\s]+")
_STOPPED = frozenset({Trouble.NO_WATER, Trouble.NO_NET})

_HARMLESS = re.compile(
    r"(?<![有是])(?:没有?|无|不(?:算|是|存在|构成|会有)?|谈不上|算不上|说不上|哪有)(?:什么|啥|多大|太大|大)*的?(?:安全)?(?:危险|隐患)"
)
_ASKS = re.compile(r"[?？]|吗|[吧呢]$|是不是|要不要|会不会")


def says_harmless(text: str) -> bool:
    """Whether somebody says, and does not ask, that something is no danger: 看过了，没什么危险."""
    return _HARMLESS.search(text) is not None and REFUTES.search(text) is None and _ASKS.search(text) is None


def judged(text: str, sign: Hazard | None, likelihood: float, puzzled: bool = False) -> Hazard | None:
    """The danger that a normalised text tells of.

    `sign`: what `hazard_in` found; `likelihood`: what the model says of a danger, 0 to 1; `puzzled`: it does not know what the
    text is at all, and so takes no sign back: that it does for figures of speech, what is over, what is only asked about.
    """
    life = life_in(text, likelihood)
    if life is not None:
        return life
    missed = unseen(text)
    if missed is not None:
        return Hazard(Danger.PERSON, sure=missed)
    if REFUTES.search(text):
        return Hazard(kind_of(text) if sign is None else sign.danger, sure=True)
    if sign is None and (_only_without(text) or _only_unlit(text)):
        return None
    if likelihood >= SURE:
        return Hazard(kind_of(text) if sign is None else sign.danger, sure=True)
    if sign is None and _BREATHES_BY.search(text):
        return Hazard(Danger.PERSON, sure=likelihood >= AGREES)
    if sign is not None and (puzzled or likelihood >= VETO or _told_as_seen(text)):
        return Hazard(sign.danger, sign.sure and likelihood >= AGREES)
    if likelihood < DOUBT or denies_danger(text) or (likelihood < DRIP and _only_drips(text)):
        return None
    return Hazard(kind_of(text), sure=False)


def _told_as_seen(text: str) -> bool:
    """Whether a sign is told so plainly that the model takes nothing back of it."""
    return any(each.search(text) for each in (_SMOKE, _SMELT, _IN_PLAIN_SIGHT))


def life_in(text: str, likelihood: float) -> Hazard | None:
    """Whether somebody's life is in danger by their own hand or by those they live with."""
    despair = despair_in(text)
    if despair is Despair.PLAIN:
        return Hazard(Danger.SELF_HARM if under_way(text) else Danger.DESPAIR, sure=True)
    if beaten_at_home(text):
        return Hazard(Danger.AT_HOME, sure=True)
    doubtful = despair is Despair.DOUBT or (despair is Despair.PERHAPS and likelihood >= VETO)
    return Hazard(Danger.DESPAIR, sure=False) if doubtful else None


_DRIPS = re.compile(r"滴(?!滴答答响)|渗|漏(?!电|气|油)|潮|湿")
_MORE_THAN_DRIPS = re.compile(
    r"电|灯|线|插座|开关|配电|天花|塌|裂|鼓|喷|爆|涌|淹|漫|冲|哗|烫|滑|摔|冰|老人|孩|娃|井|味|臭|停不|止不|一地|满地|越来越|气|烟|火"
)


def _only_drips(text: str) -> bool:
    """Whether a text tells of drops and of nothing that makes them a danger: 热水表边上那根细的在滴."""
    return _DRIPS.search(text) is not None and _MORE_THAN_DRIPS.search(text) is None


_UNLIT = re.compile(r"(?:灶|炉|热水器|壁挂炉)[^,，。]{0,8}[打点]不(?:着|起|燃)火?|[打点]不着火")
_WORSE = re.compile(r"味|闻|漏|嘶|头[昏晕]|恶心|炸|爆|烟|烧[着起焦]|晕|中毒|倒在|阀|管子|软管|接头")


def _only_unlit(text: str) -> bool:
    """Whether a text says that a burner does not light, and nothing of what leaks, smells or hurts."""
    return _UNLIT.search(text) is not None and _WORSE.search(text) is None


def _only_without(text: str) -> bool:
    """Whether a text says that there is no water or no net, where, and nothing beside that might be a danger."""
    clauses = [each for each in _CLAUSE.split(text) if each and not _AROUND.fullmatch(each)]
    return bool(clauses) and all(trouble_in(each) in _STOPPED and kind_of(each) in _NO_OTHER for each in clauses)


_NO_OTHER = frozenset({Danger.FLOOD, Danger.OTHER})
"""What the mere words 水 and 网 look like."""


def kind_of(text: str) -> Danger:
    """What a danger that has no sign of its own is most likely."""
    return next((danger for danger, words in _COMPILED if words.search(text)), Danger.OTHER)
