"""That an enquiry was answered somewhere is no answer to whoever asked."""

import pytest

from understanding.enquiry_told import only_says_answered


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
