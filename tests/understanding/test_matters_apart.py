"""Several buildings in one message are several matters only where each has a trouble of its own."""

import pytest

from understanding.matters_apart import matters_apart
from understanding.normalise import normalise


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2幢楼道灯坏了，7幢门口垃圾没人收", ("2幢楼道灯坏了", "7幢门口垃圾没人收")),
        ("您好，2幢漏水还有7幢也漏水，请快点", ("您好，2幢漏水", "7幢也漏水，请快点")),
        ("2幢和7幢的楼道灯都坏了", ()),
        ("2幢的垃圾堆到7幢去了，臭得很", ()),
        ("2幢楼道灯坏了，2幢门口垃圾没人收", ()),
        ("2幢楼道灯坏了，我住7幢", ()),
        ("楼道灯坏了，门口垃圾没人收", ()),
    ],
)
def test_which_texts_fall_apart(text, parts):
    assert matters_apart(normalise(text)) == parts
