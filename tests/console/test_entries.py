"""People, posts, places and grids changed at the office: looked at first, made once, told to who comes second, taken back."""

import io
from urllib.parse import quote

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from storage.models import Audit, Person, Place, Post, Shift
from tests.entries import CHECK, CONFIRM, UNDO, EntryForm
from tests.office import Office
from tests.roster import written
from tests.staff import lines_with_admin, staff_and_admin

ONE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def person(chat, code):
    return chat.rows(select(Person.__table__).where(Person.code == code))[0]


def edits(office, what, key=""):
    return EntryForm(office, f"directory/edit?what={what}&key={quote(key)}")


def test_a_person_is_changed_after_a_look_once_and_back_again(chat, office):
    page = edits(office, "people", "R7")
    looked = page.sends(CHECK, unit="新单位")
    assert "将修改 R7 周虚构，共 1 处" in looked.text
    assert "单位：示例单位 → 新单位" in looked.text
    assert person(chat, "R7").unit == "示例单位"
    done = looked.sends(CONFIRM)
    again = looked.sends(CONFIRM)  # the back button, and the button once more
    assert "已修改 R7 周虚构" in done.text
    assert "已修改 R7 周虚构" in again.text
    assert person(chat, "R7").unit == "新单位"
    (row,) = chat.rows(select(Audit.actor, Audit.detail).where(Audit.action == "person.change"))
    assert row.detail == "unit"
    assert "已修改 R7 周虚构" in done.sends(UNDO).text
    assert person(chat, "R7").unit == "示例单位"


def test_of_two_who_edit_one_person_the_second_hears_what_the_first_wrote(chat, office):
    first, second = edits(office, "people", "R7"), edits(office, "people", "R7")
    first.sends(CHECK, unit="新单位").sends(CONFIRM)
    told = second.sends(CHECK, phone="19900009999")
    assert told.status == 409
    assert "单位：示例单位 → 新单位" in told.text
    assert told.fields(CHECK)["phone"] == "19900009999"
    assert told.fields(CHECK)["unit"] == "新单位"
    told.sends(CHECK).sends(CONFIRM)
    assert (person(chat, "R7").unit, person(chat, "R7").phone) == ("新单位", "19900009999")


@ONE
def test_who_saw_the_preview_before_the_others_wrote_writes_nothing(chat, office):
    looked = edits(office, "people", "R7").sends(CHECK, unit="旧页面")
    edits(office, "people", "R7").sends(CHECK, unit="新单位").sends(CONFIRM)
    assert looked.sends(CONFIRM).status == 409
    assert person(chat, "R7").unit == "新单位"


@ONE
def test_what_is_wrong_is_said_and_nothing_is_lost(chat, office):
    wrong = edits(office, "people").sends(CHECK, code="R7", name="新样本")
    assert "编号“R7”已经有了：R7 周虚构" in wrong.text
    wrong = edits(office, "people").sends(CHECK, code="R77", name="", phone="12")
    assert wrong.status == 409
    assert "姓名：没有填" in wrong.text
    assert "不是电话号码" in wrong.text
    assert wrong.fields(CHECK)["code"] == "R77"
    assert wrong.fields(CHECK)["phone"] == "12"


@ONE
def test_somebody_new_gets_a_post_and_leaves_again(chat, office):
    edits(office, "people").sends(CHECK, code="R77", name="新样本").sends(CONFIRM)
    post = EntryForm(office, "directory/edit?what=posts&of=R77").sends(CHECK, role="网格员", grid="G01").sends(CONFIRM)
    assert "已新增 R77 网格员 G01" in post.text
    page = edits(office, "people", "R77")
    assert "R77 网格员 G01" in page.text
    kept = page.sends("登记离任</button>")
    assert kept.status == 409
    assert "岗位 R77 网格员 G01" in kept.text
    ended = edits(office, "posts", "R77|网格员||G01|").sends("结束岗位</button>").sends(CONFIRM)
    assert chat.rows(select(Post.until).join(Person).where(Person.code == "R77"))[0].until is not None
    assert "已修改" in ended.sends(UNDO).text
    assert chat.rows(select(Post.until).join(Person).where(Person.code == "R77"))[0].until is None
    edits(office, "posts", "R77|网格员||G01|").sends("结束岗位</button>").sends(CONFIRM)
    left = edits(office, "people", "R77").sends("登记离任</button>").sends(CONFIRM)
    assert person(chat, "R77").left_at is not None
    left.sends(UNDO)
    assert person(chat, "R77").left_at is None


@ONE
def test_a_place_with_open_tickets_stays_and_says_which(chat, office):
    chat.person("李阿姨").says("梧桐里1号院05幢3楼楼道灯坏了")
    number = chat.tickets()[0].number
    kept = edits(office, "places", "Y1-5").sends("停用地点</button>")
    assert kept.status == 409
    assert number in kept.text
    kept = edits(office, "places", "Y1").sends("停用地点</button>")
    assert "地点 Y1-5 05幢" in kept.text
    assert "网格 G01 第1网格" in kept.text
    gone = edits(office, "places", "Y1-1").sends("停用地点</button>").sends(CONFIRM)
    assert chat.rows(select(Place.retired_at).where(Place.code == "Y1-1"))[0].retired_at is not None
    gone.sends(UNDO)
    assert chat.rows(select(Place.retired_at).where(Place.code == "Y1-1"))[0].retired_at is None


@ONE
def test_a_name_given_to_a_place_is_understood_at_once(chat, office):
    looked = edits(office, "places", "Y1").sends(CHECK, aliases="老纺织大院、红砖院")
    assert "别名：老纺织大院 → 老纺织大院、红砖院" in looked.text
    looked.sends(CONFIRM)
    assert "红砖院" in office.sees("/console/directory?what=places&q=红砖")
    wrong = edits(office, "places", "Y2").sends(CHECK, name="梧桐里1号院")
    assert "重名" in wrong.text
    assert "Y1 梧桐里1号院" in wrong.text
    wrong = edits(office, "grids", "G02").sends(CHECK, covers="Y2、Y1")
    assert "已经归网格 G01" in wrong.text


@ONE
def test_nobody_but_an_administrator_makes_one(chat, office):
    asked = EntryForm(office, "directory/edit?what=posts&of=R7").sends(CHECK, role="管理员", place="S")
    assert asked.status == 409
    assert "将新增" not in asked.text
    assert "管理员" in asked.text


@ONE
def test_posts_are_given_to_others_and_wide_ones_by_administrators_who_hear_of_each(chat):
    people, admin = staff_and_admin(chat)
    lead = Office(chat).signs_in(people.lead)
    for code, said in (("D1", "不能给自己"), ("R7", "由管理员办理")):
        asked = EntryForm(lead, f"directory/edit?what=posts&of={code}").sends(CHECK, role="派单员", place="S")
        assert asked.status == 409
        assert said in asked.text
    given = EntryForm(lead, "directory/edit?what=posts&of=R7").sends(CHECK, role="街道领导", place="S").sends(CONFIRM)
    assert "已新增 R7 街道领导 S" in given.text
    chat.work()
    assert "R7 街道领导" in admin.notices[-1]
    assert "给的人：D1" in admin.notices[-1]


@ONE
def test_a_workbook_gives_no_more_than_the_form(chat, tmp_path):
    people, _ = staff_and_admin(chat)
    lead, lines = Office(chat).signs_in(people.lead), lines_with_admin()
    lines["posts"].append({"person": "D1", "role": "派单员", "place": "S"})
    form = {
        "csrf": lead.csrf,
        "write": "yes",
        "file": (io.BytesIO(written(tmp_path / "own.xlsx", lines).read_bytes()), "x.xlsx"),
    }
    answer = lead.web.post("/console/directory/import", data=form, content_type="multipart/form-data")
    assert answer.status_code == 422
    assert "D1：不能给自己" in answer.text
    assert chat.rows(select(Post.id).join(Person).where(Person.code == "D1", Post.role == "dispatcher")) == []


@ONE
def test_an_administrator_is_changed_by_an_administrator_alone_and_their_phone_not_shown(chat):
    people, _ = staff_and_admin(chat)
    lead = Office(chat).signs_in(people.lead)
    page = edits(lead, "people", "A1")
    assert "19911110043" not in page.html
    wrong = page.sends(CHECK, phone="13911112222")
    assert (wrong.status, "只能由管理员修改" in wrong.text) == (409, True)
    assert "19911110043" not in wrong.html
    leave = page.sends("登记请假", stand_in="魏领导", first="2026-11-25", last="2026-11-26")
    assert (leave.status, "管理员" in leave.text) == (409, True)
    assert person(chat, "A1").phone == "19911110043"


@ONE
def test_the_workbook_of_the_page_is_the_present_state_and_changes_nothing_when_it_comes_back(chat, office):
    edits(office, "people", "R7").sends(CHECK, unit="新单位").sends(CONFIRM)
    book = office.web.get("/console/directory/roster-now.xlsx")
    form = {"csrf": office.csrf, "file": (io.BytesIO(book.data), "now.xlsx")}
    answer = office.web.post("/console/directory/import", data=form, content_type="multipart/form-data")
    assert "会改动 0 处" in answer.text
    edits(office, "people", "R7").sends(CHECK, unit="又一处").sends(CONFIRM)
    form = {"csrf": office.csrf, "file": (io.BytesIO(book.data), "now.xlsx")}
    answer = office.web.post("/console/directory/import", data=form, content_type="multipart/form-data")
    assert "单位 又一处 → 新单位" in answer.text  # what it would change, by name


@ONE
def test_the_workbook_has_an_administrator_s_number_for_administrators_alone_and_keeps_it(chat):
    people, admin = staff_and_admin(chat)
    offices = [Office(chat).signs_in(each) for each in (people.lead, admin)]
    shown = [_cells(office.web.get("/console/directory/roster-now.xlsx").data) for office in offices]
    assert ["19911110043" in each for each in shown] == [False, True]
    assert "199****0043" in shown[0]
    assert "19911110031" in shown[0]  # the lead's own, as all others
    book = offices[0].web.get("/console/directory/roster-now.xlsx").data
    for write in ("", "yes"):
        form = {"csrf": offices[0].csrf, "write": write, "file": (io.BytesIO(book), "now.xlsx")}
        answer = offices[0].web.post("/console/directory/import", data=form, content_type="multipart/form-data")
        assert answer.status_code == 200
    assert person(chat, "A1").phone == "19911110043"


def _cells(book):
    return {str(cell) for sheet in load_workbook(io.BytesIO(book)) for row in sheet.values for cell in row}


@ONE
def test_who_has_no_right_sees_no_form(chat, people):
    worker = Office(chat).signs_in(people.worker)
    assert worker.web.get("/console/directory/edit?what=people&key=R7").status_code == 403


@ONE
def test_leave_is_noted_for_somebody_told_to_both_and_taken_back(chat, people, office):
    page = edits(office, "people", "R1")
    done = page.sends("登记请假", stand_in="赵演示", first="2026-11-25", last="2026-11-26")
    assert "已登记：陈试用 11月25日至26日 请假，由赵演示代岗" in done.text
    assert "已登记" in page.sends("登记请假", stand_in="赵演示", first="2026-11-25", last="2026-11-26").text
    assert "2026-11-25 到 2026-11-26，由赵演示代岗" in edits(office, "people", "R1").text
    chat.work()
    assert "街道替您登记了请假" in people.worker.notices[-1]
    wrong = edits(office, "people", "R1").sends("登记请假", stand_in="孙模拟", first="2026-11-26", last="2026-11-26")
    assert "已经请过假" in wrong.text
    assert wrong.fields("登记请假")["stand_in"] == "孙模拟"
    assert "已销假：陈试用" in done.sends(UNDO).text
    assert "现在没有请假" in edits(office, "people", "R1").text


@ONE
def test_a_post_may_be_given_by_names_and_is_taken_back(chat, office):
    cells = {"person": "周虚构", "role": "网格员", "grid": "第2网格"}
    done = edits(office, "posts").sends(CHECK, **cells).sends(CONFIRM)
    assert "已新增 R7 网格员 G02" in done.text
    assert "已撤销 R7 网格员 G02" in done.sends(UNDO).text


def test_stations_and_weekly_shifts_are_changed_and_their_coming_shifts_with_them(chat, office):
    station = edits(office, "stations").sends(CHECK, place="云山菜场", kind="先锋示范岗").sends(CONFIRM)
    assert "已新增 站点 M1" in station.text
    cells = {"code": "P1", "station": "M1", "weekdays": "一三", "start": "9:00", "end": "11:00", "capacity": "2"}
    wrong = edits(office, "patterns").sends(CHECK, **cells | {"capacity": "0", "weekdays": "八"})
    assert "不是人数" in wrong.text
    assert "看不懂" in wrong.text
    edits(office, "patterns").sends(CHECK, **cells).sends(CONFIRM)
    planned = chat.rows(select(Shift.starts_at, Shift.capacity))
    assert planned
    looked = edits(office, "patterns", "P1").sends(CHECK, capacity="5")
    assert "人数：2 → 5" in looked.text
    done = looked.sends(CONFIRM)
    assert {row.capacity for row in chat.rows(select(Shift.capacity))} == {5}
    assert "P1 云山菜场" in office.sees("/console/directory?what=patterns").replace("银杏社区", "")
    kept = edits(office, "stations", "M1").sends("停用站点</button>")
    assert kept.status == 409
    assert "排班 P1" in kept.text
    done.sends(UNDO)
    assert {row.capacity for row in chat.rows(select(Shift.capacity))} == {2}
    gone = edits(office, "patterns", "P1").sends("撤下排班</button>").sends(CONFIRM)
    assert chat.rows(select(Shift.id)) == []
    gone.sends(UNDO)
    assert len(chat.rows(select(Shift.id))) == len(planned)


@ONE
def test_of_two_who_edit_one_answer_the_second_hears_what_the_first_wrote(chat, office):
    new = EntryForm(office, "knowledge").fields("加入</button>") | {"question": "居住证怎么办", "answer": "到窗口。"}
    for _ in range(2):  # the back button, and the button once more
        office.web.post("/console/knowledge", data=new)
    shown = EntryForm(office, "knowledge")
    assert "已有 1 条" in shown.text
    first, second = ({**shown.fields("改好</button>"), "answer": said} for said in ("到一楼窗口。", "到二楼窗口。"))
    assert office.web.post("/console/knowledge", data=first).status_code == 302
    told = office.web.post("/console/knowledge", data=second)
    assert told.status_code == 409
    assert "现在的答案：到一楼窗口。" in told.text
    again = {**EntryForm(office, "knowledge").fields("改好</button>"), "answer": "到二楼窗口。"}
    assert office.web.post("/console/knowledge", data=again).status_code == 302
    office.web.post("/console/knowledge/1/retire", data={"csrf": office.csrf})
    assert "已有 0 条" in office.sees("/console/knowledge")
    office.web.post("/console/knowledge/1/restore", data={"csrf": office.csrf})
    assert "已有 1 条" in office.sees("/console/knowledge")
