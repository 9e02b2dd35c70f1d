"""Leaders who have not walked round are to be reminded, or somebody speaks of walks otherwise."""

import pytest

from understanding.walks_reminded import reminds_of_walks, reminds_them


@pytest.mark.parametrize(
    "words", ["没巡楼的几位给他们发个提醒", "催一下这周还没转楼的楼长", "本周未巡楼的都讲一声", "提醒楼栋长们去巡楼"]
)
def test_who_has_not_walked_is_to_be_reminded(words):
    assert reminds_of_walks(words)


@pytest.mark.parametrize("words", ["不是要看名单,你给他们发条消息", "挨个催一下", "都提醒一下"])
def test_those_of_a_list_are_to_be_reminded(words):
    assert reminds_them(words)


@pytest.mark.parametrize(
    "words",
    [
        "提醒我明天巡楼",
        "谁没巡楼",
        "没巡楼的有几个",
        "不用提醒没巡楼的",
        "没巡楼的提醒过了吗",
        "我这周没巡楼,通知我一声",
        "巡楼 3幢 无异常",
    ],
)
def test_other_words_of_walks_remind_nobody(words):
    assert not reminds_of_walks(words)
    assert not reminds_them(words)
