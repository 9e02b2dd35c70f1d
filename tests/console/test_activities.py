"""The pages of activities: opening one, places of units, who came by unit and day, whom to thank, the year's record, files."""

import io
import re

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select

from storage.models import Campaign, Shift, UnitBooking
from tests.activities import lecture, newest, town
from tests.duty import at
from tests.office import Office, plain

UNIT, OTHER = "示范市审计局", "样本科技公司"
OPEN = {
    "do": "open", "kind": "visit", "title": "海洋馆之旅", "spot": "梧桐里1号院", "starts_at": "2026-12-06T09:00",
    "ends_at": "2026-12-06T11:00", "people": "20",
}  # fmt: skip


@pytest.fixture
def people(chat):
    return town(chat)


def campaign_of(chat, number):
    return chat.rows(select(Shift.campaign_id).where(Shift.id == number))[0].campaign_id


def sends(office, address, **form):
    answer = office.posts(address, **form)
    return answer.status_code, plain(answer.text)


def lines_in(answer):
    sheet = load_workbook(io.BytesIO(answer.data)).active
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=2)]


def test_an_activity_is_opened_and_read_in_the_list(chat, people, office):
    status, said = sends(office, "/console/activities", **OPEN)
    assert (status, "已发起：12月6日 周日 09:00-11:00 参观《海洋馆之旅》（梧桐里1号院）" in said) == (200, True), said
    number = newest(chat)
    people.contact.says(f"预订 {number} 8人")
    people.members[0].says(f"报名 {number}")
    listed = office.sees("/console/activities")
    assert re.search(rf"{number} 12-06 09:00 参观 海洋馆之旅 梧桐里1号院 9/20 0 1 0", listed), listed
    assert "这一年还没有活动" in office.sees("/console/activities?year=2025")


@pytest.mark.parametrize(
    ("field", "value"), [("title", ""), ("people", "很多"), ("starts_at", ""), ("kind", "dance"), ("spot", "")]
)
def test_what_the_form_lacks_is_said_beside_it_and_nothing_is_opened(chat, office, field, value):
    status, _ = sends(office, "/console/activities", **{**OPEN, field: value})
    assert status == 422
    assert chat.rows(select(func.count()).select_from(Campaign))[0][0] == 0


@pytest.mark.parametrize(
    "changed", [{"ends_at": "2026-12-06T08:00"}, {"starts_at": "2026-11-01T09:00"}, {"people": "0"}]
)
def test_a_time_that_can_not_be_is_refused(chat, office, changed):
    status, said = sends(office, "/console/activities", **{**OPEN, **changed})
    assert (status, "请写全" in said) == (409, True), said
    assert chat.rows(select(func.count()).select_from(Campaign))[0][0] == 0


def test_the_same_form_twice_opens_one(chat, office):
    for _ in range(2):
        assert sends(office, "/console/activities", **OPEN)[0] == 200
    assert chat.rows(select(func.count()).select_from(Campaign))[0][0] == 1


def test_the_office_books_for_units_and_the_shares_stand_by_unit_and_day(chat, clock, people, office):
    sends(office, "/console/activities", **OPEN)
    first = newest(chat)
    page = f"/console/activities/{campaign_of(chat, first)}"
    status, said = sends(
        office, page, do="time", shift=str(first), starts_at="2026-12-07T09:00", ends_at="2026-12-07T11:00", people="10"
    )
    assert (status, "加了一场" in said) == (200, True), said
    second = newest(chat)
    assert campaign_of(chat, second) == campaign_of(chat, first)
    for number, unit, count in ((first, UNIT, "8"), (second, UNIT, "4"), (second, OTHER, "6")):
        assert sends(office, page, do="book", shift=str(number), people=count, unit=unit)[0] == 200
    status, said = sends(office, page, do="book", shift=str(second), people="20", unit=OTHER)
    assert (status, "最多能订 6 个" in said) == (409, True), said
    status, said = sends(office, page, do="book", shift=str(second), people="2", unit="没有的单位")
    assert (status, "没有您能办的单位" in said) == (409, True), said
    people.members[0].says(f"报名 {first}")
    at(clock, "2026-12-06T08:50")
    people.members[0].sends_location("门口")
    people.members[0].says("打卡")
    office.signs_in_again()
    assert sends(office, page, do="came", shift=str(first), people="7", unit="U1")[0] == 200
    at(clock, "2026-12-07T10:00")
    office.signs_in_again()
    assert sends(office, page, do="came", shift=str(second), people="6", unit="U2")[0] == 200
    shown = office.sees(page)
    assert f"{UNIT} 8/7 4/0 12/7" in shown, shown
    assert f"{OTHER} 6/6 6/6" in shown
    assert "示范学校 1/1 1/1" in shown
    assert f"{UNIT}：7 人次" in shown
    assert "示范学校：1 人次 甲样本（1 次）" in shown
    shares = lines_in(office.web.get(f"{page}/shares.xlsx"))
    assert (UNIT, "2026-12-06", first, "海洋馆之旅", 8, 7) in shares
    thanked = lines_in(office.web.get(f"{page}/thanks.xlsx"))
    assert [row[0] for row in thanked] == [UNIT, OTHER, "示范学校", "示范学校"]
    assert "甲" in str(thanked[-1][1])
    records = office.sees("/console/activities/records")
    assert f"{UNIT} 2 12 7" in records
    assert "甲样本 示范学校 1 1 1" in records
    assert ("单位", UNIT, None, 2, 12, 7) in lines_in(office.web.get("/console/activities/records.xlsx"))


def test_a_time_of_another_activity_is_none_of_this(chat, people, office):
    number = lecture(chat, people)
    sends(office, "/console/activities", **OPEN)
    page = f"/console/activities/{campaign_of(chat, newest(chat))}"
    assert sends(office, page, do="book", shift=str(number), people="8", unit=UNIT)[0] == 404
    assert sends(office, page, do="dance", shift=str(newest(chat)))[0] == 400
    assert chat.rows(select(func.count()).select_from(UnitBooking))[0][0] == 0


def test_a_secretary_sees_their_own_community_only(chat, people, office):
    number = lecture(chat, people)
    sends(office, "/console/activities", **{**OPEN, "spot": "街道大礼堂"})
    elsewhere = f"/console/activities/{campaign_of(chat, newest(chat))}"
    browser = Office(chat).signs_in(people.secretary)
    assert "红色故事" in browser.sees("/console/activities")
    assert "海洋馆" not in browser.sees("/console/activities")
    assert browser.web.get(elsewhere).status_code == 404
    assert browser.web.get(f"{elsewhere}/shares.xlsx").status_code == 404
    assert "红色故事" in browser.sees(f"/console/activities/{campaign_of(chat, number)}")
