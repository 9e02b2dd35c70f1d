"""Who only takes their leave says goodbye, whatever courtesy stands before it."""

import pytest

from understanding.thanks import takes_leave


@pytest.mark.parametrize("words", ["知道了 明天见", "谢谢啊,再见", "没事了先这样,回头见", "嗯嗯拜拜", "辛苦了,晚安"])
def test_leave_is_taken(words):
    assert takes_leave(words)


@pytest.mark.parametrize(
    "words", ["好的", "再见之前再问一句", "明天见面谈吧", "再见到他跟我说", "灯没修好,再见", "谢谢"]
)
def test_other_words_take_none(words):
    assert not takes_leave(words)
