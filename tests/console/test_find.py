"""One search over everything: each kind is found by who may see it, and by nobody else."""

import pytest
from sqlalchemy import insert, select

from governance.roles import Role
from storage.models import KnownAnswer, Ticket
from tests.chat import Chat
from tests.console.test_morning import base, signed_in
from tests.everybody import everybody
from tests.lying_there import FOREIGN_WORDS, kept_at
from tests.office import Office

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def town(chat: Chat) -> dict[Role, Office]:
    """A ticket here and one elsewhere, a manhole in each place, an answer."""
    people = everybody(chat)
    people[Role.RESIDENT].says("梧桐里1号院05幢3楼楼道灯坏了")
    people[Role.RESIDENT].says(f"虎踞北路4号5幢{FOREIGN_WORDS}")
    chat.work()
    kept_at(chat, "梧桐里1号院05幢"), kept_at(chat, "虎踞北路4号5幢")
    with chat.database.write() as connection:
        row = {"question": "居住证在哪里办", "answer": "到社区服务大厅", "asked": 0, "by_id": 1, "at": chat.clock()}
        connection.execute(insert(KnownAnswer).values(row))
    return {
        role: Office(chat).signs_in(people[role]) for role in (Role.DISPATCHER, Role.GRID_WORKER, Role.COMMUNITY_SECRETARY)
    }  # fmt: skip


def kinds(office: Office, text: str) -> str:
    """What is found, its kinds among it."""
    return office.sees(f"/console/find?q={text}").partition("找一找：")[2]


def test_each_kind_is_found_and_the_number_leads_to_the_ticket(chat, town):
    office = town[Role.DISPATCHER]
    for text, kind in (
        ("楼道灯", "工单"), ("陈试用", "人"), ("梧桐里1号院", "地点"), ("井盖", "设施"), ("居住证", "问答"),
        (FOREIGN_WORDS, "工单"),
    ):  # fmt: skip
        assert f" {kind} " in kinds(office, text), text
    number = chat.rows(select(Ticket.number).order_by(Ticket.number))[0].number
    for said in (number, number.lower(), number[-4:]):
        assert office.web.get(f"/console/find?q={said}").headers["Location"] == f"/console/tickets/{number}"
    assert "没有找到" in office.sees("/console/find?q=100%25")
    assert "写工单编号" in office.sees("/console/find?q=")
    assert "没有找到" in office.sees("/console/find?q=" + "长" * 61)


def test_what_one_may_not_see_is_not_found(chat, town):
    for role in (Role.GRID_WORKER, Role.COMMUNITY_SECRETARY):
        office = town[role]
        assert " 工单 " in kinds(office, "楼道灯")
        for text in (FOREIGN_WORDS, "虎踞北路4号"):
            assert "没有找到" in kinds(office, text), (role, text)
        assert kinds(office, "井盖").count(" J-") == 1
    foreign = chat.rows(select(Ticket.number).where(Ticket.summary.contains(FOREIGN_WORDS)))[0].number
    assert town[Role.GRID_WORKER].web.get(f"/console/find?q={foreign}").status_code == 200
    assert " 人 " not in kinds(town[Role.GRID_WORKER], "陈试用")
    assert "陈试用" in kinds(town[Role.COMMUNITY_SECRETARY], "R1"), "whose post serves the public"
    assert "王样本" not in kinds(town[Role.COMMUNITY_SECRETARY], "R5")


@SQLITE
def test_the_search_is_one_key_away_on_every_page(chat, browser):
    page = signed_in(chat, browser, everybody(chat)[Role.DISPATCHER])
    page.goto(f"{base(chat)}/events")
    page.keyboard.press("/")
    page.keyboard.type("梧桐里1号院")
    page.keyboard.press("Enter")
    page.wait_for_selector("h2 >> text=地点")
    assert page.problems == []
