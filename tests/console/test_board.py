"""The board: one filter for all lists, the next promise first, and what came of many at once."""

import re
from importlib import import_module

import pytest
from sqlalchemy import insert, update

from storage.models import HotlineOrder, Person, Ticket
from storage.schema import MIGRATIONS
from tests.office import plain


@pytest.fixture
def three(chat, people):
    """A lamp, a drain and a danger, in the order of their numbers."""
    for text in ("梧桐里1号院05幢3楼楼道灯坏了", "梧桐里2号院9幢下水道堵了", "梧桐里1号院05幢外墙瓷砖往下掉，很危险"):
        chat.person("李阿姨").says(text)
    chat.work()
    return [ticket.number for ticket in chat.tickets()]


def tabs(page):
    """Each list with where it leads and how many it says are there."""
    found = re.search(r'id="tabs".*?</div>', page, re.DOTALL)[0]
    return {
        name: (href, count and int(count))
        for href, name, count in re.findall(r'<a href="([^"]+)"[^>]*>([^ <]+)(?: <b>(\d+)</b>)?</a>', found)
    }


def listed(page):
    return re.findall(r'<tr class="[^"]*" data-number="([^"]+)"', page)


def whose(office, number):
    row = office.web.get("/console/").text.split(f'data-number="{number}"')[1].split("</tr>")[0]
    return re.search(r'data-label="承办">([^<]+)<', row)[1]


def test_the_lists_count_and_keep_what_was_looked_for(office, three):
    found = tabs(office.web.get("/console/?q=下水道").text)
    assert (found["未办结"][1], found["隐患"][1], found["已结束"][1]) == (1, 0, "")
    assert "q=%E4%B8%8B%E6%B0%B4%E9%81%93" in found["超时"][0]
    assert tabs(office.web.get("/console/").text)["未办结"][1] == 3
    urgent = tabs(office.web.get("/console/?urgency=urgent&page=2").text)["待派单"][0]
    assert "urgency=urgent" in urgent
    assert "page" not in urgent


def test_what_is_due_next_stands_first_and_says_how_near_it_is(clock, office, three):
    lamp, drain, danger = three
    page = office.web.get("/console/").text
    assert listed(page) == [danger, drain, lamp]
    assert listed(office.web.get("/console/?sort=old").text) == [lamp, drain, danger]
    assert listed(office.web.get("/console/?sort=new").text) == [danger, drain, lamp]
    row = plain(page.split(f'data-number="{drain}"')[1].split("</tr>")[0])
    assert "一小时内" in row
    clock.turn(minutes=31)
    row = plain(office.web.get("/console/").text.split(f'data-number="{drain}"')[1].split("</tr>")[0])
    assert "已超时" in row


def test_one_definition_of_late_on_the_board_and_on_the_wall(clock, office, three):
    clock.turn(minutes=31)
    late = tabs(office.web.get("/console/").text)["超时"][1]
    assert late == len(listed(office.web.get("/console/?show=late").text))
    assert late >= 2
    assert f"{late} 超时" in office.sees("/console/wall")


def test_a_danger_that_nobody_takes_says_so_in_the_red_box_and_on_the_wall(clock, office, three):
    box = plain(re.search(r'<section class="hazards".*?</section>', office.web.get("/console/").text, re.DOTALL)[0])
    assert "接单" not in box
    clock.turn(minutes=40)
    box = plain(re.search(r'<section class="hazards".*?</section>', office.web.get("/console/").text, re.DOTALL)[0])
    assert "接单： 超时" in box
    assert "到场勘查" in box
    assert "接单 超时" in office.sees("/console/wall")


def test_words_are_looked_for_one_by_one_and_a_community_is_known(office, three):
    lamp, drain, danger = three
    for asked, found in (
        ("梧桐里1号院 灯", [lamp]), ("灯，05幢", [lamp]), ("灯 下水道", []), ("梧桐社区", [danger, drain, lamp]),
        ("梧桐社区 下水道", [drain]),
    ):  # fmt: skip
        assert listed(office.web.get(f"/console/?q={asked}").text) == found, asked


def test_the_hotline_s_number_and_a_reporter_s_phone_find_a_ticket(chat, people, office, three):
    people.leader.says("梧桐里1号院06幢门禁坏了")
    theirs = chat.tickets()[-1].number
    assert listed(office.web.get("/console/?q=199 0000 0005").text) == [theirs]  # as people write one down
    assert listed(office.web.get("/console/?q=19900000005").text) == [theirs]
    assert listed(office.web.get("/console/?q=19900000004").text) == []
    with chat.database.write() as connection:
        connection.execute(update(Person).values(phone_digest=None))
    assert listed(office.web.get("/console/?q=19900000005").text) == []
    (migration,) = (path.stem for path in (MIGRATIONS / "versions").glob("*_board_views.py"))
    with chat.database.write() as connection:
        import_module(f"storage.migrations.versions.{migration}").digest_phones(connection)
    assert listed(office.web.get("/console/?q=19900000005").text) == [theirs]
    order = {"order_no": "NJ2026-77", "number": three[1], "at": chat.clock()}
    with chat.database.write() as connection:
        connection.execute(insert(HotlineOrder).values(**order))
    assert listed(office.web.get("/console/?q=NJ2026-77").text) == [three[1]]
    assert listed(office.web.get("/console/?show=all&q=NJ2026-77 下水道").text) == [three[1]]


def test_many_at_once_each_with_what_came_of_it_and_a_way_back(chat, office, three):
    lamp, drain, _ = three
    form = {"number": [lamp, drain, "NH20200101-0001"], "whom": "R8", "csrf": office.csrf, "nonce": "n"}
    page = office.web.post("/console/board/dispatch", data=form).text
    assert "2 件已办，1 件没有办成" in plain(page)
    assert re.findall(r'data-done="([^"]+)"', page) == [lamp, drain]
    assert page.count('class="said bad"') == 1
    assert "这 2 件全部撤销" in plain(page)
    undone = office.web.post(f"/console/tickets/{lamp}/undo", data={"do": "dispatch", "csrf": office.csrf})
    assert undone.status_code == 200, undone.text
    assert (whose(office, lamp), whose(office, drain)) == ("陈试用", "郑假设")
    again = office.web.post("/console/board/undo", data={"number": drain, "csrf": office.csrf, "nonce": "m"})
    assert "1 件已办" in plain(again.text)
    assert whose(office, drain) == "—"  # as it was: nobody's


def test_of_more_than_are_done_at_once_the_rest_is_said_and_each_counts_once(chat, office, three):
    unknown = [f"NH20200101-{number:04}" for number in range(1, 52)]
    form = {"number": [three[0], three[0], *unknown], "whom": "R8", "csrf": office.csrf, "nonce": "n"}
    page = plain(office.web.post("/console/board/dispatch", data=form).text)
    assert "1 件已办，49 件没有办成" in page
    assert "一次最多 50 件，其余 2 件没有办" in page


def test_nothing_chosen_is_refused_as_such(office):
    refused = office.web.post("/console/board/dispatch", data={"csrf": office.csrf})
    assert 'class="said bad"' in refused.text


def test_what_is_dispatched_on_a_ticket_s_page_can_be_taken_back_at_once_and_a_remark_not(office, three):
    form = {"do": "dispatch", "whom": "R8", "csrf": office.csrf, "nonce": "n"}
    assert (
        f'hx-post="/console/tickets/{three[0]}/undo"' in office.web.post(f"/console/tickets/{three[0]}", data=form).text
    )
    remark = {"do": "remark", "note": "看过", "csrf": office.csrf, "nonce": "n"}
    assert "/undo" not in office.web.post(f"/console/tickets/{three[0]}", data=remark).text
    no_way = office.web.post(f"/console/tickets/{three[0]}/undo", data={"do": "remark", "csrf": office.csrf})
    assert no_way.status_code == 400


@pytest.mark.parametrize("sort", ["due", "old", "new"])
@pytest.mark.parametrize("asked", ["", "&q=梧桐里"])
def test_the_pages_of_each_order_make_up_the_whole_list(chat, office, three, monkeypatch, sort, asked):
    for text in ("梧桐里2号院9幢门禁坏了", "梧桐里2号院8幢水管漏水"):
        chat.person("赵阿姨").says(text)
    chat.work()
    whole = listed(office.web.get(f"/console/?sort={sort}{asked}").text)
    assert len(whole) == 5
    monkeypatch.setattr("storage.console.board.PAGE", 2)
    pages = [listed(office.web.get(f"/console/?sort={sort}{asked}&page={number}").text) for number in range(1, 5)]
    assert [len(page) for page in pages] == [2, 2, 1, 0]
    assert [number for page in pages for number in page] == whole


def test_the_red_box_has_three_lines_the_rest_folded_and_only_what_is_looked_for(chat, office, people):
    for house in ("05", "06", "07", "08"):
        chat.person(f"居民{house}").says(f"梧桐里1号院{house}幢外墙瓷砖往下掉，很危险")
    chat.person("李阿姨").says("梧桐里2号院9幢下水道堵了")
    chat.work()
    box = re.search(r'<section class="hazards".*?</section>', office.web.get("/console/").text, re.DOTALL)[0]
    count = box.count('class="danger"')
    assert count == len(chat.tickets()) - 1 > 3
    shown, folded = box.split("<details")
    assert (shown.count('class="danger"'), folded.count('class="danger"')) == (3, count - 3)
    assert f"另外 {count - 3} 件" in plain(folded)
    assert 'class="danger"' not in office.web.get("/console/?q=下水道").text
    assert office.web.get("/console/?q=06幢").text.count('class="danger"') == 1
    assert 'class="danger"' not in office.web.get("/console/?show=todispatch").text


def test_since_last_evening_all_that_came_ended_or_was_rated(chat, clock, office, three):
    drain = three[1]
    clock.turn(days=2)
    chat.person("赵阿姨").says("梧桐里1号院06幢门口垃圾没人收")
    chat.work()
    with chat.database.write() as connection:
        connection.execute(update(Ticket).where(Ticket.number == drain).values(state="closed", ended_at=clock()))
    office.signs_in_again()
    assert listed(office.web.get("/console/?show=night").text) == [chat.tickets()[-1].number, drain]
    assert tabs(office.web.get("/console/").text)["昨晚以来"][0].endswith("show=night")


def test_what_waits_for_somebody_s_dispatching_is_theirs(chat, office, three):
    with chat.database.write() as connection:
        connection.execute(update(Ticket).where(Ticket.number == three[0]).values(state="reported", assignee_id=None))
    assert three[0] in listed(office.web.get("/console/?show=mine").text)
    assert three[2] not in listed(office.web.get("/console/?show=mine").text)  # somebody has it
