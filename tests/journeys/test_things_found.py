"""A report finds its thing: it stands in the answer, on the ticket, and in what the worker reads."""

import pytest
from sqlalchemy import select

from storage.models import Outbox, Thing, Ticket
from tests.roster import small
from tests.things import imported, manhole, with_points


@pytest.fixture
def town(chat):
    chat.subdistrict(with_points(small()))
    imported(chat, [
        manhole("J-012", spot="3单元门口", keeper="示范物业", contract="HT-7"),
        manhole("J-013", spot="楼后"),
        {"code": "L-1", "kind": "灯", "name": "路灯", "place": "Y1", "spot": "大门口"},
    ])  # fmt: skip
    return chat


def thing_of(chat, at=-1):
    statement = select(Thing.code).join(Ticket, Ticket.thing_id == Thing.id).order_by(Ticket.number)
    return [row.code for row in chat.rows(statement)][at:]


def test_the_answer_and_the_worker_s_order_name_the_thing_with_its_keeper(town):
    worker = town.bound("陈试用", "0001")
    said = town.person("李阿姨").says("梧桐里1号院1幢3单元门口那个井盖翘起来了")
    assert "设施：井盖 J-012（梧桐里1号院1幢3单元门口）" in said
    assert thing_of(town) == ["J-012"]
    town.work()
    order = next(each for each in worker.notices if "接单" in each)
    assert "设施：井盖 J-012" in order
    assert "管护：示范物业" in order
    assert "维保合同 HT-7" in order


def test_where_two_fit_none_is_taken_and_nobody_is_asked(town):
    said = town.person("李阿姨").says("梧桐里1号院1幢井盖坏了")
    assert "NH20261124-0001" in said
    assert "设施" not in said
    assert [row.thing_id for row in town.tickets()] == [None]


def test_what_lies_in_the_courtyard_is_found_from_a_building(town):
    town.person("李阿姨").says("梧桐里1号院1幢旁边大门口路灯不亮了")
    assert thing_of(town) == ["L-1"]


def test_its_number_alone_is_enough(town):
    town.person("李阿姨").says("J-013 井盖不见了，梧桐里1号院1幢")
    assert thing_of(town) == ["J-013"]


def test_a_place_that_is_said_later_finds_it_too(town):
    resident = town.person("李阿姨")
    resident.says("井盖翘起来了，会绊人")
    resident.says("梧桐里1号院1幢3单元门口")
    assert thing_of(town) == ["J-012"]


def test_the_third_time_in_a_year_is_said_and_the_grid_head_hears_it_once(town, clock):
    town.bound("孙模拟", "0004")
    town.bound("陈试用", "0001")
    for times in range(4):
        town.person(f"居民{times}").says("梧桐里1号院1幢3单元门口井盖翘起来了")
        town.work()
        clock.turn(days=10)
        town.work()
    pushes = [row.text for row in town.rows(select(Outbox.text).order_by(Outbox.id))]
    told = [each for each in pushes if "一年内第" in each and "报修" in each]
    assert len(told) == 1
    assert "井盖 J-012" in told[0]
    assert "第 3 次" in told[0]
    assert any("接单" in each and "一年内第 3 次" in each for each in pushes), "the worker reads it on the order"


def test_what_was_taken_back_is_no_failure(town, clock):
    town.bound("孙模拟", "0004")
    for times in range(3):
        resident = town.person(f"居民{times}")
        resident.says("梧桐里1号院1幢3单元门口井盖翘起来了")
        if times == 0:
            resident.says("撤回")
        town.work()
        clock.turn(days=10)
    assert not any("一年内第 3" in row.text for row in town.rows(select(Outbox.text)))


def test_a_thing_that_is_gone_is_found_no_more(town):
    imported(town, [manhole("J-012", ended="是")])
    town.person("李阿姨").says("梧桐里1号院1幢3单元门口井盖翘起来了")
    assert [row.thing_id for row in town.tickets()] == [None]


def test_a_building_that_the_tree_does_not_have_finds_what_is_named_after_it(town):
    imported(town, [{"code": "X-9", "kind": "消火栓", "place": "Y1", "name": "19幢前消火栓"},
                    {"code": "X-8", "kind": "消火栓", "place": "Y1", "name": "18幢前消火栓"}])  # fmt: skip
    town.person("李阿姨").says("梧桐里1号院19幢门前消防栓被撞歪了，在喷水")
    assert thing_of(town) == ["X-9"]
