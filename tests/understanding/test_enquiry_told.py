"""That an enquiry was answered somewhere is no answer to whoever asked."""

import pytest

from understanding.enquiry_told import answer_told, only_says_answered


@pytest.mark.parametrize(
    "words",
    [
        "老年证那个我答复过了",
        "已经跟他讲清楚了，可以关掉了",
        "回过了",
        "窗口都解释好了 结单吧",
        "医保那件已经告诉他了。",
    ],
)
def test_it_is_said_that_it_was_answered_and_not_what(words):
    assert only_says_answered(words)


@pytest.mark.parametrize(
    "words",
    ["带户口本到二楼办", "已经答复过了：带户口本到二楼办", "周一到周五九点到五点", "说过了要带身份证，下午三点前来"],
)
def test_an_answer_is_one(words):
    assert not only_says_answered(words)


@pytest.mark.parametrize(
    ("words", "about", "answer"),
    [
        (
            "老年证那个我答复一下：带一寸照片来二楼，周二下午两点到四点",
            "老年证",
            "带一寸照片来二楼，周二下午两点到四点",
        ),
        ("回那个问养犬证的：派出所上午九点到十一点", "养犬证", "派出所上午九点到十一点"),
        ("关于高龄补贴的咨询，答复：八十岁以上到社区填表", "高龄补贴", "八十岁以上到社区填表"),
        ("4号回他：周六有人", "4号", "周六有人"),
        ("就回：可以的，带户口本", "", "可以的，带户口本"),
    ],
)
def test_an_answer_in_ones_own_words_is_what_stands_behind_what_it_is_about(words, about, answer):
    told = answer_told(words)
    assert told is not None
    assert (told.about, told.answer, told.whole) == (about, answer, True)


@pytest.mark.parametrize(
    "words",
    [
        "疫苗那个告诉她周二周四上午打",
        "回那个问老年证的：我查一下再告诉您",
        "回答问医保的，您是哪种医保？",
        "居住证那个我答复一下：明天再给您答复",
    ],
)
def test_what_is_passed_on_or_put_off_or_asked_back_is_no_whole_answer(words):
    told = answer_told(words)
    assert told is not None
    assert not told.whole


@pytest.mark.parametrize(
    "words",
    [
        "居住证那个我来回",
        "回那个问居住证的电话打不通",
        "问居住证的那个回了没",
        "回家：今天不来了",
        "回头再说：明天看看",
        "答应我的：到现在没修",
        "加班次 梧桐驿站 12月6日 9点到11点 2人",
        "老王说：水管又漏了",
    ],
)
def test_what_is_no_answer_is_none(words):
    assert answer_told(words) is None
