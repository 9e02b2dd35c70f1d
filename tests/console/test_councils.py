"""Councils at the back office: called, held, written down and followed there; the file and the public page name nobody."""

import re

import pytest
from sqlalchemy import select

from simulator.windows import GRANTS, Grant
from storage.models import CouncilMeeting, CouncilTopic, MeetingMinutes, Ticket
from tests.councils import council, told
from tests.office import Office, plain


@pytest.fixture
def house(chat, quota):
    return council(chat)


@pytest.fixture
def quota(monkeypatch):
    monkeypatch.setitem(GRANTS, "message", Grant(GRANTS["message"].lasts, 10_000))


def does(office, do, **fields):
    """Fills a form of the pages and sends it."""
    nonce = re.search(r'name="nonce" value="([^"]+)"', office.web.get("/console/councils").text)
    form = {"do": do, "csrf": office.csrf, "nonce": f"{nonce[1]}-{do}", **fields}
    return office.web.post("/console/councils", data=form, headers={"HX-Request": "true"})


def place_key(page):
    return re.search(r'name="council" value="(assembly-\d+)"', page)[1]


def begun(chat, clock, house):
    """A meeting is called with a topic on its agenda, and begins with three of its members; the secretary's browser."""
    house.neighbours[0].says("提议题 把自行车棚改成充电棚")
    office = Office(chat).signs_in(house.secretary)
    key = place_key(office.web.get("/console/councils").text)
    empty = does(office, "call", council=key, room="社区会议室")
    assert empty.status_code == 422
    assert "什么时候开" in plain(empty.text)
    called = does(office, "call", council=key, when="2026-11-25T19:00", room="社区会议室")
    assert "会议1 已通知 5 位成员" in plain(called.text)
    assert called.headers["HX-Trigger"] == "councils-changed"
    assert "议题1 已列入会议1议程" in plain(does(office, "put_on", topic="1", meeting="1").text)
    early = does(office, "note", meeting="1", text="先记一句")
    assert (early.status_code, "开会前一小时起才能" in plain(early.text)) == (409, True)
    clock.turn(hours=33)
    office = Office(chat).signs_in(house.secretary)
    page = office.sees("/console/councils/meetings/1")
    assert "议题1 把自行车棚改成充电棚" in page
    assert "到会 0 / 5 人，到会满 3 人就可以表决" in page
    refused = does(office, "open_vote", meeting="1", topic="1", text="车棚改充电棚")
    assert (refused.status_code, "要到会 3 人才能表决" in plain(refused.text)) == (409, True)
    code = re.search(r"签到码 (\d{4})", page)[1]
    for member in house.members[:2]:
        member.says(f"议事会签到 {code}")
    assert "蒋试用已签到，到会 3 人" in plain(does(office, "present", meeting="1", whom="蒋试用").text)
    assert "陈试用不是这个议事会的成员" in plain(does(office, "present", meeting="1", whom="陈试用").text)
    return office


def held(chat, clock, house):
    """A meeting with a secret vote and a resolution, all of it done on the pages."""
    office = begun(chat, clock, house)
    opened = does(office, "open_vote", meeting="1", topic="1", text="车棚改充电棚", secret="1", share="two_thirds")
    assert "不记名" in plain(opened.text)
    for member in house.members[:2]:
        answer = member.says("表决1 同意")
        assert "同意" not in answer
    assert "正在投，已投 2 人" in office.sees("/console/councils/meetings/1")
    assert "通过：同意 2，反对 0，弃权 0，到会 3" in plain(does(office, "close_vote", vote="1").text)
    resolved = does(
        office,
        "resolve",
        meeting="1",
        topic="1",
        text="车棚改充电棚，电话19900000777",
        owner="陈试用",
        due="2026-12-04T09:00",
    )
    assert "决议1 由陈试用负责" in plain(resolved.text)
    does(office, "note", meeting="1", text="老陆说棚子太挤", topic="1")
    assert "已散会" in plain(does(office, "close", meeting="1").text)
    assert "纪要第 1 版已写好" in plain(does(office, "write", meeting="1", text="下次再议停车").text)
    own = does(office, "approve", meeting="1")
    assert (own.status_code, "是您写的" in plain(own.text)) == (409, True)
    page = office.sees("/console/councils/meetings/1")
    assert "实到 3 人" in page
    assert "老陆说棚子太挤" in page
    assert "等待审定" in page
    assert "请到会成员或别的负责人审定" in page
    assert "审定并发出" not in page, "nobody approves what they wrote"
    assert "审定并发出" in Office(chat).signs_in(house.lead).sees("/console/councils/meetings/1")


def test_a_meeting_is_held_from_the_browser(chat, clock, house):
    held(chat, clock, house)


def test_resolutions_stand_in_the_file_and_for_everybody_without_a_name(chat, clock, house):
    held(chat, clock, house)
    clock.turn(days=10)
    office = Office(chat).signs_in(house.lead)
    assert "已超期" in office.sees("/console/councils")
    file = office.web.get("/console/councils/resolutions.csv")
    assert file.status_code == 200
    assert "19900000777" not in file.text
    assert "梧桐社区协商议事会" in file.text
    public = chat.app.test_client().get("/resolutions")
    assert public.status_code == 200
    seen = plain(public.text)
    assert "决议1" in seen
    assert "已超期" in seen
    assert "19900000777" not in seen
    assert "陈试用" not in seen
    answer = does(office, "explain", resolution="1", text="等供电增容，陆样本家同意缓装")
    assert "已公开说明" in plain(answer.text)
    seen = plain(chat.app.test_client().get("/resolutions").text)
    assert "等供电增容" in seen
    assert "陆样本" not in seen


def test_minutes_that_were_approved_are_never_changed(chat, clock, house):
    held(chat, clock, house)
    assert house.members[0].says("纪要没问题，可以发").startswith("会议1 纪要第 1 版已审定，已发给 ")
    chat.work()
    assert told(house.members[4], "会议1 纪要，供您查看"), "who was not there gets them as well"
    office = Office(chat).signs_in(house.secretary)
    assert "纪要第 2 版已写好" in plain(does(office, "write", meeting="1", text="更正：到会 4 人").text)
    before = [(row.version, row.text, row.approved_at is None) for row in chat.rows(select(MeetingMinutes.__table__))]
    assert [(version, waits) for version, _, waits in before] == [(1, False), (2, True)]
    assert "纪要第 2 版已审定" in house.members[1].says("同意纪要 会议1")
    chat.work()
    after = [(row.version, row.text) for row in chat.rows(select(MeetingMinutes.__table__))]
    assert after == [(version, text) for version, text, _ in before], "both are kept as they were"
    assert told(house.members[0], "纪要更正（第 2 版）")
    assert "没有等着审定的纪要" in house.members[1].says("同意纪要 会议1")


def test_a_council_names_and_dismisses_its_members(chat, house):
    office = Office(chat).signs_in(house.secretary)
    key = place_key(office.web.get("/console/councils").text)
    assert "陈试用现在是梧桐社区协商议事会的成员" in plain(does(office, "name", council=key, whom="陈试用").text)
    assert "会议1 已通知 6 位成员" in house.secretary.says("召开议事会 11月25日19点 社区会议室")
    assert "陈试用不再是" in plain(does(office, "dismiss", council=key, whom="陈试用").text)
    assert "名册" in plain(does(office, "dismiss", council=key, whom="陆样本").text), "a post is the roster's"


def test_a_topic_that_is_not_taken_up_and_a_meeting_that_is_called_off_are_told(chat, house):
    house.neighbours[0].says("提议题 把自行车棚改成充电棚")
    office = Office(chat).signs_in(house.secretary)
    assert does(office, "drop", topic="1").status_code == 422
    assert "没有列入" in plain(does(office, "drop", topic="1", why="产权不在社区").text)
    chat.work()
    assert told(house.neighbours[0], "产权不在社区")
    assert chat.rows(select(CouncilTopic.state)) == [("dropped",)]
    house.secretary.says("召开议事会 11月25日19点 社区会议室")
    chat.work()
    assert "已取消" in plain(does(office, "cancel", meeting="1", note="下雨").text)
    chat.work()
    assert told(house.members[0], "取消：下雨")
    assert chat.rows(select(CouncilMeeting.state)) == [("cancelled",)]
    house.lead.says("看决议")
    assert "最近没有安排议事会" in house.members[0].says("看议事会")


def test_who_runs_no_council_sees_nothing_of_it(chat, house):
    house.secretary.says("召开议事会 11月25日19点 社区会议室")
    office = Office(chat).signs_in(house.worker)
    assert office.web.get("/console/councils").status_code == 403
    lead = Office(chat).signs_in(house.lead)
    assert does(lead, "call", council="assembly-99999", room="x", when="2026-11-26T19:00").status_code == 409


def test_a_note_for_a_meeting_that_is_not_there_is_refused_and_becomes_no_report(chat, clock, house):
    office = begun(chat, clock, house)
    told_at = does(office, "note", meeting="77", text="有人说棚子里的灯坏了")
    assert told_at.status_code == 409
    assert "没有找到会议77" in plain(told_at.text)
    assert chat.rows(select(Ticket.number)) == []
