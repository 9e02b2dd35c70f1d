"""What is said to the preview of a notice is about just that notice: sent, left, put otherwise, and never an older draft."""

import re

from tests.journeys.handling import reported
from tests.notices import NUMBER, got

DAY = NUMBER[:-2]
SAID = "通知梧桐里1号院明天9点到15点停水，请提前接水"


def drafted(answer):
    """The number of a draft, as its preview says it."""
    found = re.search(r"通知 (TZ[0-9-]+)，还没有发", answer)
    assert found is not None, answer
    return found[1]


def test_a_yes_right_after_the_preview_sends_it(chat, people, homes):
    people.lead.says("通知梧桐里1号院明天8点到12点停电")  # somebody else's draft waits as well
    for words in ("行 那就发吧", "没意见，照这个发出去", "发", "可以", "嗯嗯 就这么发给大家吧", "可以发"):
        number = drafted(people.secretary.says(SAID))
        answer = people.secretary.says(words)
        assert f"通知 {number} 开始发" in answer, answer
        chat.work()
        assert len(got(homes["李阿姨"], "【停水】", "请提前接水", number)) == 1
        people.secretary.says(f"结束通知 {number}")
    assert not got(homes["李阿姨"], "停电")


def test_a_no_leaves_it_and_what_is_no_yes_sends_nothing(chat, people, homes):
    for words in ("先不发了，等我消息", "不发", "还是先压一压吧", "算了 别发了"):
        number = drafted(people.secretary.says(SAID))
        answer = people.secretary.says(words)
        assert f"通知 {number} 不发了" in answer, answer
    people.secretary.says(SAID)
    for words in ("发了吗", "改一下再发", "先问问水务再发行不行"):
        assert "开始发" not in people.secretary.says(words)
    chat.work()
    assert not got(homes["李阿姨"], "停水")


def test_a_yes_to_something_else_sends_nothing(chat, people, homes, resident):
    reported(chat, resident, "梧桐里1号院5幢楼道灯不亮")
    people.secretary.says(SAID)
    people.secretary.says("督办 1 今天去看")
    assert "开始发" not in people.secretary.says("好的")
    assert f"{NUMBER} 开始发" in people.secretary.says("那条通知发吧"), "said so it is the preview still"


def test_a_new_draft_of_the_same_takes_the_place_of_the_older(chat, people, homes):
    people.secretary.says("通知梧桐里1号院明天9点到15点停水")
    people.secretary.says("通知梧桐里1号院后天9点到15点停电")
    answer = people.secretary.says("不对 重新发 通知梧桐里1号院1幢明天10点到15点停水，请接水")
    assert f"之前没发的 {NUMBER} 不发了" in answer, answer
    assert f"{DAY}03 开始发" in people.secretary.says("发吧")
    assert f"{DAY}02 开始发" in people.secretary.says("可以发"), "the other matter waits on"
    assert "现在是“不发了”" in people.secretary.says(f"可以发 {NUMBER}")
    people.secretary.says("通知梧桐里1号院周五上午清洗水箱")
    assert "之前没发的" not in people.secretary.says("通知梧桐里1号院周五上午社区义诊，带上医保卡"), "another matter"


def test_a_draft_that_somebody_was_asked_to_look_at_stays(chat, people, homes, crowd):
    people.secretary.says(SAID)
    people.secretary.says("发吧")
    assert "之前没发的" not in people.secretary.says("通知梧桐里1号院明天16点到18点停水")
    chat.work()
    assert "开始发" in people.lead.chooses(f"可以发 {NUMBER}")


TO_THE_BOT = (
    ("明天上午9点到11点梧桐里1号院停水检修，麻烦你跟居民们说一声", "停水检修", "说一声"),
    ("不对不对 重写 通知梧桐里1号院，就写明天9点到11点换水表停水，请备水", "换水表停水，请备水", "重写"),
    ("再跟大家通知一遍 梧桐里1号院明天9点到11点停水，大家提前存水", "大家提前存水", "一遍"),
    ("通知梧桐里1号院明天9点到11点停水，水压恢复后请先放一放水", "水压恢复后请先放一放水", "没有这句"),
)


def test_words_to_the_bot_are_not_told_to_residents(people, homes):
    for words, told, gone in TO_THE_BOT:
        answer = people.secretary.says(words)
        if "1 通知居民" in answer:
            answer = people.secretary.says("1")
        shown = answer.partition("会收到的")[0].partition("【停水】")[2]
        assert told in shown, answer
        assert gone not in shown, answer


OTHERWISE = (
    ("后面那句不要", "停水", "请提前接水"),
    ("把请提前接水去掉", "停水", "请提前接水"),
    ("去掉“请提前接水”这几个字", "停水", "请提前接水"),
    ("请提前接水改成请备足三天的水", "请备足三天的水", "请提前接水"),
    ("再加一句 有老人的家里我们上门送水", "有老人的家里我们上门送水", "再加"),
    ("就写明天10点到12点更换阀门停水，请备水", "10:00—12:00\n11月25日10点到12点更换阀门停水，请备水", "请提前接水"),
    ("怎么就发四个人 还有“请提前接水”不要写", "停水", "请提前接水"),
)


def test_the_text_of_a_preview_is_put_otherwise_in_place(chat, people, homes):
    for words, told, gone in OTHERWISE:
        number = drafted(people.secretary.says(SAID))
        answer = people.secretary.says(words)
        assert f"通知 {number}，还没有发" in answer, answer
        shown = answer.partition("会收到的")[0]
        assert told in shown, answer
        assert gone not in shown, answer
    assert f"通知 {number} 开始发" in people.secretary.says("好，发")
    chat.work()
    assert len(got(homes["李阿姨"], "【停水】", number)) == 1
    assert not got(homes["李阿姨"], "请提前接水")


def test_wondering_at_the_number_of_receivers_withholds_nothing(people, homes):
    people.secretary.says(SAID)
    for words in ("怎么才4个人啊 院里好几百户呢", "只有四个人收得到？", "其他几百户怎么办", "人怎么这么少"):
        answer = people.secretary.says(words)
        assert f"通知 {NUMBER}，还没有发" in answer, answer
        assert "只有关注了公众号、登记了住址" in answer
        assert "上门告知" in answer
    assert f"{NUMBER} 开始发" in people.secretary.says("行 发吧")


def test_an_order_to_tell_everybody_is_a_draft_of_its_own(chat, people, homes):
    people.secretary.says(SAID)
    people.secretary.says("发吧")
    chat.work()
    answer = people.secretary.says("再跟居民们说一声 明天停水不变 还是9点开始 今早那条作废的别理会")
    assert f"通知 {DAY}02，还没有发" in answer, answer
    shown = answer.partition("会收到的")[0]
    assert "停水不变 还是9点开始" in shown
    assert "说一声" not in shown
    assert f"{DAY}02 开始发" in people.secretary.says("好 发出去")
    assert "现在没有等着您办的通知" in people.secretary.says("发吧"), "nothing waits, and nothing else is done"


def test_a_street_that_is_not_in_the_tree_is_said_to_be_unknown(chat, people, homes):
    answer = people.secretary.says("通知居民 明天9点到15点青松路那边停水，请提前接水")
    assert "没有“青松路”" in answer, answer
    assert "会发给整个梧桐社区" in answer
    assert "开始发" not in people.secretary.says("好"), "a mere yes is not enough"
    answer = people.secretary.says("只发给梧桐里2号院9幢")
    assert "会收到的 1 人" in answer, answer
    assert "青松路那边停水" in answer
    assert "没有“青松路”" not in answer
    assert "开始发，共 1 人" in people.secretary.says("发吧")
    answer = people.secretary.says("通知大家明天9点到15点停电，注意道路安全")
    assert "没有“" not in answer, answer


def test_a_whole_message_after_the_preview_is_the_notice_as_it_should_have_been(people, homes):
    people.secretary.says("通知居民 明天9点到15点梧桐里1号院停水 抢修啊")
    answer = people.secretary.says("梧桐里1号院11月25日10:00到14:00因抢修水管停水，请提前储水")
    assert f"通知 {DAY}02，还没有发" in answer, answer
    assert f"之前没发的 {NUMBER} 不发了" in answer
    assert "10:00—14:00" in answer
