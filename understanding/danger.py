"""Words after which the first thing to say is whom to call. High recall: a call too many harms nobody."""

import re

_DANGER = re.compile(
    r"煤气|燃气|天然气|液化气|着火|起火|失火|火灾|烧起来|冒烟|冒火|爆炸|触电|漏电|救命|晕倒|昏倒|"
    r"困在?电梯|电梯.{0,6}(?:困|关)|被困|跳楼|流血|没有?呼吸"
)


def sounds_dangerous(normalised: str) -> bool:
    """Whether somebody may be in danger now."""
    return _DANGER.search(normalised) is not None
