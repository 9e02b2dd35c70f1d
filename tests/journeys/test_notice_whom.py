"""A notice that is wanted for people of the roster goes to nobody who lives there."""

from sqlalchemy import select

from storage.models import AreaNotice


def test_a_notice_for_leaders_is_written_for_no_resident(chat, people, homes):
    answer = people.secretary.says("帮我给一网格的楼栋长发个通知，明天大风，把楼道里的花盆收一收")
    assert "没有发给任何人" in answer, answer
    assert chat.rows(select(AreaNotice.number)) == []


def test_that_it_is_to_go_when_it_is_done_stands_in_no_notice(chat, people, homes):
    people.secretary.says("通知居民 梧桐里1号院明天9点到15点停水")
    answer = people.secretary.says("再加一句，请提前接好水，弄好了就发")
    assert "请提前接好水" in answer, answer
    assert "弄好了" not in answer
    assert "还没有发" in answer
