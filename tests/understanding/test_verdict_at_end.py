"""The verdict that the last clause of a sentence gives."""

import pytest

from understanding.verdict import verdict_at_end


@pytest.mark.parametrize(
    ("text", "good", "why"),
    [
        ("门禁那单看着行,给他过", True, ""), ("核查,5幢井盖,通过", True, ""), ("照片看了,没问题", True, ""),
        ("井盖那单还晃,不能过", False, "井盖那单还晃"), ("漆没刷匀,返工", False, "漆没刷匀"),
    ],
)  # fmt: skip
def test_it_passes_or_not(text, good, why):
    found = verdict_at_end(text)
    assert found is not None
    assert (found.good, found.why) == (good, why)


@pytest.mark.parametrize("text", ["看着行,不过", "通过了吗", "我从5幢路过", "让他过来", "通过", "什么时候能通过核查"])
def test_words_that_only_look_like_it_give_none(text):
    assert verdict_at_end(text) is None
