"""What several platforms know of the same: proposed with the reason, joined by a person, each field with its source and time."""

import re
import threading

import pytest
from sqlalchemy import insert, select

from governance.clock import SHANGHAI
from storage.forgetting import forget
from storage.models import (
    Audit,
    Branch,
    ConnectorLink,
    ConnectorSubject,
    FieldSource,
    Person,
)
from storage.own_data import own_data
from storage.subject import find_subject
from tests.office import Office
from tests.others import items, other, take_in
from tests.staff import staff
from tests.things import imported, manhole

PAGE = "/console/joins"
WANG = {"type": "person", "name": "王样本", "phone": "19900000005"}


@pytest.fixture
def people(chat):
    return staff(chat)


@pytest.fixture
def office(chat, people):
    return Office(chat).signs_in(people.dispatcher)


@pytest.fixture
def grid(chat, people):
    with other(chat, "grid") as found:
        yield found


def presses(office, do, item="", into="", nonce=""):
    form = {"do": do, "item": item, "into": into, "nonce": nonce or f"{do}{item}{into}", "csrf": office.csrf}
    response = office.web.post(PAGE, data=form, headers={"HX-Request": "true"})
    return re.sub(r"<[^>]+>|\s", "", response.text)


def subjects(chat):
    table = ConnectorSubject.__table__
    return chat.rows(select(table).order_by(table.c.id))


def links(chat, *kinds):
    table = ConnectorLink.__table__
    return [(row.platform, row.ours, row.theirs) for row in chat.rows(select(table).where(table.c.kind.in_(kinds)))]


def sources(chat):
    return {(row.ours, row.field): row.source for row in chat.rows(select(FieldSource.__table__))}


def test_nobody_is_joined_silently_and_each_joined_field_has_its_source_and_time(chat, people, office, grid):
    grid.sends("N-1", **WANG, post="W", time="2026-11-20 08:00:00")
    take_in(chat)
    (one,) = subjects(chat)
    assert (one.state, one.ours, links(chat, "person")) == ("open", None, [])
    page = office.sees(PAGE)
    assert "姓名、电话都一样" in page
    assert "19900000005" not in page
    assert "王样本" not in page
    assert "已合并到R5" in presses(office, "join", one.id, "R5")
    assert "已合并到R5" in presses(office, "join", one.id, "R5")  # the same form
    assert links(chat, "person") == [("grid", "R5", "N-1")]
    assert sources(chat) == {("R5", "name"): "ours", ("R5", "phone"): "ours", ("R5", "role"): "grid"}
    role = next(row for row in chat.rows(select(FieldSource.__table__)) if row.field == "role")
    assert role.at.isoformat() == "2026-11-20T00:00:00+00:00"
    assert "岗位：网格员（网格化平台，11-20 08:00）" in office.sees(PAGE)
    deeds = [row.action for row in chat.rows(select(Audit.__table__)) if row.action.startswith("connector.")]
    assert deeds == ["connector.join"]


def test_a_joining_is_taken_back_and_not_proposed_again(chat, people, office, grid):
    grid.sends("N-1", **WANG)
    take_in(chat)
    (one,) = subjects(chat)
    presses(office, "join", one.id, "R5")
    assert "已取消合并" in presses(office, "split", one.id)
    assert (links(chat, "person"), sources(chat)) == ([], {})
    assert "没有像的" in office.sees(PAGE)
    assert "与我们无关" in presses(office, "dismiss", one.id)
    assert [(row.state, row.said) for row in subjects(chat)] == [("dismissed", "{}")]
    grid.sends("N-1", **{**WANG, "name": "王又样本"})
    take_in(chat)
    assert [(row.state, row.said) for row in subjects(chat)] == [("dismissed", "{}")]


def test_what_two_platforms_know_and_we_do_not_is_proposed_and_goes_along_when_it_is_ours(chat, people, office, grid):
    with other(chat, "party") as party:
        grid.sends("N-9", type="person", name="新示范", phone="19922223333")
        party.sends("M-9", kind="member", memberName="新示范", memberPhone="19922223333", branchName="示范支部")
        take_in(chat)
        first, second = subjects(chat)
        assert "已合并2个平台的记录" in presses(office, "join", second.id, f"#{first.id}")
        assert {row.group_id for row in subjects(chat)} == {first.id}
        assert "已合并到R4，2个平台" in presses(office, "join", first.id, "R4")
        assert sorted(links(chat, "person")) == [("grid", "R4", "N-9"), ("party", "R4", "M-9")]
        assert sources(chat)["R4", "branch"] == "party"


def test_who_is_said_to_be_another_is_not_proposed_again_and_a_second_of_the_same_platform_is_refused(
    chat, people, office, grid
):
    grid.sends("N-1", **WANG)
    grid.sends("N-2", type="person", name="王样本", phone="19912121212")
    take_in(chat)
    one, two = subjects(chat)
    assert "名称一样" in office.sees(PAGE)
    presses(office, "join", one.id, "R5")
    assert "没有像的" in office.sees(PAGE)
    assert "已有另一条和R5合并" in presses(office, "join", two.id, "R5")
    grid.sends("N-3", type="person", name="孙模拟", phone="19912121213")
    take_in(chat)
    third = subjects(chat)[2]
    presses(office, "apart", third.id, "R4")
    assert "名称一样" not in office.sees(PAGE)
    assert "可能别人刚处理过" in presses(office, "join", 999)


def test_all_that_are_surely_the_same_are_joined_with_one_press_and_no_other(chat, people, office, grid):
    grid.sends("N-1", **WANG)
    grid.sends("N-2", type="person", name="孙模拟", phone="19912121212")
    take_in(chat)
    assert "已合并1条" in presses(office, "all", into="grid")
    assert [row.state for row in subjects(chat)] == ["joined", "open"]
    assert "没有完全一样的" in presses(office, "all", into="grid", nonce="again")


def test_a_number_of_ours_with_another_name_is_for_a_person_to_look_at_and_no_platform_is_none(
    chat, people, office, grid
):
    grid.sends("N-1", type="person", name="赵示范", phone="19912121212", streetNo="R5")
    grid.sends("N-2", **WANG, streetNo="R4")
    take_in(chat)
    assert "没有完全一样的" in presses(office, "all", into="grid")
    assert "写着我们的编号" in office.sees(PAGE)
    grid.sends("N-3", **WANG, streetNo="R5")
    take_in(chat)
    assert "没有这一条" in presses(office, "all", into="")
    assert [row.state for row in subjects(chat)] == ["open"] * 3
    assert "已合并1条" in presses(office, "all", into="grid", nonce="again")
    assert [row.state for row in subjects(chat)] == ["open", "open", "joined"]


def test_places_things_and_branches_are_proposed_and_a_joined_name_is_understood_from_then_on(
    chat, people, office, grid
):
    imported(chat, [manhole("MH1", lat=32.0601, lon=118.7601)])
    with chat.database.write() as connection:
        connection.execute(insert(Branch).values(code="B1", name="第一网格党支部"))
    with other(chat, "party") as party:
        grid.sends("L-1", type="building", name="老五栋", address="梧桐里1号院05幢", kind="B")
        grid.sends("T-1", type="thing", name="井", kind="T1", lat=32.06011, lng=118.76011)
        party.sends("B-1", kind="branch", branchName="第一网格党支部", secretary="吴范例")
        take_in(chat)
        page = office.sees(PAGE)
        assert "吴范例" not in page
        assert "相距不到 10 米" in page
        place, thing, branch = subjects(chat)
        assert "已合并到Y1-5" in presses(office, "join", place.id, "Y1-5")
        assert "已合并到MH1" in presses(office, "join", thing.id, "MH1")
        assert "已合并到B1" in presses(office, "join", branch.id, "B1")
        patrol = {"type": "patrol", "workerName": "陈试用", "content": "正常"}
        grid.sends("X-1", **patrol, address="老五栋")
        take_in(chat)
        assert items(chat)[-1].state == "done"


def test_a_number_that_both_sides_have_changed_is_a_conflict_and_one_that_they_changed_too(chat, people, office, grid):
    grid.sends("N-1", **WANG)
    take_in(chat)
    presses(office, "join", subjects(chat)[0].id, "R5")
    with chat.database.write() as connection:
        connection.execute(Person.__table__.update().where(Person.code == "R5").values(phone="19955556666"))
    grid.sends("N-1", **WANG)
    take_in(chat)
    assert items(chat)[-1].state == "done"  # only we have changed it: they do not know yet
    grid.sends("N-1", **{**WANG, "phone": "19977778888"})
    take_in(chat)
    assert (items(chat)[-1].state, items(chat)[-1].about) == ("conflict", "两边都改了电话")


def test_versions_out_of_order_doubled_or_with_a_renamed_field_change_nothing_wrongly(chat, people, office, grid):
    first, second = grid.body("N-1", **WANG), grid.body("N-1", **{**WANG, "phone": "19911110000"})
    grid.sends_all([second])
    take_in(chat)
    grid.plan("doubled")
    grid.sends_all([first])
    take_in(chat)
    assert items(chat)[-1].reason == "overtaken"
    assert "1991111" not in str(subjects(chat)[0].times)
    (one,) = subjects(chat)
    assert "19911110000" in one.said
    grid.sends("N-2", type="person", fullName="李示范")
    take_in(chat)
    assert (items(chat)[-1].state, items(chat)[-1].reason) == ("set_aside", "missing_field")
    assert len(subjects(chat)) == 1


def test_two_who_press_at_once_join_it_once(chat, people, office, grid):
    grid.sends("N-1", **WANG)
    grid.sends("N-2", **WANG)
    take_in(chat)
    one, two = subjects(chat)
    said = []
    threads = [
        threading.Thread(target=lambda each=each: said.append(presses(office, "join", each.id, "R5")))
        for each in (one, two)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert links(chat, "person") in ([("grid", "R5", "N-1")], [("grid", "R5", "N-2")])
    assert sorted(row.state for row in subjects(chat)) == ["joined", "open"]


def test_who_does_not_manage_joins_nothing(chat, people, grid):
    office = Office(chat).signs_in(people.worker)
    assert office.web.get(PAGE).status_code == 403


def test_one_of_several_that_are_the_same_is_nothing_to_us_and_the_others_still_wait(chat, people, office, grid):
    with other(chat, "party") as party:
        grid.sends("N-9", type="person", name="新示范", phone="19922223333")
        party.sends("M-9", kind="member", memberName="新示范", memberPhone="19922223333")
        take_in(chat)
        first, second = subjects(chat)
        presses(office, "join", second.id, f"#{first.id}")
        assert office.sees(PAGE).count("与我们无关") == 1
        presses(office, "dismiss", first.id)
        assert office.sees(PAGE).count("与我们无关") == 1
        assert [(row.state, row.group_id) for row in subjects(chat)] == [("dismissed", None), ("open", None)]


def test_what_platforms_say_of_somebody_is_theirs_to_see_and_goes_with_them(chat, clock, people, office, grid):
    grid.sends("N-1", **WANG)
    take_in(chat)
    presses(office, "join", subjects(chat)[0].id, "R5")
    with chat.database.write() as connection:
        subject = find_subject(connection, "R5")
        own = own_data(connection, subject, SHANGHAI)["other_platforms"]
        assert ["19900000005" in row["said"] for row in own] == [True]
        forget(connection, subject, clock())
    assert (subjects(chat), sources(chat)) == ([], {})


def test_what_nobody_looks_at_is_dropped_after_its_time_and_what_was_joined_is_not(chat, clock, people, office, grid):
    grid.sends("N-1", **WANG)
    grid.sends("N-2", type="person", name="新示范")
    take_in(chat)
    presses(office, "join", subjects(chat)[0].id, "R5")
    clock.turn(days=91)
    chat.run("prune")
    assert [row.their_id for row in subjects(chat)] == ["N-1"]
