"""A neighbour is afraid for somebody whom nobody has seen: a danger of its own, whatever was reported before, typed or spoken."""

import pytest


@pytest.fixture
def neighbour(chat, people):
    """Somebody whose lamp is broken, on the floor of the one who is not seen."""
    speaker = chat.person("李阿姨")
    speaker.says("我住梧桐里1号院1幢")
    speaker.says("我们三楼楼道灯两天不亮了")
    chat.work()
    return speaker


@pytest.mark.parametrize(
    "text", ["三楼许奶奶失联好几天了，怕她一个人在家出事，快来人", "三楼老孙头好几天没露面，信箱都塞满了，喊也不应"]
)
@pytest.mark.parametrize("spoken", [False, True])
def test_it_is_a_danger_of_its_own_and_not_said_of_the_lamp_on_that_floor(chat, people, neighbour, text, spoken):
    answer = neighbour.speaks(text) if spoken else neighbour.says(text)
    assert answer.startswith("请先拨打120"), answer
    chat.work()
    lamp, person = chat.tickets()
    assert (lamp.urgency, person.urgency) == ("normal", "hazard")
    assert text[:6] in person.summary
    assert any(text[:6] in notice and "接单 2" in notice for notice in people.worker.notices)
