"""What a ticket's page says of the hotline, of what was merged into it, to whom it went; and what is not told to anybody."""

import re

from sqlalchemy import select

from storage.models import Outbox
from tests.console.test_office import book, posts
from tests.office import Office

HEAD = ("工单编号", "诉求内容", "地址", "来电人", "联系电话", "满意度")
ORDER = (HEAD, ("SZ20261127001", "3楼楼道灯坏了", "梧桐里1号院05幢", "秦素人", "13655556666", "高"))


def report(chat, text="梧桐里1号院05幢3楼楼道灯坏了", name="李阿姨"):
    chat.person(name).says(text)
    return chat.tickets()[-1].number


def test_an_order_of_the_hotline_shows_where_it_came_from_and_who_called(chat, office):
    page = office.sees("/console/hotline")
    assert "诉求人" in page
    assert office.web.get("/console/hotline/empty.xlsx").data[:2] == b"PK"
    taken = posts(office, "hotline", file=(book(*ORDER), "o.xlsx")).text
    assert "没有读：满意度" in taken
    number = chat.tickets()[-1].number
    for path in (f"/console/tickets/{number}", f"/console/tickets/{number}/print", "/console/board"):
        assert "12345 SZ20261127001" in office.sees(path), path
    page = office.sees(f"/console/tickets/{number}")
    assert "12345 来电人" in page
    assert "取消关注" not in page
    assert "13655556666" not in page
    full = office.posts(f"/console/tickets/{number}/reporter", inside=True).text
    assert "秦素人" in full
    assert "13655556666" in full


def test_what_was_merged_stands_on_the_ticket_that_goes_on(chat, office):
    posts(office, "hotline", file=(book(*ORDER), "o.xlsx"))
    order, kept = chat.tickets()[-1].number, report(chat)
    assert office.does(order, "merge", into=kept)[0] == 200
    page = office.sees(f"/console/tickets/{kept}")
    assert re.search(rf"并入的 {order} .*（12345 SZ20261127001）", page), page
    assert f"另一件并入本件 ：{order}" in page.replace("本件：", "本件 ：")


def test_the_time_line_says_to_whom_and_a_dispatch_taken_back_is_not_told(chat, people, office):
    asks = chat.person("李阿姨")
    number = report(chat)
    assert office.does(number, "dispatch", whom="R1")[0] == 200
    chat.clock.turn(minutes=1)
    assert office.does(number, "undo_dispatch")[0] == 200
    page = office.sees(f"/console/tickets/{number}")
    assert "何派单 派单给网格员陈试用" in page
    assert "何派单 撤销派单，原派给网格员陈试用" in page
    assert "接单（" not in page
    (news,) = chat.rows(select(Outbox.state).where(Outbox.kind == "news"))
    assert news.state == "dropped"
    assert office.does(number, "dispatch", whom="R1")[0] == 200
    assert office.does(number, "transfer", whom="R4", note="请孙模拟去看")[0] in (200, 409)
    chat.clock.turn(minutes=5)
    chat.work()
    assert not any("正在重新安排" in text for text in asks.notices)


def test_an_edit_of_the_office_is_not_called_the_reporter_s_and_nobody_hears_of_their_own(chat, people):
    number = report(chat)
    chat.work()
    dispatcher, head = Office(chat).signs_in(people.dispatcher), Office(chat).signs_in(people.head)
    before = len(people.head.notices)
    assert head.does(number, "dispatch", whom="R4", note="我去")[0] == 200
    chat.work()
    assert not any(number in text for text in people.head.notices[before:])
    assert dispatcher.does(number, "facts", category="房屋设施·电梯", why="电话问过")[0] == 200
    chat.work()
    assert any("后台改了" in text for text in people.head.notices)
    assert not any("上报人更正" in text for text in people.head.notices)


def test_of_a_danger_that_is_none_no_clock_is_late(chat, people, office):
    number = report(chat, "梧桐里1号院05幢门口电线掉下来冒火花")
    chat.work()
    assert office.does(number, "dispatch", whom="R1")[0] in (200, 409)
    assert office.does(number, "no_danger", note="是旧网线")[0] == 200
    chat.clock.turn(minutes=57)
    assert "超时" not in office.sees(f"/console/tickets/{number}")


def test_staff_are_named_in_the_directory_and_neighbours_masked(office):
    assert "R1 陈试用 199****0001 网格员" in office.sees("/console/directory?q=陈试用")
    assert "R5 王**" in office.sees("/console/directory?q=王样本")
    assert "R7 周**" in office.sees("/console/directory?q=周虚构")


def test_who_has_least_in_hand_is_offered_first(chat, people, office):
    for floor in (2, 3):
        report(chat, f"梧桐里1号院05幢{floor}楼楼道灯坏了", f"邻居{floor}")
    chat.work()
    number = chat.tickets()[-1].number
    offered = re.findall(r'data-whom="(\w+)"', office.web.get(f"/console/tickets/{number}").text)
    assert offered[0] != "R1"
    assert offered.index("R4") < offered.index("R1")
