"""Notices to all who live somewhere: written, counted, agreed to, told once to each, changed, over."""

from datetime import UTC, datetime

import pytest

from tests.journeys.handling import reported
from tests.notices import NUMBER, got, outage


def test_a_notice_is_counted_before_it_goes_and_told_once_to_each_who_lives_there(chat, people, homes):
    answer = people.secretary.says("通知梧桐里1号院明天9点到15点停水，请提前接水")
    assert f"通知 {NUMBER}，还没有发" in answer, answer
    assert "【停水】梧桐里1号院：11月25日 09:00—15:00" in answer
    assert "会收到的 4 人，住在 2 处" in answer, "the building's leader lives there too"
    assert "公众号消息（48小时内来过消息）：4 人" in answer
    chat.work()
    assert not any(got(each, "停水") for each in homes.values()), "nobody was told before somebody agreed"
    assert "开始发，共 4 人" in people.secretary.says("可以发")
    chat.work()
    for name in ("李阿姨", "王叔叔", "赵奶奶"):
        assert len(got(homes[name], "【停水】", "11月25日 09:00—15:00", "请提前接水", NUMBER)) == 1
    assert len(got(people.leader, "【停水】")) == 1
    assert not got(homes["钱大爷"], "停水")
    assert not got(homes["孙老师"], "停水")
    again = people.secretary.says(f"可以发 {NUMBER}")
    assert "不用再办一次" in again, again
    assert "吴范例" in again
    chat.work()
    assert len(got(homes["李阿姨"], "【停水】")) == 1
    listed = people.secretary.says("通知列表")
    assert "（已发）" in listed
    assert "已到 4" in listed


def test_several_places_and_what_is_not_there(people, homes):
    answer = people.secretary.says("通知梧桐里1号院1幢和2号院9幢，后天上午8点到12点停电检修")
    assert "【停电】梧桐里1号院1幢、梧桐里2号院9幢：11月26日 08:00—12:00" in answer, answer
    assert "会收到的 3 人" in answer
    assert "没找到“梧桐里1号院7幢”" in people.secretary.says("通知梧桐里1号院7幢明天停水")
    assert "没找到“无名小区”" in people.secretary.says("通知无名小区明天停水"), "never to everybody instead"
    assert "像是：梧桐里1号院1幢、梧桐里2号院1幢" in people.secretary.says("通知1幢的住户明天停水")
    assert "【停水】梧桐社区：11月25日 00:00—24:00" in people.secretary.says("通知大家明天停水"), "all that is hers"
    assert "【停水】示例街道" in people.lead.says("通知大家明天停水")
    assert "【通知】梧桐里2号院" in people.secretary.says("通知梧桐里2号院的居民 周四上午清洗水箱")


def test_a_time_that_is_past_or_ends_before_it_begins_is_refused(chat, people, homes):
    assert "（昨天 15:00）已经过了" in people.secretary.says("通知梧桐里1号院昨天9点到15点停水")
    assert "（今天 09:00）已经过了" in people.secretary.says("通知梧桐里1号院今天8点到9点停水")
    assert "早于开始" in people.secretary.says("通知梧桐里1号院11月28日9点到11月27日15点停水")
    assert "现在没有等着您办的通知" in people.secretary.says("通知列表")
    outage(people, "通知梧桐里1号院今天8点到15点停水")
    assert "已经过了" in people.secretary.says(f"改通知 {NUMBER} 今天8点到9点")


def test_a_draft_whose_time_has_passed_is_not_sent_any_more(chat, people, homes, clock):
    people.secretary.says("通知梧桐里1号院今天11点到12点停水")
    clock.turn(hours=3)
    assert "已经过了" in people.secretary.says(f"可以发 {NUMBER}")
    chat.work()
    assert not got(homes["李阿姨"], "停水")


def test_a_notice_to_nobody_says_so_and_still_answers_who_asks(chat, people, quota):
    answer = people.secretary.says("通知梧桐里2号院明天9点到15点停水")
    assert "没有人会收到推送" in answer, answer
    assert "没有人要推送" in people.secretary.says(f"可以发 {NUMBER}")
    chat.work()
    assert "（已发）" in people.secretary.says("通知列表")
    newcomer = chat.person("刚搬来的")
    newcomer.says("我住梧桐里2号院9幢")
    assert "11月25日 09:00—15:00" in newcomer.says("明天停水吗 几点来")


def test_many_need_a_second_person_who_taps(chat, people, homes, crowd):
    answer = people.secretary.says("通知梧桐里1号院明天9点到15点停水")
    assert "要另一位负责人点头" in answer, answer
    asked = people.secretary.says(f"可以发 {NUMBER}")
    assert "街道领导魏领导" in asked, asked
    assert "已请" in people.secretary.says(f"可以发 {NUMBER}"), "said again it is no second person"
    chat.work()
    assert not got(homes["李阿姨"], "停水")
    assert len(got(people.lead, "吴范例 要发一条通知给 204 人", "11月25日 09:00—15:00")) == 1
    assert not got(people.worker, "要发一条通知"), "who may not send any is not asked"
    assert "开始发，共 204 人" in people.lead.chooses(f"可以发 {NUMBER}")
    chat.work()
    assert len(got(people.secretary, "魏领导 同意了通知")) == 1
    assert len(got(homes["李阿姨"], "【停水】")) == 1
    late = people.dispatcher.chooses(f"先别发 {NUMBER}")
    assert "不用再办一次" in late, late
    assert "魏领导" in late


def test_the_second_person_may_say_no_and_why(chat, people, homes, crowd):
    people.secretary.says("通知梧桐里1号院明天9点到15点停水")
    people.secretary.says(f"可以发 {NUMBER}")
    chat.work()
    assert "没有发给任何人" in people.lead.says(f"先别发 {NUMBER} 时间还没定")
    chat.work()
    assert len(got(people.secretary, "魏领导 没有同意发通知", "时间还没定")) == 1
    assert "“不发了”" in people.secretary.says(f"可以发 {NUMBER}")
    chat.work()
    assert not got(homes["李阿姨"], "停水")


def test_whose_business_it_is(chat, people, homes):
    assert "抱歉" in people.secretary.says("通知虎踞北路4号的住户，明天停电检修")
    assert "抱歉" in people.worker.says("通知居民 梧桐里1号院明天停水")
    people.lead.says("通知虎踞北路4号明天9点到15点停电")
    assert "没有找到您能办的通知" in people.secretary.says(f"可以发 {NUMBER}"), "another community's"
    for said in (f"可以发 {NUMBER}", f"结束通知 {NUMBER}", f"改通知 {NUMBER} 明天10点到16点"):
        assert "抱歉" in homes["李阿姨"].says(said)
    chat.work()
    assert not got(homes["孙老师"], "停电")


def test_a_change_begin_and_all_clear_are_told_once_to_those_who_got_it(chat, people, homes, clock):
    outage(people)
    chat.work()
    newcomer = chat.person("刚搬来的")
    newcomer.says("我住梧桐里1号院1幢")
    said = people.secretary.says(f"改通知 {NUMBER} 明天10点到16点")
    assert "改为11月25日 10:00—16:00，正在告诉收到过的 4 人" in said, said
    assert "不用再办一次" in people.secretary.says(f"改通知 {NUMBER} 明天10点到16点")
    chat.work()
    assert len(got(homes["李阿姨"], "【停水时间改了】", "10:00—16:00", "请提前接水")) == 1
    assert "9点" not in got(homes["李阿姨"], "【停水时间改了】")[0], "the old time is not said again"
    clock.now = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)  # 09:00, an hour before
    chat.work()
    chat.work()
    assert len(got(homes["李阿姨"], "快开始了")) == 1
    clock.turn(hours=4)
    assert "正在告诉收到过的 4 人" in people.secretary.says(f"结束通知 {NUMBER} 提前通水了")
    assert "不用再办一次" in people.secretary.says(f"结束通知 {NUMBER}")
    chat.work()
    clock.turn(hours=6)
    chat.work()
    for speaker in (homes["李阿姨"], homes["王叔叔"], people.leader):
        assert len(got(speaker, "【停水结束了】", "提前通水了")) == 1
        assert not got(speaker, "按计划到点"), "its end was told already"
    assert not got(newcomer, "停水"), "who was not told of it hears no end of it"


def test_when_its_time_is_over_that_is_told_once_and_it_may_be_taken_up_again(chat, people, homes, clock):
    outage(people)
    chat.work()
    clock.now = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)  # 15:00
    chat.work()
    chat.work()
    assert not got(homes["李阿姨"], "快开始了"), "nobody was at work an hour before: it says nothing any more"
    assert len(got(homes["李阿姨"], "【停水按计划到点】", "还没有恢复的")) == 1
    assert "已登记" in homes["李阿姨"].says("家里还是没水")
    assert "改为11月25日 09:00—18:00" in people.secretary.says(f"改通知 {NUMBER} 到18点")
    chat.work()
    assert "不用再报" in homes["王叔叔"].says("还没来水")
    clock.turn(hours=3)
    chat.work()
    assert len(got(homes["李阿姨"], "【停水按计划到点】", "18:00")) == 1, "told again of the new end"
    assert "正在告诉" in people.secretary.says(f"结束通知 {NUMBER}"), "by its time only: it may still be said"
    chat.work()
    assert len(got(homes["李阿姨"], "【停水结束了】")) == 1


def test_a_notice_that_is_taken_off_before_it_begins_is_cancelled(chat, people, homes):
    outage(people)
    chat.work()
    assert "取消了" in people.secretary.says(f"结束通知 {NUMBER}")
    chat.work()
    assert len(got(homes["李阿姨"], "【停水取消了】", "不进行了")) == 1
    assert "已登记" in homes["李阿姨"].says("家里没水了")


def test_of_several_the_one_is_meant_that_the_words_fit(chat, people, homes):
    outage(people)
    people.secretary.says("通知梧桐里2号院明天9点到15点停电")
    assert "开始发" in people.secretary.says("可以发"), "the only draft"
    chat.work()
    asked = people.secretary.says("结束通知")
    assert "是哪一条通知" in asked, asked
    assert "TZ20261124-02 【停电】梧桐里2号院" in asked
    assert "没有找到您能办的通知" in people.secretary.says("结束通知 TZ20261124-09")
    assert "通知 TZ20261124-02 取消了" in people.secretary.says("结束通知 停电那条")
    chat.work()
    assert len(got(homes["钱大爷"], "【停电取消了】")) == 1
    assert "那条" not in got(homes["钱大爷"], "【停电取消了】")[0]
    assert "改为11月25日 09:00—17:00" in people.secretary.says("改通知 到17点"), "the only one that is left"


def test_the_night_holds_it_unless_it_begins_before_the_morning(chat, people, homes, clock):
    clock.now = datetime(2026, 11, 24, 14, 40, tzinfo=UTC)  # 22:40
    answer = outage(people, "通知梧桐里1号院明天9点到15点停水")
    assert "明天 07:30 开始发" in answer, answer
    people.secretary.says("通知梧桐里1号院凌晨1点到明早6点停电".replace("凌晨", "明天凌晨"))
    answer = people.secretary.says("可以发 TZ20261124-02")
    assert "07:30" not in answer, answer
    clock.turn(minutes=40)  # nobody wrote just now
    chat.work()
    assert len(got(homes["李阿姨"], "【停电】")) == 1
    assert not got(homes["李阿姨"], "【停水】")
    people.secretary.says("结束通知 TZ20261124-02 不停了")
    clock.turn(minutes=40)
    chat.work()
    assert not got(homes["李阿姨"], "【停电取消了】"), "good news wakes nobody"
    clock.now = datetime(2026, 11, 24, 23, 31, tzinfo=UTC)  # 07:31
    chat.work()
    assert len(got(homes["李阿姨"], "【停水】")) == 1
    assert len(got(homes["李阿姨"], "【停电取消了】")) == 1


def test_what_was_held_all_night_and_is_off_again_is_never_told(chat, people, homes, clock):
    clock.now = datetime(2026, 11, 24, 14, 40, tzinfo=UTC)
    outage(people, "通知梧桐里1号院明天9点到15点停水")
    clock.turn(minutes=40)
    chat.work()
    people.secretary.says(f"结束通知 {NUMBER}")
    clock.now = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
    chat.work()
    assert not got(homes["李阿姨"], "停水"), "nor that it is off: who heard nothing of it needs no end"


def test_who_muted_a_kind_hears_of_others_and_may_hear_again(chat, people, homes):
    assert "不再推送：停水通知" in homes["李阿姨"].says("停水通知别发我了")
    assert "不再推送：停电通知" in homes["王叔叔"].says("退订停电通知")
    homes["赵奶奶"].says("退订停水通知")
    assert "所有通知都会推送" in homes["赵奶奶"].says("恢复停水通知")
    answer = people.secretary.says("通知梧桐里1号院明天9点到15点停水")
    assert "收不到的 1 人" in answer, answer
    assert "退订了这类通知：1 人" in answer
    people.secretary.says(f"可以发 {NUMBER}")
    chat.work()
    assert [bool(got(homes[name], "【停水】")) for name in ("李阿姨", "王叔叔", "赵奶奶")] == [False, True, True]
    assert "不用再报" not in homes["李阿姨"].says("明天停水吗")
    assert "11月25日 09:00—15:00" in homes["李阿姨"].says("明天停水吗"), "who asks is answered all the same"


@pytest.mark.parametrize(
    ("words", "done"),
    [
        ("内容我看过了 没问题 发出去吧", "开始发"),
        ("这条先压一压 等水务的回话", "不发了"),
        ("那个停水的时间改成10点到16点", "10:00—16:00"),
    ],
)
def test_a_draft_is_decided_on_in_ones_own_words(people, homes, words, done):
    people.secretary.says("通知梧桐里1号院明天9点到15点停水，请提前接水")
    answer = people.secretary.says(words)
    assert done in answer, answer
    assert NUMBER in answer


def test_the_all_clear_is_given_in_ones_own_words(chat, people, homes):
    outage(people, "通知梧桐里1号院今天9点到15点停水")
    chat.work()
    answer = people.secretary.says("水已经来了 那条通知可以撤了")
    assert f"{NUMBER} 结束了" in answer, answer
    chat.work()
    assert got(homes["李阿姨"], NUMBER)


def test_without_a_notice_nothing_else_is_done_in_its_place(chat, people, resident):
    """What is surely about a notice is refused in words; the unlikely rest (不是隐患) is neither done nor offered."""
    reported(chat, resident, "梧桐里1号院05幢外墙瓷砖往下掉")
    answer = people.secretary.says("水已经来了 那条通知可以撤了")
    assert "通知" in answer, answer
    assert [ticket.urgency for ticket in chat.tickets()] == ["hazard"]


def test_who_moves_it_to_another_day_says_nothing_of_its_hours(chat, people, homes):
    outage(people)
    chat.work()
    assert "改为11月27日 09:00—15:00" in people.secretary.says(f"改通知 {NUMBER} 改到11月27日")
    assert "11月28日 00:00" in people.secretary.says(f"改通知 {NUMBER} 11月28日全天")
