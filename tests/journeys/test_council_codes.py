"""The code on the wall of a meeting's room: members who scan it are there, others are counted as guests."""

import re

import pytest
from sqlalchemy import select

from governance.councils.codes import scene_of
from storage.councils.guests import mark_of
from storage.councils.meetings import meeting_by_id
from storage.models import MeetingGuest, MeetingMember
from storage.unit_of_work import UnitOfWork
from tests.councils import council
from tests.office import Office, plain


@pytest.fixture
def house(chat, quota):
    found = council(chat)
    found.secretary.says("召开议事会 11月25日19点 社区会议室")
    return found


def scene(chat, number=1):
    with chat.database.read() as connection:
        meeting = meeting_by_id(UnitOfWork(connection), number)
        assert meeting is not None
        return scene_of(number, mark_of(meeting))


def test_the_office_shows_a_code_and_who_scans_it_is_there(chat, clock, house):
    office = Office(chat).signs_in(house.secretary)
    page = office.web.get("/console/councils/meetings/1/code")
    assert page.status_code == 200
    assert "<svg" in page.text
    assert re.search(r"议事会签到 \d{4}", plain(page.text)), "and the digits for who can't scan"
    assert office.web.get("/console/councils/meetings/77/code").status_code == 404
    assert "开会前一小时起才能签到" in house.members[0].scans(scene(chat))
    clock.turn(hours=32, minutes=30)
    assert "会议1 您已签到，到会 1 人，应到 5 人" in house.members[0].scans(scene(chat))
    clock.turn(minutes=1)
    assert "已经签过到了，到会 1 人" in house.members[0].scans(scene(chat))
    house.members[1].scans(scene(chat))
    assert {row.how for row in chat.rows(select(MeetingMember.how)) if row.how} == {"scan"}
    clock.turn(hours=2)
    house.secretary.says("会议1 结束")
    assert "已经结束或取消" in house.members[2].scans(scene(chat))


def test_guests_are_counted_and_nothing_else_is_known_of_them(chat, clock, house):
    clock.turn(hours=33)
    said = house.neighbours[0].scans(scene(chat))
    assert said.startswith("会议1 欢迎旁听")
    assert "旁听 1 人" in said
    clock.turn(minutes=1)
    assert "已经记过您旁听了，旁听 1 人" in house.neighbours[0].scans(scene(chat))
    assert "旁听 2 人" in house.worker.scans(scene(chat))
    assert set(MeetingGuest.__table__.columns.keys()) == {"meeting_id", "mark"}, "no account, no name, no time"
    assert "要先绑定身份" in house.neighbours[0].says("表决1 同意")
    member = chat.person("没有绑定的成员")
    assert "旁听 3 人" in member.scans(scene(chat))
    house.secretary.says("会议1 结束")
    assert len(chat.rows(select(MeetingGuest.mark))) == 3


def test_a_code_of_another_meeting_or_of_nobody_lets_nobody_in(chat, clock, house):
    house.secretary.says("召开议事会 12月9日19点 社区会议室")
    clock.turn(hours=33)
    assert "会议2 12月9日" in house.members[0].scans(scene(chat, 2))
    mark = scene(chat, 2).rpartition("_")[2]
    for forged in (f"meeting_1_{mark}", f"meeting_9_{mark}", "meeting_1_" + "0" * 16):
        assert "不是会议的签到码" in house.members[0].scans(forged)
    house.members[0].scans("meeting_x")
    assert chat.rows(select(MeetingGuest.mark)) == []
    assert all(row.came_at is None for row in chat.rows(select(MeetingMember.came_at)))


def test_who_follows_by_a_meeting_s_code_has_come_at_once(chat, clock, house):
    clock.turn(hours=33)
    stranger = chat.person("路过的邻居")
    said = stranger.follows_by(scene(chat))
    assert said.startswith("会议1 欢迎旁听，已记下一位"), said
    assert "旁听 1 人" in said
    assert "欢迎关注“邻里”" in said
    assert "已经记过您旁听了，旁听 1 人" in stranger.scans(scene(chat))
    member = house.members[0]
    member.phone.unfollow()
    chat.platform.faults.plan("duplicate")
    said = member.follows_by(scene(chat))
    assert said.startswith("会议1 您已签到，到会 1 人，应到 5 人"), said
    assert "欢迎关注“邻里”" in said
    assert [row.how for row in chat.rows(select(MeetingMember.how)) if row.how] == ["scan"]
    assert len(chat.rows(select(MeetingGuest.mark))) == 1


def test_who_follows_by_a_code_too_early_or_by_none_of_ours_is_welcome_all_the_same(chat, clock, house):
    early = chat.person("来早的邻居").follows_by(scene(chat))
    assert "开会前一小时起才能签到" in early
    assert "欢迎关注“邻里”" in early
    forged = chat.person("拿错码的邻居").follows_by("meeting_1_" + "0" * 16)
    assert "不是会议的签到码" in forged
    assert "欢迎关注“邻里”" in forged
    assert chat.rows(select(MeetingGuest.mark)) == []


def test_the_digits_of_a_room_are_not_tried_one_by_one(chat, clock, house):
    said = re.search(
        r"议事会签到 (\d{4})", plain(Office(chat).signs_in(house.secretary).sees("/console/councils/meetings/1/code"))
    )
    assert said is not None
    clock.turn(hours=33)
    wrong = [number for number in ("0001", "0002", "0003", "0004", "0005", "0006") if number != said[1]][:5]
    for number in wrong:
        assert "签到码不对" in house.members[0].says(f"议事会签到 {number}")
    assert "不能再试" in house.members[0].says(f"议事会签到 {said[1]}"), "nor is the right one heard after that"
    assert all(row.came_at is None for row in chat.rows(select(MeetingMember.came_at)))
    assert "已签到" in house.members[1].says(f"议事会签到 {said[1]}"), "others are not held off"
    assert "已签到" in house.members[0].scans(scene(chat)), "nor is who stands before the code on the wall"
