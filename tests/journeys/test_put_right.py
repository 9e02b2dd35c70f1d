"""A room is put right, a question stays a question, and who works asks for their work: in sentences of one's own."""

import pytest
from sqlalchemy import select

from storage.models import Leave, Ticket
from tests.stars import neighbour

HERE = "梧桐里1号院05幢"


def places(chat):
    return [row.place_text for row in chat.rows(select(Ticket.place_text).order_by(Ticket.number))]


def urgencies(chat):
    return [row.urgency for row in chat.rows(select(Ticket.urgency).order_by(Ticket.number))]


@pytest.mark.parametrize(
    ("report", "correction", "place"),
    [
        ("楼下一股怪味", "是202门口不是一楼", f"{HERE}202门口"),
        (f"{HERE}401的人往下倒水 我晒的被子全湿了", "备注一下 倒水的是402不是401", f"{HERE}402"),
        ("门口的地砖翘起来了", "说错了 应该是三楼过道", f"{HERE}三楼过道"),
    ],
)
def test_the_room_stands_in_the_place(chat, people, report, correction, place):
    resident = neighbour(chat, "李阿姨")
    resident.says(report)
    said = resident.says(correction)
    assert "已更正" in said
    assert place in said
    assert places(chat) == [place]


def test_who_it_is_said_of_is_kept_in_words(chat, people):
    resident = neighbour(chat, "李阿姨")
    resident.says("楼上漏水漏到我家了")
    chat.work()
    before = places(chat)
    said = resident.says("说错了 漏的是602不是502")
    assert "地点改为" not in said
    assert "602（不是502）" in said
    assert places(chat) == before
    chat.work()
    assert any("602（不是502）" in text for text in people.worker.notices)


def test_nothing_is_said_to_be_another_place_that_is_the_same(chat, people):
    resident = neighbour(chat, "李阿姨")
    resident.says("楼下一股怪味")
    place = places(chat)
    assert "地点改为" not in resident.says(f"不是我家 就是{HERE}楼下")
    assert places(chat) == place


def test_another_topic_corrects_nothing(chat, people):
    resident = neighbour(chat, "李阿姨")
    resident.says("楼上漏水漏到我家了")
    said = resident.says("不是跟你说漏水 我问的是退烧药哪里有")
    assert "更正" not in said
    assert "答复您" in said
    assert urgencies(chat)[1] == "enquiry"


@pytest.mark.parametrize(
    "text",
    [
        f"我租的{HERE}的房子 想问下居住证去哪块办啊", f"我妈住{HERE}，她的高龄补贴怎么申请", f"{HERE}的住户咨询一下社保卡在哪补办",
        f"请问{HERE}的快递柜归谁管",
    ],
)  # fmt: skip
def test_a_question_with_an_address_is_a_question(chat, people, text):
    resident = chat.person("李阿姨")
    assert "答复您" in resident.says(text)
    assert urgencies(chat) == ["enquiry"]


def test_a_trouble_with_a_question_is_a_report(chat, people):
    resident = chat.person("李阿姨")
    assert "答复您" not in resident.says(f"{HERE}三楼的灯不亮了 想问问什么时候来修")
    assert urgencies(chat) != ["enquiry"]


@pytest.mark.parametrize("text", ["不是报修呀 就是问问", "我问问的 不是应急 别派人", "哦不是报修，咨询一下而已"])
def test_what_was_only_asked_becomes_a_question(chat, people, text):
    resident = neighbour(chat, "李阿姨")
    resident.says("我们这楼里下午到底停不停水啊给个准话")
    said = resident.says(text)
    assert "按咨询办" in said
    assert "答复您" in said
    assert urgencies(chat) == ["enquiry"]


def test_a_trouble_and_a_danger_stay_what_they_are(chat, people):
    one, two = neighbour(chat, "李阿姨"), neighbour(chat, "张大爷")
    one.says("二楼楼道的灯坏了")
    assert "照常办理" in one.says("我就是问问")
    two.says("三楼有股煤气味")
    assert "照常办理" in two.says("不是报修 我就是问问")
    assert urgencies(chat) == ["normal", "hazard"]


@pytest.mark.parametrize("text", ["今天有我的活吗", "有派给我的单子吗", "我手头还有几单", "今天有啥活"])
def test_who_works_sees_their_tickets(chat, people, text):
    chat.person("李阿姨").says(f"{HERE}三楼的灯不亮了")
    for speaker in (people.worker, people.crew):
        said = speaker.says(text)
        assert "值班安排" not in said
        assert "未办结" in said or "您手上" in said


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("晚上六点到九点我不在，请孙模拟顶一下", "18:00至21:00"), ("请假 明天下午两点到五点 由孙模拟代岗", "14:00至17:00"),
        ("我五点以后家里有事 让孙模拟代一下岗，请个假", "17:00至24:00"),
    ],
)  # fmt: skip
def test_a_leave_of_some_hours_is_only_of_these(chat, people, text, hours):
    assert hours in people.worker.says(text)
    (row,) = chat.rows(select(Leave.since, Leave.until))
    assert (row.until - row.since).total_seconds() / 3600 in (3, 7)
    chat.work()
    assert any(hours in notice for notice in people.head.notices)


def test_a_leave_of_a_day_is_of_the_whole_day(chat, people):
    said = people.worker.says("明天请假一天 由孙模拟代岗")
    assert "11月25日 请假" in said
    (row,) = chat.rows(select(Leave.since, Leave.until))
    assert (row.until - row.since).total_seconds() == 24 * 3600
