"""The year's cases at the office, and as anybody may read them once they are counted."""

import pytest
from sqlalchemy import select

from handlers.jobs import Lane, run_lane
from scheduler.registry import JOBS
from storage.models import CaseBallot, YearCase
from tests.cases import closed, does, opened, proposed
from tests.office import Office, plain
from tests.visits import visitors


@pytest.fixture
def people(chat):
    return visitors(chat)


def test_a_closed_matter_becomes_a_case_once_with_people_masked(chat, people):
    numbers = closed(chat, "楼道灯坏了")
    office = Office(chat).signs_in(people.secretary)
    said = plain(
        does(office, "propose", ticket=numbers[0], title="灯亮了", story="王样本电话13912345678，当天修好").text
    )
    assert "已推荐为 2026 年案例1：灯亮了" in said
    (case,) = chat.rows(select(YearCase.story))
    assert "13912345678" not in case.story
    assert "王样本" not in case.story
    assert "已经是案例" in plain(does(office, "propose", ticket=numbers[0], title="灯", story="又来").text)
    lead = Office(chat).signs_in(people.lead)
    assert "至少 2 个" in plain(does(lead, "open", anyway="1").text)
    assert len(chat.rows(select(YearCase.id))) == 1


def test_what_is_open_or_elsewhere_is_no_case(chat, people):
    chat.person("李阿姨").says("梧桐里1号院1幢3楼楼道灯坏了")
    number = chat.tickets()[0].number
    office = Office(chat).signs_in(people.secretary)
    assert "不能推荐" in plain(does(office, "propose", ticket=number, title="灯", story="修好").text)
    assert "不能推荐" in plain(does(office, "propose", ticket="NH20261124-0999", title="灯", story="修好").text)
    assert chat.rows(select(YearCase.id)) == []


def test_after_the_opening_no_case_is_added_and_it_opens_once(chat, people):
    office = opened(chat, people)
    assert "正在投票" in office.sees("/console/cases")
    lead = Office(chat).signs_in(people.lead)
    assert "已经开过" in plain(does(lead, "open", anyway="1").text)


def test_only_the_leads_open_the_ballot_of_all_communities(chat, people):
    office = proposed(chat, people.secretary)
    assert 'value="open"' not in office.web.get("/console/cases").text
    refused = does(office, "open", days="7", anyway="1")
    assert refused.status_code == 409
    assert "街道领导" in plain(refused.text)
    assert chat.rows(select(CaseBallot.year)) == []


def test_a_vote_is_no_shorter_than_the_rule_and_who_has_no_case_is_named_first(chat, people):
    proposed(chat, people.secretary)
    lead = Office(chat).signs_in(people.lead)
    assert "还没有案例的社区：银杏社区" in lead.sees("/console/cases")
    for days in ("1", "6", "61"):
        assert "投票至少 7 天、最多 60 天" in plain(does(lead, "open", days=days, anyway="1").text)
    asked = does(lead, "open", days="7")
    assert "银杏社区 还没有 2026 年的案例" in plain(asked.text)
    assert 'name="anyway"' in asked.text
    assert chat.rows(select(CaseBallot.year)) == [], "nothing is opened before it is said"
    assert "案例投票开始" in plain(does(lead, "open", days="7", anyway="1").text)
    assert "还没有案例的社区" not in lead.sees("/console/cases")


def test_the_year_is_read_by_anybody_once_it_is_counted_and_as_a_booklet(chat, clock, people):
    opened(chat, people)
    people.cadre.says("投票 案例2")
    web = chat.app.test_client()
    assert web.get("/cases/2026").status_code == 404, "nothing before the end"
    clock.turn(days=8)
    run_lane(chat.tools, JOBS, Lane.BRIEFS)
    page = plain(web.get("/cases/2026").text)
    assert "第1名 下水道堵了当天修好" in page
    assert "1 票" in page
    booklet = web.get("/cases/2026.pdf")
    assert booklet.mimetype == "application/pdf"
    assert booklet.data.startswith(b"%PDF")
    assert "第1名" in Office(chat).signs_in(people.secretary).sees("/console/cases")
