"""Which known question an enquiry asks, and that an unlike one is nobody's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding.likeness import answer_to, ranked

KNOWN = [
    "居住证怎么办理", "社区几点上班", "医保卡丢了怎么补办", "低保怎么申请", "老年人优待证在哪里办", "小孩上学需要什么材料",
    "垃圾分类投放时间", "社区的联系电话是多少", "养老金认证怎么做", "失业登记去哪里办",
]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("请问居住证在哪儿办呀", 0), ("办居住证要怎么弄", 0), ("你们社区几点开门", 1), ("医保卡丢了咋补办", 2), ("我想申请低保", 3),
        ("老人优待证哪里办理？", 4), ("孩子上学要哪些手续", 5), ("垃圾分类几点投放", 6), ("社区电话多少", 7), ("养老金怎么认证", 8),
        ("社区啥时候上班", 1), ("老年卡在哪里办", 4),
    ],
)  # fmt: skip
def test_the_same_question_in_other_words(asked, answer):
    hit = answer_to(asked, KNOWN)
    assert hit is not None, ranked(asked, KNOWN)[:3]
    assert hit.place == answer


@pytest.mark.parametrize("asked", ["附近有什么好吃的", "房产证怎么过户", "公交几点末班车", "怎么办", "", "请问一下"])
def test_what_nobody_knows(asked):
    assert answer_to(asked, KNOWN) is None


@given(st.text(max_size=200), st.lists(st.text(max_size=40), max_size=8))
def test_likeness_is_between_none_and_all(asked, known):
    assert all(0 < hit.score <= 1.0001 for hit in ranked(asked, known))
