"""A project that is to be put on the list, in own words; and what of a notice is said to the bot alone."""

import pytest

from understanding.notice_text import message_of
from understanding.project_opened import project_opened


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("我们要发布一个认领项目:东门加装三盏路灯,12月底前装好,哪家单位愿意认领", "东门加装三盏路灯,12月底前装好"),
        ("新建一个项目,给2号院修自行车棚", "给2号院修自行车棚"),
        ("项目清单", ""), ("开项目怎么弄", ""), ("3号项目开工了,进了两车沙", ""), ("有没有什么项目能认领的", ""),
        ("路灯那个项目装好了", ""),
    ],
)  # fmt: skip
def test_a_project_is_opened_by_whoever_says_so(said, what):
    assert project_opened(said) == what


def test_who_told_of_it_and_whom_it_goes_to_are_no_part_of_a_notice():
    assert (
        message_of("老王跟我讲了，给2号院1幢的住户发个通知，明早8点到10点停电，请提前充好电")
        == "明早8点到10点停电，请提前充好电"
    )
    text = "明早8点到10点停电，请提前充好电"
    assert message_of(f"老王跟我讲了，给2号院1幢的住户发个通知，{text}") == text
    assert message_of("明天停电，物业跟我们说好了会提前送电") == "明天停电，物业跟我们说好了会提前送电"
