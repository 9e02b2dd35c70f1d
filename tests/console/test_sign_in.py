"""Who gets into the back office, and how they get out again."""

import re
import threading
import time

import pyotp
import pytest
from sqlalchemy import insert, select, update

from handlers.office.passwords import new_hash
from storage.models import Audit, ConsoleSession, Person, Post, StaffLogin
from tests.office import Office, plain
from tests.staff import staff

PASSWORD = "correct horse battery staple"
SLOW = "$argon2id$v=19$m=65536,t=60,p=4$Uzq1UjoeYhygDutFSrTx4A$2RLMy2fgnCypEOGNluYogw70cw7VH2kkJAYgdXP4qGY"
"""The password's hash in twenty times as many rounds as ours: looking at it takes seconds, and nobody waits while it is made."""
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def people(chat):
    return staff(chat)


@pytest.fixture
def login(chat, clock, people):
    """The dispatcher has a password and a second factor."""
    with chat.database.write() as connection:
        person = connection.execute(select(Person.id).where(Person.code == "D3")).scalar()
        person = person or connection.execute(select(Post.person_id).where(Post.role == "dispatcher")).scalar_one()
        code = connection.execute(select(Person.code).where(Person.id == person)).scalar_one()
        row = {"person_id": person, "password_hash": new_hash(PASSWORD), "totp_secret": SECRET, "at": clock()}
        connection.execute(insert(StaffLogin).values(**row))
    return code


def tries(chat, clock, code, password=PASSWORD, otp=None):
    web = chat.app.test_client()
    token = re.search(r'name="csrf" value="(\w+)"', web.get("/console/sign-in").text)
    otp = otp or pyotp.TOTP(SECRET).at(clock())
    form = {"code": code, "password": password, "otp": otp, "csrf": token[1]}
    return web, web.post("/console/sign-in", data=form)


def test_a_phone_signs_a_browser_in_by_code_or_scan(chat, people):
    office = Office(chat).signs_in(people.dispatcher)
    assert "何派单" in office.sees("/console/")
    web = chat.app.test_client()
    code = re.search(r"登录 (\d{6})", web.get("/console/sign-in").text)[1]
    assert "已在电脑上登录后台" in people.head.scans(f"login_{code}")
    assert web.get("/console/sign-in/state").headers["HX-Redirect"] == "/console/"
    assert "登录码不对或已过期" in people.worker.says(f"登录 {code}")


def test_residents_leaders_and_old_codes_don_t(chat, clock, people):
    web = chat.app.test_client()
    code = re.search(r"登录 (\d{6})", web.get("/console/sign-in").text)[1]
    assert "要由" in chat.person("李阿姨").says(f"登录 {code}")
    assert "要由" in people.leader.says(f"登录 {code}")
    clock.turn(minutes=6)
    assert "已过期" in people.dispatcher.says(f"登录 {code}")
    assert web.get("/console/").headers["Location"] == "/console/sign-in"


def test_the_cookie_from_before_the_sign_in_is_worth_nothing(chat, people):
    web = chat.app.test_client()
    code = re.search(r"登录 (\d{6})", web.get("/console/sign-in").text)[1]
    before = web.get_cookie("linli_console", path="/console").value
    people.dispatcher.says(f"登录 {code}")
    web.get("/console/sign-in/state")
    thief = chat.app.test_client()
    thief.set_cookie("linli_console", before, path="/console")
    assert thief.get("/console/").status_code == 302
    assert web.get("/console/").status_code == 200


def test_a_password_needs_its_second_factor_and_each_code_counts_once(chat, clock, login):
    assert tries(chat, clock, login, otp="000000")[1].status_code == 403
    assert tries(chat, clock, login, password="wrong")[1].status_code == 403
    web, response = tries(chat, clock, login)
    assert response.headers["Location"] == "/console/"
    assert web.get("/console/").status_code == 200
    assert "不对" in plain(tries(chat, clock, login)[1].text)
    clock.turn(seconds=30)
    assert tries(chat, clock, login)[1].status_code == 302


def test_nobody_waits_while_a_password_is_looked_at(chat, clock, login):
    with chat.database.write() as connection:
        connection.execute(update(StaffLogin).values(password_hash=SLOW))
    found = []
    signs_in = threading.Thread(target=lambda: found.append(tries(chat, clock, login)[1]))
    signs_in.start()
    time.sleep(0.2)
    assert "已登记" in chat.person("李阿姨").says("梧桐里1号院1幢楼道灯坏了")
    assert signs_in.is_alive()
    signs_in.join(60)
    assert found[0].headers["Location"] == "/console/"


def test_the_fifth_failure_locks_for_a_quarter_of_an_hour(chat, clock, login):
    for _ in range(5):
        assert "不对" in plain(tries(chat, clock, login, password="wrong")[1].text)
    assert "15 分钟后再试" in plain(tries(chat, clock, login)[1].text)
    assert "不对" in plain(tries(chat, clock, "NOBODY")[1].text)
    clock.turn(minutes=16)
    assert tries(chat, clock, login)[1].status_code == 302


def test_a_role_that_ends_ends_the_session_with_the_next_click(chat, clock, people):
    office = Office(chat).signs_in(people.dispatcher)
    assert office.web.get("/console/").status_code == 200
    with chat.database.write() as connection:
        connection.execute(update(Post).where(Post.role == "dispatcher").values(until=clock()))
    assert office.web.get("/console/").headers["Location"] == "/console/sign-in"
    assert office.web.post("/console/board/dispatch", data={"csrf": office.csrf}).status_code == 403


def test_signing_out_here_and_everywhere(chat, people):
    office, other = Office(chat).signs_in(people.dispatcher), Office(chat).signs_in(people.dispatcher)
    office.web.post("/console/sign-out", data={"csrf": office.csrf})
    assert office.web.get("/console/").status_code == 302
    assert "已退出您登录的 1 个后台页面" in people.dispatcher.says("退出后台")
    assert other.web.get("/console/").status_code == 302


def test_a_browser_left_alone_is_signed_out(chat, clock, people):
    office = Office(chat).signs_in(people.dispatcher)
    clock.turn(hours=1)
    assert office.web.get("/console/").status_code == 200
    clock.turn(hours=1, minutes=59)
    assert office.web.get("/console/").status_code == 200
    clock.turn(hours=2, minutes=1)
    assert office.web.get("/console/").status_code == 302


def test_nothing_of_a_cookie_or_code_is_kept_as_it_is_and_sign_ins_are_audited(chat, people):
    office = Office(chat).signs_in(people.dispatcher)
    cookie = office.web.get_cookie("linli_console", path="/console")
    assert cookie.http_only
    assert cookie.same_site == "Lax"
    rows = [str(row) for row in chat.rows(select(ConsoleSession.__table__))]
    assert not any(cookie.value in row for row in rows)
    assert "console.sign_in" in [row.action for row in chat.rows(select(Audit.action))]


def test_browsers_in_which_nobody_signed_in_are_forgotten(chat, clock, people):
    office = Office(chat).signs_in(people.dispatcher)
    for _ in range(5):
        chat.app.test_client().get("/console/sign-in")
    clock.turn(minutes=6)
    chat.run("prune")
    assert len(chat.rows(select(ConsoleSession.id))) == 1
    assert "何派单" in office.sees("/console/")


def test_who_asks_how_to_sign_in_is_told_the_address(chat, people):
    for words in ("登录后台", "后台怎么登录？", "登录", "电脑上怎么登录", "后台网址是什么"):
        assert "/console/ ，用微信扫页面上的码" in people.dispatcher.says(words), words
    assert "要由" in chat.person("李阿姨").says("登录后台")
    assert chat.tickets() == []
