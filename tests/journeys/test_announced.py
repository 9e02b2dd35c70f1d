"""What is announced is known to who reports it again, asks about it, or opens the public page."""

from datetime import UTC, datetime

from tests.notices import NUMBER, outage
from tests.office import plain


def test_a_report_inside_place_and_time_is_answered_and_no_ticket_unless_it_is_something_else(
    chat, people, homes, clock
):
    outage(people)
    chat.work()
    assert "已登记" in homes["钱大爷"].says("家里没水了"), "another courtyard"
    assert "已登记" in homes["王叔叔"].says("家里停水了"), "it has not begun"
    clock.now = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)  # 11:00
    before = len(chat.tickets())
    for said in ("停水了", "梧桐里1号院1幢水龙头不出水", "家里没得水了"):
        answer = homes["李阿姨"].says(said)
        assert "这个已经知道了，不用再报" in answer, answer
        assert "09:00—15:00" in answer
    assert len(chat.tickets()) == before
    answer = homes["李阿姨"].says("不是")
    assert "已登记" in answer, answer
    assert "没得水" in answer
    assert chat.tickets()[-1].place_text == "梧桐里1号院1幢"
    assert "已登记" in homes["赵奶奶"].says("厨房水管漏水了"), "a leak is no cut"
    assert "已登记" in homes["赵奶奶"].says("楼道灯坏了")
    assert "不用再报" in homes["赵奶奶"].says("停水了")
    answer = homes["赵奶奶"].says("不是，是只有我家没水，别人家都有")
    assert "已登记" in answer, answer
    assert "别人家都有" in chat.tickets()[-1].text
    clock.now = datetime(2026, 11, 25, 7, 1, tzinfo=UTC)  # 15:01
    late = chat.person("晚到的")
    late.says("我住梧桐里1号院5幢")
    assert "已登记" in late.says("家里还没来水"), "after its end it is a report"


def test_a_danger_is_always_a_ticket(chat, people, homes, clock):
    outage(people, "通知居民 梧桐里1号院现在停气，到15点")
    chat.work()
    assert "不用再报" in homes["李阿姨"].says("家里停气了")
    answer = homes["李阿姨"].says("没有燃气了，但是厨房有很大煤气味")
    assert "安全隐患" in answer, answer
    assert chat.tickets()[-1].urgency == "hazard"


def test_a_question_is_answered_by_what_is_announced_and_else_by_what_is_known(chat, people, homes):
    outage(people)
    chat.work()
    asks = homes["李阿姨"]
    for said in ("明天停水吗 几点来", "几点来水", "停水停到什么时候"):
        assert "【停水】梧桐里1号院：11月25日 09:00—15:00" in asks.says(said), said
    assert "【停水】" not in asks.says("明天停电吗")
    assert "【停水】" not in homes["孙老师"].says("明天停水吗"), "it is not announced where he lives"
    assert "11月25日 09:00—15:00" in homes["孙老师"].says("梧桐里1号院明天停水吗"), "where he names it, it is"
    assert "【停水】" not in asks.says("后天停水吗"), "another day"
    before = len(chat.tickets())
    asks.says("几点来水")
    assert "已登记" in asks.says("转人工")
    assert len(chat.tickets()) == before + 1


def test_what_is_announced_stands_on_a_public_page(chat, people, homes):
    web = chat.app.test_client()
    assert "现在没有停水停电" in plain(web.get("/notices").text)
    people.secretary.says("通知梧桐里1号院明天9点到15点停水，<b>接水</b>")
    assert "停水】" not in web.get("/notices").text, "a draft is nobody's business"
    people.secretary.says(f"可以发 {NUMBER}")
    page = web.get("/notices")
    assert "【停水】梧桐里1号院：11月25日 09:00—15:00" in plain(page.text)
    assert "&lt;b&gt;接水" in page.text
    assert "吴范例" not in page.text
    people.secretary.says(f"结束通知 {NUMBER}")
    assert "停水】" not in web.get("/notices").text
