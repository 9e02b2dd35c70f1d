"""A notice that was wrong is void without taking away what stands; who asks what holds now is told, and nobody is sent."""

from datetime import UTC, datetime

from tests.notices import NUMBER, got, outage

DAY = NUMBER[:-2]
WRONG, RIGHT = "通知梧桐里1号院明天9点到15点停水", "通知梧桐里1号院明天10点到16点停水，请提前接水"


def twice(chat, people):
    """A wrong notice and the right one, both told."""
    outage(people, WRONG)
    chat.work()
    people.secretary.says(RIGHT)
    people.secretary.says("发吧")
    chat.work()


def test_a_void_notice_says_which_one_holds(chat, people, homes):
    twice(chat, people)
    answer = people.secretary.says("01那条写错了 作废掉")
    assert f"{NUMBER} 作废了" in answer, answer
    assert f"以 {DAY}02 为准" in answer
    chat.work()
    told = got(homes["李阿姨"], NUMBER, "作废")
    assert len(told) == 1
    assert f"停水没有取消，以编号 {DAY}02 的为准" in told[0]
    assert "11月25日 10:00—16:00" in told[0]
    assert not got(homes["李阿姨"], "停水取消了"), "the water is cut all the same"
    assert f"{DAY}02 取消了" in people.secretary.says(f"结束通知 {DAY}02")
    chat.work()
    assert len(got(homes["李阿姨"], "【停水取消了】")) == 1, "nothing stands any more"


def test_when_the_matter_is_over_the_other_notice_is_named(chat, people, homes, clock):
    twice(chat, people)
    clock.now = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)  # 12:00
    answer = people.secretary.says(f"结束通知 {DAY}02")
    assert f"{DAY}02 结束了" in answer, answer
    assert f"结束通知 {NUMBER}" in answer
    chat.work()
    assert len(got(homes["李阿姨"], "【停水结束了】")) == 1


def test_another_place_or_time_is_another_matter(chat, people, homes):
    outage(people, "通知梧桐里1号院明天9点到11点停水")
    for said in ("通知梧桐里2号院明天9点到11点停水", "通知梧桐里1号院后天9点到11点停水"):
        people.secretary.says(said)
        people.secretary.says("可以发")
    chat.work()
    assert f"{NUMBER} 取消了" in people.secretary.says(f"结束通知 {NUMBER}")
    chat.work()
    assert len(got(homes["李阿姨"], "【停水取消了】")) == 1


def test_who_asks_what_holds_is_told_what_stands(chat, people, homes, clock):
    twice(chat, people)
    people.secretary.says("01那条作废")
    chat.work()
    before = len(chat.tickets())
    asks = people.leader
    for said in (
        "明天究竟停不停水呀 给个准信", "一会说停水一会说不停 搞什么名堂", "停水到底改没改 你们都发了三条了",
        "请问停水是我们全院都停，还是只停靠马路那几栋", "这个停水通知是哪个发的",
    ):  # fmt: skip
        for speaker in (homes["李阿姨"], asks):
            answer = speaker.says(said)
            assert "【停水】梧桐里1号院：11月25日 10:00—16:00" in answer, (said, answer)
            assert "09:00" not in answer
    for said in ("我就是问问", "只是打听一下，不用派人", "晓得了 那就好 不用了"):
        assert "登记" not in homes["李阿姨"].says(said)
        homes["李阿姨"].says("明天停不停水")
    clock.now = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)  # 12:00
    answer = homes["王叔叔"].says("说好停水的，到这会儿还没停嘛 水大着呢")
    assert "10:00—16:00" in answer, answer
    assert "太好了" not in answer
    assert len(chat.tickets()) == before


def test_what_was_called_off_is_said_to_be(chat, people, homes):
    outage(people, WRONG)
    chat.work()
    people.secretary.says(f"结束通知 {NUMBER}")
    answer = homes["李阿姨"].says("明天到底停不停水啊")
    assert "【停水取消了】梧桐里1号院：原定11月25日 09:00—15:00" in answer, answer
    assert not chat.tickets()
