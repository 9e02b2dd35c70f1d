"""Who is new asks how one begins here; who asks how something else is done does not."""

import pytest

from understanding.newcomer import asks_how_to_begin
from understanding.normalise import normalise


@pytest.mark.parametrize(
    "text",
    [
        "您好，刚搬来的，去哪登记啊", "我是这边新住户，怎么弄", "头一回用这个，咋搞", "怎么绑定",
        "请问在哪里注册呀", "你好 我是新搬来的，在哪弄啊",
        "要不要实名登记",
    ],
)  # fmt: skip
def test_the_beginning_is_asked_for(text):
    assert asks_how_to_begin(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "刚搬来，居住证怎么办", "养狗怎么登记", "志愿者怎么注册", "新搬来的那家天天吵", "垃圾桶坏了怎么弄", "刚搬来的，水电在哪办",
        "第一次来议事会，几点开始",
    ],
)  # fmt: skip
def test_something_else_is(text):
    assert not asks_how_to_begin(normalise(text))
