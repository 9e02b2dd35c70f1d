import pytest

from understanding.danger import sounds_dangerous


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3幢闻到煤气味", True),
        ("楼道里有东西烧起来了", True),
        ("有人困电梯里了", True),
        ("救命", True),
        ("楼道灯坏了", False),
        ("垃圾没人收", False),
    ],
)
def test_when_to_say_whom_to_call_first(text, expected):
    assert sounds_dangerous(text) is expected
