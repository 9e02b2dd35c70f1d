"""Our people and places go to the platform that has codes for them: the fields that its mapping lists, and nothing else."""

from dataclasses import replace

import pytest
from sqlalchemy import select, update

from governance.connectors.mapping import Kind
from handlers.context import SubdistrictConfig
from handlers.mappings import shipped_mappings
from storage.models import Audit, Person, RosterState
from tests.journeys.test_joins import presses
from tests.office import Office
from tests.others import other, outs, take_in, tell
from tests.staff import staff

LISTED = {"type", "id", "version", "time", "name", "phone", "post", "status", "streetNo", "eventId"}


@pytest.fixture
def people(chat):
    return staff(chat)


@pytest.fixture
def them(chat, people):
    with other(chat, "grid") as found:
        yield found


def told(them, kind):
    return {body["streetNo"]: body for body in them.heard.values() if body["type"] == kind}


def changed(chat, code, **values):
    """As an import of the roster does it."""
    with chat.database.write() as connection:
        connection.execute(update(Person.__table__).where(Person.code == code).values(**values))
        connection.execute(update(RosterState.__table__).values(version=RosterState.version + 1))


def test_only_whose_role_has_a_code_and_only_the_listed_fields_go_out_audited(chat, people, them):
    tell(chat)
    found = told(them, "person")
    assert {(body["name"], body["post"]) for body in found.values()} >= {("陈试用", "W"), ("孙模拟", "H")}
    assert all(body["post"] in ("W", "H") and set(body) <= LISTED for body in found.values())
    assert "王样本" not in str(them.heard)
    gave = [row for row in chat.rows(select(Audit.__table__)) if row.action == "connector.gave"]
    assert {row.subject for row in gave} == {f"person:{code}" for code in found}
    assert {row.detail for row in gave} == {"grid: name、phone、role"}
    assert "陈试用" not in str(gave)


def test_buildings_and_courtyards_go_out_once_and_again_when_they_change(chat, clock, people, them):
    tell(chat)
    buildings = told(them, "building")
    assert {body["kind"] for body in buildings.values()} == {"B", "Y"}
    assert all("address" in body for body in buildings.values())
    count = len(them.heard)
    tell(chat)
    clock.turn(days=1)
    tell(chat)
    assert len(them.heard) == count
    changed(chat, "R1", phone="19988887777")
    tell(chat)
    assert told(them, "person")["R1"]["phone"] == "19988887777"
    assert len(them.heard) == count + 1


def test_who_leaves_is_told_as_gone_without_a_name(chat, clock, people, them):
    tell(chat)
    changed(chat, "R1", left_at=clock())
    tell(chat)
    assert told(them, "person")["R1"]["status"] == "0"
    assert "name" not in told(them, "person")["R1"]
    tell(chat)
    assert len([row for row in outs(chat) if row.ours == "R1"]) == 2


def test_a_field_that_the_mapping_does_not_list_stays_here(chat, people, them):
    grid = shipped_mappings()["grid"]
    fewer = {name: path for name, path in grid.record(Kind.PERSON).fields.items() if name != "phone"}
    records = [replace(each, fields=fewer) if each.kind is Kind.PERSON else each for each in grid.records]
    chat.tools = replace(chat.tools, config=SubdistrictConfig(mappings={"grid": replace(grid, records=records)}))
    tell(chat)
    assert told(them, "person")
    assert all("phone" not in body for body in told(them, "person").values())
    assert "1990000" not in str(them.heard)


def test_what_was_joined_goes_out_under_their_number_and_comes_back_as_no_second_one(chat, people, them):
    them.sends("N-1", type="person", name="陈试用", phone="19900000001", post="W")
    take_in(chat)
    office = Office(chat).signs_in(people.dispatcher)
    assert "已合并" in presses(office, "join", 1, "R1")
    them.plan("lost_acknowledgement")
    tell(chat)
    chat.clock.turn(minutes=2)
    tell(chat)
    body = told(them, "person")["R1"]
    assert body["id"] == "N-1"
    them.sends("N-1", **{name: body[name] for name in ("type", "name", "phone", "post", "streetNo")})
    take_in(chat)
    assert "R1" in office.sees("/console/joins")
    assert "0 条等人看" in office.sees("/console/platforms")
