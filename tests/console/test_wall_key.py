"""The screen on the wall: it shows the wall for days by a key of its own, and nothing else."""

import math
import re

import pytest
from sqlalchemy import select, update

from console.screens import LETTERS
from storage.models import Audit, Post, WallKey
from tests.office import Office, plain


@pytest.fixture
def office(chat, people):
    """An administrator's browser."""
    with chat.database.write() as connection:
        connection.execute(update(Post).where(Post.role == "dispatcher").values(role="administrator"))
    return Office(chat).signs_in(people.dispatcher)


def given(office, name="一楼大厅"):
    """The key of a new screen, as it is shown once."""
    page = office.web.post("/console/screens", data={"name": name, "csrf": office.csrf}).text
    return re.search(r'id="key">([A-Z2-9-]+)<', page)[1]


def hung_up(chat, key):
    """A screen in which the key was typed, and what it answers."""
    web = chat.app.test_client()
    return web, web.post("/console/wall/key", data={"key": key})


def test_a_screen_with_a_key_shows_the_wall_for_days_and_opens_nothing_else(chat, clock, office):
    key = given(office)
    web, entered = hung_up(chat, f" {key.lower().replace('-', ' ')} ")
    assert entered.headers["Location"] == "/console/wall"
    page = web.get("/console/wall")
    assert "今日上报" in plain(page.text)
    assert "说一句" not in page.text
    for _ in range(9):
        clock.turn(days=1)
        live = web.get("/console/wall/live", headers={"HX-Request": "true"})
        assert live.status_code == 200
        assert "今日上报" in plain(live.text)
    for rule in chat.app.url_map.iter_rules("console.home"):
        assert web.get(rule.rule).headers["Location"] == "/console/sign-in"
    opened = {path: web.get(path).status_code for path in every_page(chat)}
    shown = {"/console/wall", "/console/wall/live", "/console/wall/key", "/console/sign-in", "/console/sign-in/state"}
    assert {path for path, status in opened.items() if status == 200} == shown
    web.set_cookie("linli_console", key, path="/console")
    assert web.get("/console/").status_code == 302


def every_page(chat):
    """The back office's pages that need nothing filled in, files for the browser aside."""
    rules = (rule for rule in chat.app.url_map.iter_rules() if rule.endpoint.startswith("console."))
    return {rule.rule for rule in rules if "GET" in (rule.methods or ()) and not rule.arguments}


def test_an_administrator_sees_which_screens_there_are_and_ends_one(chat, clock, office):
    kept, ended = given(office, "一楼大厅"), given(office, "值班室")
    (left, _), (right, _) = hung_up(chat, kept), hung_up(chat, ended)
    right.get("/console/wall")
    listed = office.sees("/console/screens")
    assert "一楼大厅" in listed
    assert "还没用过" in listed
    assert kept not in listed
    button = re.findall(r"/console/screens/(\d+)/end", office.web.get("/console/screens").text)[1]
    office.web.post(f"/console/screens/{button}/end", data={"csrf": office.csrf})
    gone = right.get("/console/wall/live", headers={"HX-Request": "true"})
    assert gone.headers["HX-Redirect"] == "/console/wall/key"
    assert "今日上报" not in gone.text
    assert right.get("/console/wall").headers["Location"] == "/console/wall/key"
    assert left.get("/console/wall").status_code == 200
    assert "值班室" not in office.sees("/console/screens")
    assert {"wall_key.make", "wall_key.end"} <= {row.action for row in chat.rows(select(Audit.action))}
    assert not any(kept.replace("-", "") in str(row) for row in chat.rows(select(WallKey.__table__)))


def test_keys_are_an_administrators_and_can_t_be_guessed_for_long(chat, clock, people):
    office = Office(chat).signs_in(people.dispatcher)
    assert office.web.get("/console/screens").status_code == 403
    made = office.web.post("/console/screens", data={"name": "x", "csrf": office.csrf})
    assert made.status_code == 403
    answers = [hung_up(chat, "AAAA-BBBB-CCCC-DDDD-EEEE") for _ in range(21)]
    assert "密钥不对" in plain(answers[0][1].text)
    assert answers[-1][1].status_code == 429
    assert answers[0][0].get("/console/wall").status_code == 302
    assert "console.wall_key_failed" in {row.action for row in chat.rows(select(Audit.action))}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_key_is_so_long_that_its_plain_digest_gives_nothing_away(office):
    """Less than 112 bits would ask for a slow hash."""
    key = given(office).replace("-", "")
    assert len(key) * math.log2(len(LETTERS)) >= 112
    assert len({given(office, f"屏{number}") for number in range(20)}) == 20
