"""What a council resolved is put into the pool and done by a unit: its resolution and first ticket end, each hears it once."""

import pytest
from sqlalchemy import insert, select

from storage.models import Organisation, OrganisationContact, Person, Place, Project
from tests.councils import council, lines, told
from tests.office import Office, plain


@pytest.fixture
def house(chat, quota):
    return council(chat)


@pytest.fixture
def unit(chat, house):
    roster = lines()
    roster["people"].append({"code": "L1", "name": "钱试联", "phone": "19911110041"})
    (contact,) = chat.staffed(roster, [("钱试联", "0041")])
    with chat.database.write() as connection:
        community = connection.execute(select(Place.id).where(Place.code == "C1")).scalar_one()
        row = {"code": "U1", "name": "示范银行", "kind": "company", "place_id": community}
        number = connection.execute(insert(Organisation).values(**row).returning(Organisation.id)).scalar_one()
        person = connection.execute(select(Person.id).where(Person.code == "L1")).scalar_one()
        values = {"person_id": person, "organisation_id": number, "since": chat.clock()}
        connection.execute(insert(OrganisationContact).values(**values))
    return contact


def resolved(chat, clock, house):
    """A ticket was taken to the council, which resolved it."""
    reporter = house.neighbours[0]
    reporter.says("梧桐里1号院1幢楼道里堆满纸箱走不了路")
    chat.work()
    number = chat.tickets()[0].number
    house.secretary.says(f"议事 {number} 各家意见不一")
    house.secretary.says("召开议事会 11月25日19点 社区会议室")
    house.secretary.says(f"列入议程 {number}")
    clock.turn(hours=33)
    said = house.secretary.says("形成决议 议题1 楼道装储物柜 由陈试用负责 12月20日前")
    assert "决议1 转项目" in said
    return reporter, number


def test_a_resolution_becomes_a_project_and_its_end_ends_all(chat, clock, house, unit):
    reporter, number = resolved(chat, clock, house)
    opened = house.secretary.says("决议1 转项目 12月20日前完成")
    assert "已开放认领项目1：楼道装储物柜，12月20日前完成" in opened, opened
    assert number in opened
    assert "已经开过项目了：项目1" in house.secretary.says("决议1 转项目")
    assert "已转为认领项目1" in house.worker.says("决议1 全部办好了")
    unit.says("认领项目1")
    unit.says("项目1 完工 柜子装好了")
    clock.turn(minutes=20)
    chat.work()
    before = len(reporter.notices)
    assert "验收通过" in house.secretary.says("验收项目1")
    clock.turn(minutes=20)
    chat.work()
    (last,) = reporter.notices[before:]
    assert "项目1（楼道装储物柜）已经做好，由示范银行认领完成" in last
    assert "您满意吗" in last
    assert chat.tickets()[0].state == "verified"
    assert "已办好" in reporter.says("决议1")
    assert len(told(house.worker, "决议1（楼道装储物柜）已办好")) == 1
    assert "已把您的谢意转告示范银行" in reporter.says("感谢项目1")
    office = Office(chat).signs_in(house.secretary)
    page = office.sees(f"/console/tickets/{number}")
    assert "议定后已办成" in page
    assert "已恢复" not in page
    assert "决议1" in office.sees("/console/projects/1")


def test_supporters_hear_once_that_it_is_done(chat, clock, house, unit):
    first, second = house.neighbours[:2]
    first.says("我想提个议题，把自行车棚改成充电棚")
    second.says("支持 议题1")
    house.secretary.says("召开议事会 11月25日19点 社区会议室")
    house.secretary.says("列入议程 议题1")
    clock.turn(hours=33)
    house.secretary.says("形成决议 议题1 车棚改成充电棚 由陈试用负责 12月20日前")
    house.secretary.says("转项目 决议1")
    unit.says("认领项目1")
    unit.says("项目1 完工 通电了")
    house.secretary.says("验收项目1")
    clock.turn(minutes=20)
    chat.work()
    for neighbour in (first, second):
        assert len(told(neighbour, "已经做好")) == 1
        assert not told(neighbour, "决议1（车棚改成充电棚）已办好")
    assert told(first, "您提的议题（决议1，项目1：车棚改成充电棚）有进展：示范银行已认领")


def test_who_may_not_and_what_has_ended_is_refused_in_words(chat, clock, house, unit):
    resolved(chat, clock, house)
    assert "社区书记" in house.neighbours[0].says("决议1 转项目")
    assert "没有" in house.secretary.says("决议7 转项目")
    house.worker.says("决议1 全部办好了")
    assert "已经办结" in house.secretary.says("决议1 转项目")
    assert chat.rows(select(Project.id)) == []


def test_withdrawn_it_may_be_pooled_again_and_the_resolution_stays_open(chat, clock, house, unit):
    resolved(chat, clock, house)
    house.secretary.says("决议1 转项目")
    house.secretary.says("撤销项目1 没有单位来")
    assert "已开放认领项目2" in house.secretary.says("决议1 转项目")


def test_by_the_button_at_the_office(chat, clock, house, unit):
    resolved(chat, clock, house)
    office = Office(chat).signs_in(house.secretary)
    assert "转为认领项目" in office.sees("/console/councils")

    def does(nonce):
        form = {"do": "pool", "csrf": office.csrf, "nonce": nonce, "resolution": "1"}
        return plain(office.web.post("/console/councils", data=form).text)

    assert "已开放认领项目1：楼道装储物柜" in does("a")
    assert "已开放认领项目1：楼道装储物柜" in does("a"), "the same form twice is done once"
    assert "已经开过项目了" in does("b")
    assert len(chat.rows(select(Project.id))) == 1
    assert "项目1" in office.sees("/console/councils")
