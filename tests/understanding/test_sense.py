"""Which ticket is meant where the words name it by something that only goes with it."""

import pytest

from handlers.shipped_model import shipped
from understanding.situation import OwnTicket, Situation


@pytest.mark.parametrize(
    ("command", "words", "meant", "other"),
    [
        ("add_remark", "指针转得飞快，家里根本没用水", "水表不准", "楼道灯坏了"),
        ("urge_report", "昨晚又刷了一宿的低音炮", "广场舞扰民", "垃圾桶满溢"),
        ("urge_report", "被子又晒不成了，叶子遮得一点太阳没有", "香樟遮光", "井盖响"),
        ("handle_ticket", "疏通机打了两遍，下得快了", "下水道堵塞", "单元门关不上"),
        ("handle_ticket", "喷了药，窝也端了", "马蜂窝", "楼道灯坏了"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_ticket_is_known_by_what_goes_with_it(command, words, meant, other, first):
    mine = "assignee" if command == "handle_ticket" else "reporter"
    summaries = (meant, other) if first else (other, meant)
    tickets = tuple(OwnTicket(str(11 + at), each, "", "in_progress", mine) for at, each in enumerate(summaries))
    number, sure = shipped().pointer.point(command, words, Situation("resident", tickets))
    assert dict(zip(("11", "12"), summaries, strict=True))[number] == meant
    assert sure > 0.55
