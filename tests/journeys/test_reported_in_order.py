"""What is in order was reported by mistake: who reported it takes it back in one sentence."""

import pytest

from understanding.no_fault import no_fault_and_off


def test_a_report_of_what_is_in_order_is_taken_back_at_once(chat, people, resident):
    resident.says("梧桐里1号院1幢3楼楼道灯坏了")
    assert "已撤回" in resident.says("楼道灯那个没坏，不是报修，撤掉吧")
    assert chat.tickets()[0].state == "withdrawn"


@pytest.mark.parametrize("said", ["灯是好的吗", "门禁没坏，就是慢", "师傅撤了没修好", "撤掉", "是好的"])
def test_what_only_sounds_like_it_takes_nothing_back(said):
    assert not no_fault_and_off(said)
