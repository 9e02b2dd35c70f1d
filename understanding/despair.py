"""Whether somebody says that they, or somebody near, do not want to live: help comes first, whatever else the words may ask for."""

import re
from enum import IntEnum


class Despair(IntEnum):
    """How plainly it is said."""

    NONE = 0
    PERHAPS = 1
    PLAIN = 2


_PLAIN = re.compile(
    r"不想活(?![动儿络跃])|活不下去|活够了|不如死|死了(?:算了?|拉倒|干净|一了百了)|一死了之|一了百了|寻短见|轻生|自杀|自尽|自残|割腕|"
    r"(?:想|要|去)上吊|喝(?:了)?(?:农药|敌敌畏|百草枯)|(?:吞|吃)了?(?:一整?[瓶把]|半瓶|好多|很多)安眠药|遗书|遗言|"
    r"(?:想|要|准备|打算)(?:从|在)?[^,，。]{0,8}跳(?:下去|楼|河|江|秦淮河)|"
    r"(?:想|要)(?:从)?[^,，。]{0,6}[楼窗台桥](?:上|顶|口)?(?:下去|跳下)|"
    r"结束(?:自己|我)的?(?:生命|一生|这一切)|活着(?:真的?|也|还)?没(?:有)?(?:什么|啥|么)?(?:意思|盼头|意义|劲)|活着(?:还)?有(?:什么|啥|么)(?:意思|盼头|意义)"
)
_PERHAPS = re.compile(
    r"(?:真|好|就|都|只|我)想死(?![你他她它我]|了你|[^,，。]{0,3}(?:你|他|她)了)|(?:我|让我)?想?解脱(?:了|算了)|想不开|下辈子(?:再|不|别)|撑不下去|熬不下去|没人会?在乎我|我走了(?:你们|大家)"
)
_FIGURE = re.compile(
    r"(?:热|冷|冻|饿|笑|困|渴|晒|臭|吵|堵|忙|馋|胖|丑|尴尬|写作业|加班|排队|上班)[^,，。]{0,8}(?:不想活|活不下去|想死|想跳楼|想上吊)|"
    r"(?:店|生意|买卖|公司|厂|树|花|草|鱼|猫|狗|鸟|手机|电瓶车|苗|铺子)[^,，。]{0,8}(?:活不下去|不想活|撑不下去|熬不下去)|"
    r"(?:笑话|段子|开玩笑|说着玩|游戏|电视|电影|小说|剧情|新闻|听说|去年|前年|早年|以前|当年|从前|那年)|"
    r"(?:宣传|讲座|培训|预防|防止|热线|知识|演练|课)"
)
_WORN = re.compile(r"(?:气|累|烦|急|逼|疼|痛|折腾|折磨)[^,，。]{0,6}(?:不想活|活不下去|想死|想跳楼)")


def despair_in(text: str) -> Despair:
    """How plainly a normalised text says it. A figure of speech, a tale and what is long over say nothing of it."""
    if _FIGURE.search(text):
        return Despair.NONE
    if _WORN.search(text):
        return Despair.PERHAPS
    if _PLAIN.search(text):
        return Despair.PLAIN
    return Despair.PERHAPS if _PERHAPS.search(text) else Despair.NONE
