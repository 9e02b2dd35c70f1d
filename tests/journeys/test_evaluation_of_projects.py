"""A year in which a unit has done a project: what it is worth to the unit, who is commended, the picture in the booklet."""

import re
from dataclasses import dataclass

import pytest
from sqlalchemy import select, update

from storage.models import Attachment, CommunityBrand, EvaluationEntry, EvaluationRound, Project
from tests.chat import Speaker
from tests.evaluation import does, number_of
from tests.office import Office, plain
from tests.staff import Staff
from tests.units import Units, with_units


@dataclass(frozen=True)
class Town:
    """Who speaks, and the office."""

    staff: Staff
    units: Units
    resident: Speaker
    office: Office


@pytest.fixture
def town(chat, clock, quota):
    """A project that was done four days after its day, accepted and thanked for."""
    staff, units = with_units(chat)
    resident = chat.person("李阿姨")
    resident.says("梧桐里1号院1幢楼下缺个遮雨的车棚，雨天电动车没地方停")
    chat.work()
    staff.secretary.says("转项目 1 给1幢加装车棚，12月20日前完成")
    units.works.says("认领项目1")
    units.works.says("项目1 立柱装好8根了")
    assert "照片收到" in units.works.sends_picture()
    chat.work()
    clock.turn(days=30)
    assert "完工" in units.works.says("项目1 完工")
    assert "验收通过" in staff.secretary.says("验收 项目1")
    assert "谢意转告" in resident.says("感谢项目1")
    return Town(staff, units, resident, Office(chat).signs_in(staff.lead))


def totals(chat):
    return {row.name: row.total for row in chat.rows(select(EvaluationEntry.name, EvaluationEntry.total))}


def test_a_project_counts_for_its_unit_and_for_itself(chat, town):
    assert "项目 1 个" in plain(does(town.office, "draft", term="year_end").text)
    assert totals(chat)["模拟建设公司"] == 20 + 2
    assert totals(chat)["项目1 给1幢加装车棚"] == 2 - 4
    assert totals(chat)["示范银行"] == 0
    said = town.units.works.says("单位评议")
    assert "+20 分 验收的项目 1 个（项目1 给1幢加装车棚）" in said
    assert "-4 分 逾期 4 天" in said


def test_the_booklet_shows_the_picture_of_what_was_done(chat, clock, town):
    said = plain(
        does(
            town.office, "brand", community="梧桐社区", title="梧桐共享车棚", story="居民议、单位建。", source="项目1"
        ).text
    )
    assert "已记下：梧桐共享车棚，带照片" in said
    assert chat.rows(select(CommunityBrand.picture_id))[0].picture_id is not None
    page = chat.app.test_client().get("/booklets/2026")
    assert 'alt="梧桐共享车棚的照片"' in page.text
    assert "img-src data:" in page.headers["Content-Security-Policy"], "a browser shows it"


def test_a_secretary_sees_and_settles_their_own_and_drafts_nothing(chat, clock, town):
    own = Office(chat).signs_in(town.staff.secretary)
    assert "街道领导" in plain(does(own, "draft", term="year_end").text)
    assert chat.rows(select(EvaluationRound.id)) == []
    does(town.office, "draft", term="year_end")
    number = number_of(chat, "模拟建设公司")
    assert "请回复编号" in town.units.works.says("评议异议 少算了一次应急领办"), "the unit, or its project?"
    assert "已记下" in town.units.works.says(str(number))
    clock.turn(minutes=20)
    chat.work()
    assert any("有异议等您处理" in text for text in town.staff.secretary.notices)
    page = own.sees("/console/evaluation")
    assert "少算了一次应急领办" in page
    assert "起草一轮" not in page


def test_a_commended_project_has_a_page_with_its_picture_in_the_printed_booklet(chat, clock, town):
    for neighbour in ("王阿姨", "陈阿姨", "赵阿姨"):
        chat.person(neighbour).says("感谢项目1")
    with chat.database.write() as connection:
        connection.execute(update(Project).values(until=None))
    does(town.office, "draft", term="year_end")
    clock.turn(days=6)
    town.office.signs_in_again()
    (round_id,) = chat.rows(select(EvaluationRound.id))[0]
    said = plain(does(town.office, "publish", round=str(round_id)).text)
    assert "项目1 给1幢加装车棚" in said
    web = chat.app.test_client()
    shown = web.get("/booklets/2026.pdf")
    assert shown.status_code == 200
    with chat.database.write() as connection:
        connection.execute(update(Attachment).values(state="lost"))
    bare = web.get("/booklets/2026.pdf")
    assert (images(shown.data), images(bare.data)) == (1, 0)
    assert pages(shown.data) == pages(bare.data) + 1, "its own page, only with a picture"


def images(pdf):
    return pdf.count(b"/Subtype /Image")


def pages(pdf):
    return len(re.findall(rb"/Type /Page\b", pdf))


def test_what_was_done_in_one_community_is_not_shown_as_the_brand_of_another(chat, clock, town):
    told = plain(
        does(town.office, "brand", community="银杏社区", title="银杏车棚", story="居民议。", source="项目1").text
    )
    assert "没有可以公开的现场照片" in told
    assert chat.rows(select(CommunityBrand.picture_id)) == []
    assert chat.app.test_client().get("/booklets/2026").status_code == 404
