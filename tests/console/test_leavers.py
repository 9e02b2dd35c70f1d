"""Somebody leaves in the middle: what they stood for is named before it is confirmed, and goes to who is there."""

from datetime import date, timedelta
from urllib.parse import quote

import pytest
from sqlalchemy import insert, select

from storage.models import Council, CouncilMeeting, CouncilMember, Person, Place, Resolution, Station
from tests.console.test_rota import SATURDAY, TWO, shift_on, standing
from tests.duty import crew, roster, tick
from tests.entries import CONFIRM, EntryForm
from tests.office import Office

LEAVES, ENDS = "登记离任</button>", "结束岗位</button>"


@pytest.fixture
def people(chat):
    found = crew(chat, patterns=TWO)
    with_admin = roster()
    with_admin["people"].append({"code": "A1", "name": "艾样例", "phone": "19911110043"})
    with_admin["posts"].append({"person": "A1", "role": "管理员", "place": "S"})
    chat.subdistrict(with_admin)
    return found


def sits_and_owes(chat, code):
    """A seat in the community's council, and a resolution that somebody has to see to."""
    now = chat.clock()
    with chat.database.write() as connection:
        place = connection.execute(select(Place.id).where(Place.code == "C1")).scalar_one()
        who = connection.execute(select(Person.id).where(Person.code == code)).scalar_one()
        connection.execute(insert(Council).values(id=1, kind="assembly", place_id=place, created_at=now))
        connection.execute(insert(CouncilMember).values(council_id=1, person_id=who, since=now))
        meeting = {
            "starts_at": now,
            "room": "会议室",
            "state": "closed",
            "code": "1234",
            "called_by": who,
            "called_at": now,
        }
        connection.execute(insert(CouncilMeeting).values(id=1, council_id=1, minutes_due_at=now, **meeting))
        due = {"written_at": now, "due_at": now + timedelta(days=9), "state": "open"}
        connection.execute(insert(Resolution).values(id=1, meeting_id=1, text="装充电口", owner_id=who, **due))


def test_who_leaves_is_replaced_and_who_must_fill_their_place_hears_of_it(chat, people):
    office = Office(chat).signs_in(chat.invited("艾样例"))
    night, early = shift_on(chat, date(2026, 11, 25), 22), shift_on(chat, SATURDAY, 9)
    people.members[0].says(f"报名 {night}")
    people.members[0].says(f"报名 {early}")
    people.members[1].says(f"报名 {night}")
    sits_and_owes(chat, "M10")
    ends = EntryForm(office, f"directory/edit?what=posts&key={quote('M10|在职党员|C1||')}").sends(ENDS)
    assert f"还排着班次 {night}" in ends.text
    assert "只结束岗位不会取消" in ends.text
    ends.sends(CONFIRM)
    looked = EntryForm(office, "directory/edit?what=people&key=M10").sends(LEAVES)
    for said in (f"还排着班次 {night}", f"班次 {early}", "是梧桐社区协商议事会的成员", "负责决议1"):
        assert said in looked.text
    assert "（空）" not in looked.text
    looked.sends(CONFIRM)
    assert len(standing(chat)) == 3, "the clock has not come"
    tick_all(chat)
    assert standing(chat) == [("M11", night, "signed")]
    assert any("转为值班" in each for each in people.members[1].notices)
    (told,) = [each for each in people.lead.notices if "甲一员已离任，排好的 2 个班空出来了" in each]
    assert f"班次 {night}" in told
    assert f"班次 {early}" in told
    assert "现在缺 2 人" in told
    secretary = people.secretary.notices
    assert any("梧桐社区协商议事会少了一位成员：甲一员已离任，现有 0 人" in each for each in secretary)
    assert any("决议1 转给您负责" in each and "装充电口" in each for each in secretary)
    before = len(secretary) + len(people.lead.notices)
    tick_all(chat)
    assert len(people.secretary.notices) + len(people.lead.notices) == before


def test_the_station_of_a_lead_who_leaves_is_named_to_who_runs_the_duty(chat, people):
    lines = roster()
    lines["people"] = [each for each in lines["people"] if each["code"] != "R5"]
    lines["posts"] = [each for each in lines["posts"] if each["person"] != "R5"]
    chat.subdistrict(lines)
    tick_all(chat)
    assert {row.lead_id for row in chat.rows(select(Station.lead_id))} == {None}
    told = "\n".join(people.secretary.notices)
    for station in ("梧桐和事佬工作室", "梧桐鲁班能量屋"):
        assert told.count(f"{station}没有站长了：王样本已离任") == 1, told


def tick_all(chat):
    chat.run("leavers")
    tick(chat)
