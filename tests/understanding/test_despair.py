"""Who does not want to live is heard; who is only tired, joking, or telling a tale is not taken for it."""

import pytest

from understanding.danger import judged
from understanding.despair import Despair, despair_in
from understanding.hazard import Danger, Hazard, hazard_in
from understanding.normalise import normalise

PLAIN = (
    "我不想活了", "活着真没意思", "妈说她活够了，药都攒好了", "想从阳台下去算了", "他留了遗书人不见了", "我女儿割腕了",
    "还不如死了干净", "一了百了吧", "我就想死", "老头子喝农药了", "想跳河",
)  # fmt: skip
PERHAPS = ("累得不想活了", "真撑不下去了")
DOUBT = ("被催债逼得想死", "想解脱")
NOTHING = (
    "热得不想活了", "笑得想死", "店里生意活不下去了", "这棵树怕是活不下去", "电影里那个人自杀了", "去年三楼有人想跳楼",
    "防自杀的讲座几点", "想死你们了", "他不想活动", "打死也不去", "跳广场舞的太吵",
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (words, kind)
        for kind, all_words in zip(Despair, (NOTHING, PERHAPS, DOUBT, PLAIN), strict=True)
        for words in all_words
    ],
)
def test_how_plainly_it_is_said(words, found):
    assert despair_in(normalise(words)) is found


def test_said_plainly_it_is_a_danger_whatever_the_model_holds_of_it_and_said_perhaps_only_where_it_may_be_one():
    assert judged("我不想活了", None, 0.0) == Hazard(Danger.DESPAIR, sure=True)
    assert judged("累得不想活了", hazard_in("累得不想活了"), 0.03) == Hazard(Danger.DESPAIR, sure=False)
    assert judged("累得不想活了", hazard_in("累得不想活了"), 0.02) is None
