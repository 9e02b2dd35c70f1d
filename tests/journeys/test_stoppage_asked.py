"""Who asks about what is announced where they live, without naming it, is answered by the notice, and no ticket is opened."""

import pytest

from tests.notices import NUMBER, outage


@pytest.mark.parametrize(
    "words", ["明天究竟停不停呀", "那明天我怎么洗头", "要不要提前接一桶", "会停到几点", "咋冲厕所啊", "几点能恢复"]
)
def test_the_one_notice_at_home_answers(chat, people, homes, words):
    outage(people)
    chat.work()
    before = len(chat.tickets())
    answer = homes["李阿姨"].says(words)
    assert "停水" in answer, answer
    assert "15:00" in answer
    assert len(chat.tickets()) == before


def test_who_lives_elsewhere_is_told_nothing_of_it(chat, people, homes):
    outage(people)
    chat.work()
    assert "11月25日 09:00" not in homes["钱大爷"].says("明天究竟停不停呀")


def test_of_two_notices_none_is_guessed(chat, people, homes):
    outage(people)
    outage_more = people.secretary.says("通知梧桐里1号院后天9点到15点停电检修")
    number = next(word for word in outage_more.split() if word.startswith("TZ")).strip("，")
    people.secretary.says(f"可以发 {number}")
    chat.work()
    answer = homes["李阿姨"].says("到底会不会停啊")
    assert not ("【停水】" in answer and NUMBER in answer and number not in answer), answer


def test_what_has_nothing_to_do_with_it_is_not_answered_by_it(chat, people, homes):
    outage(people, "通知梧桐里1号院明天9点到15点封路施工，请绕行")
    chat.work()
    assert "封路" not in homes["李阿姨"].says("那明天我怎么洗头")


def test_a_trouble_that_is_told_is_a_report_all_the_same(chat, people, homes):
    outage(people)
    chat.work()
    assert "已登记" in homes["李阿姨"].says("梧桐里1号院1幢3楼楼道灯坏了")
