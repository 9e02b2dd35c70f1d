"""支部建在网格上: what a grid's branch did, asked by its people and by who looks after the grid; and the office's page."""

import io

import pytest
from openpyxl import load_workbook
from sqlalchemy import insert, select, update

from storage.models import (
    Account,
    Branch,
    Grid,
    Organisation,
    Person,
    Project,
    ProjectClaim,
    ProjectThanks,
    ServiceHours,
    Ticket,
    Visit,
)
from tests.activities import town
from tests.alliance import book_lines
from tests.office import Office

ASKED = "我们网格支部这个月做了什么"


@pytest.fixture
def people(chat):
    return town(chat)


@pytest.fixture
def branch(chat, people):
    """The first grid's branch: R4 its secretary, R5 and R7 its members."""
    return book_lines()["branches"][0]


def person(chat, code):
    return chat.rows(select(Person.id).where(Person.code == code))[0].id


def did(chat, code, minutes, day, key):
    row = {
        "person_id": person(chat, code),
        "day": day,
        "minutes": minutes,
        "source": "shift",
        "source_key": key,
        "at": chat.clock(),
    }
    with chat.database.write() as connection:
        connection.execute(insert(ServiceHours).values(**row))


def test_the_dispatcher_and_the_secretary_of_the_community_see_the_branches_of_their_area(chat, clock, people, branch):
    did(chat, "R5", 90, clock().date(), "a")
    did(chat, "R7", 60, clock().date(), "b")
    answer = people.secretary.says(ASKED)
    assert answer.startswith("第1网格“第1网格党支部”"), answer
    assert "服务2小时30分" in answer
    assert "党员3人" in answer
    assert "第1网格党支部" in people.dispatcher.says("支部建在网格上")


def test_who_belongs_to_no_branch_is_told_whom_to_ask(chat, people, branch):
    assert "不在网格支部的名单里" in people.members[0].says(ASKED)
    assert "绑定 姓名" in chat.person("李阿姨").says(ASKED)


def test_a_member_sees_the_month_and_the_year(chat, clock, people, branch):
    member = chat.person("王样本")
    member.bind("王样本", "19911110005")
    did(chat, "R5", 60, clock().date(), "now")
    did(chat, "R5", 120, clock().date().replace(month=3), "spring")
    did(chat, "R5", 240, clock().date().replace(year=2025), "before")
    assert "服务1小时" in member.says(ASKED)
    assert "服务3小时" in member.says("网格支部今年做了什么")
    assert "服务4小时" in member.says("我们支部去年做了什么")


def test_tickets_and_visits_of_its_people_count_and_those_of_others_do_not(chat, clock, people, branch):
    chat.person("李阿姨").says("梧桐里1号院05幢3楼楼道灯坏了")
    chat.person("王阿姨").says("梧桐里1号院05幢4楼楼道灯坏了")
    with chat.database.write() as connection:
        first = {"assignee_id": person(chat, "R5"), "handled_at": clock(), "score": "satisfied"}
        connection.execute(update(Ticket).where(Ticket.number == "NH20261124-0001").values(**first))
        other = {"assignee_id": person(chat, "R6"), "handled_at": clock()}
        connection.execute(update(Ticket).where(Ticket.number == "NH20261124-0002").values(**other))
        place = connection.execute(select(Grid.community_id).where(Grid.code == "G01")).scalar_one()
        row = {
            "target": "t",
            "place_id": place,
            "person_id": person(chat, "R7"),
            "day": clock().date(),
            "result": "met",
        }
        connection.execute(insert(Visit).values(**row, at=clock()))
    answer = people.secretary.says(ASKED)
    assert "办好工单1件，得到满意评价1件，走访1次" in answer


def test_the_page_has_every_grid_and_the_file_every_member(chat, clock, people, branch):
    did(chat, "R5", 90, clock().date(), "a")
    office = Office(chat).signs_in(people.dispatcher)
    page = office.sees("/console/grid-branches")
    assert "第1网格 第1网格党支部" in page
    assert "还没有建支部" in page
    assert "1小时30分" in page
    assert "1小时30分" not in office.sees("/console/grid-branches?month=2026-10")
    assert "1小时30分" in office.sees("/console/grid-branches?year=2026")
    answer = office.web.get("/console/grid-branches.xlsx?month=2026-11")
    rows = [tuple(cell.value for cell in row) for row in load_workbook(io.BytesIO(answer.data)).active.iter_rows()]
    ours = [row for row in rows if row[2] == "第1网格党支部"]
    assert ours[0][4:6] == ("合计", 90)
    assert sorted(row[4] for row in ours[1:]) == ["书记", "党员", "党员"]


def test_a_branch_that_is_gone_is_no_branch(chat, people, branch):
    with chat.database.write() as connection:
        connection.execute(update(Branch).values(left_at=chat.clock()))
    assert "不在网格支部的名单里" in people.secretary.says(ASKED)


def test_thanks_for_a_project_count_with_who_claimed_it(chat, clock, people, branch):
    with chat.database.write() as connection:
        place = connection.execute(select(Grid.community_id).where(Grid.code == "G01")).scalar_one()
        unit = connection.execute(select(Organisation.id).order_by(Organisation.id).limit(1)).scalar_one()
        project = {
            "title": "车棚",
            "place_id": place,
            "kinds": "",
            "shares": 1,
            "state": "closed",
            "opened_at": clock(),
        }
        number = connection.execute(insert(Project).values(**project).returning(Project.id)).scalar_one()
        claim = {
            "project_id": number,
            "slot": 1,
            "organisation_id": unit,
            "person_id": person(chat, "R5"),
            "at": clock(),
        }
        connection.execute(insert(ProjectClaim).values(**claim))
        for account in connection.execute(select(Account.id).order_by(Account.id).limit(2)).scalars().all():
            connection.execute(insert(ProjectThanks).values(project_id=number, account_id=account, at=clock()))
    assert "认领项目得到感谢2次" in people.secretary.says(ASKED)
    office = Office(chat).signs_in(people.dispatcher)
    assert "项目感谢" in office.sees("/console/grid-branches")
    answer = office.web.get("/console/grid-branches.xlsx?month=2026-11")
    rows = [tuple(cell.value for cell in row) for row in load_workbook(io.BytesIO(answer.data)).active.iter_rows()]
    assert [row[-1] for row in rows if row[2] == "第1网格党支部" and row[4] == "合计"] == [2]
    with chat.database.write() as connection:
        connection.execute(update(ProjectClaim).values(left_at=clock()))
    assert "感谢" not in people.secretary.says(ASKED)
