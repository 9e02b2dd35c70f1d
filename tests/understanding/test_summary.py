"""The line that stands for a report keeps what it is about, where a danger stands behind it."""

import pytest

from understanding.summary import summary_of


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("我是她女儿 她七十八了 手机用不来 卫生间那个热水器一直嗡嗡响 还漏水 有股子焦味 她一个人在家害怕", "热水器"),
        ("我今天下班回来晚了 走到楼下才看见 三楼阳台那块玻璃裂了 看着快要掉下来砸到人了 大家都绕着走", "玻璃"),
    ],
)
def test_with_what_it_is_wrong_stays(told, kept):
    found = summary_of(told)
    assert kept in found, found
    assert len(found) <= 40
