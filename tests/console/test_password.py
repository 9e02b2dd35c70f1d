"""Who gets into the back office by a password, and who tries in vain."""

import re
import threading
import time

import pyotp
import pytest
from redis.exceptions import ConnectionError
from sqlalchemy import insert, select, update

from console.gate import TRIES_ON_ACCOUNT, Gate
from handlers.office import passwords
from handlers.office.passwords import new_hash
from storage import keyring
from storage.models import Audit, Person, Post, StaffLogin
from tests.office import plain

PASSWORD = "correct horse battery staple"
SLOW = "$argon2id$v=19$m=65536,t=30,p=4$Uzq1UjoeYhygDutFSrTx4A$y2NNl+rgIbOdAFkfh2vuTO56FBrENS2A4bP0q2uBP9Q"
"""The password's hash in ten times as many rounds as ours: looking at it takes a second, and nobody waits while it is made."""
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


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


def tries(chat, clock, code, password=PASSWORD, otp=None, web=None, address="127.0.0.1"):
    web = web or chat.app.test_client()
    web.environ_base["REMOTE_ADDR"] = address
    token = re.search(r'name="csrf" value="(\w+)"', web.get("/console/sign-in").text)
    otp = otp or pyotp.TOTP(SECRET).at(clock())
    form = {"code": code, "password": password, "otp": otp, "csrf": token[1]}
    return web, web.post("/console/sign-in", data=form)


def failing(chat, clock, code, count, address="127.0.0.1"):
    """What somebody reads who tries wrong passwords, without what differs from page to page."""
    answers = [tries(chat, clock, code, password="wrong", address=address)[1] for _ in range(count)]
    return [(each.status_code, re.sub(r'value="\w+"', "", each.text)) for each in answers]


def actions(chat):
    return [(row.action, row.actor, row.detail) for row in chat.rows(select(Audit.action, Audit.actor, Audit.detail))]


def signed_in(web):
    return web.get("/console/").status_code == 200


def test_a_password_needs_its_second_factor_and_each_code_counts_once(chat, clock, login):
    assert tries(chat, clock, login, otp="000000")[1].status_code == 403
    assert tries(chat, clock, login, password="wrong")[1].status_code == 403
    web, response = tries(chat, clock, login)
    assert response.headers["Location"] == "/console/"
    assert signed_in(web)
    assert "不对" in plain(tries(chat, clock, login)[1].text)
    clock.turn(seconds=30)
    assert tries(chat, clock, login)[1].status_code == 302


def test_the_audit_says_who_signed_in_by_password_and_that_somebody_failed(chat, clock, login):
    tries(chat, clock, login, password="wrong")
    tries(chat, clock, "hunter2 is my password", password="wrong")
    tries(chat, clock, login)
    rows = actions(chat)
    assert ("console.sign_in", f"console:{login}") in [row[:2] for row in rows]
    assert [row[0] for row in rows].count("console.sign_in_failed") == 2
    assert not any("HUNTER2" in str(row).upper() or row[1] == "clock" for row in rows if "sign_in" in row[0])


def test_nobody_waits_while_a_password_is_looked_at(chat, clock, login, monkeypatch):
    """One is looked at at a time, so that many tries leave the machine to the others: who can't wait is told so."""
    tries(chat, clock, "NOBODY")  # all that is loaded with the first try
    resident = chat.person("李阿姨")
    resident.says("你好")
    with chat.database.write() as connection:
        connection.execute(update(StaffLogin).values(password_hash=SLOW))
    found = []
    signs_in = threading.Thread(target=lambda: found.append(tries(chat, clock, login)[1]))
    signs_in.start()
    while passwords._one_at_a_time.acquire(blocking=False):  # till the other has come so far
        passwords._one_at_a_time.release()
        time.sleep(0.01)
    monkeypatch.setattr(passwords, "WAIT_S", 0.0)
    turned_away = tries(chat, clock, "NOBODY")[1]
    assert turned_away.status_code == 503
    assert "现在登录的人太多" in plain(turned_away.text)
    assert "已登记" in resident.says("梧桐里1号院1幢楼道灯坏了")
    assert signs_in.is_alive()
    signs_in.join(60)
    assert found[0].headers["Location"] == "/console/"


def test_who_tries_passwords_learns_no_codes_and_locks_no_owner_out(chat, clock, login):
    """The address that tries is turned away, with the same words for a code that is nobody's; the owner comes in elsewhere."""
    known, unknown = failing(chat, clock, login, 6), failing(chat, clock, "NOBODY", 6)
    assert known == [(status, text.replace("NOBODY", login)) for status, text in unknown]
    assert "试得太多了" in plain(tries(chat, clock, login)[1].text)
    assert tries(chat, clock, login, address="203.0.113.9")[1].status_code == 302


def test_a_browser_that_the_owner_has_used_is_not_turned_away_when_strangers_try(chat, clock, login):
    web, response = tries(chat, clock, login)
    assert response.status_code == 302
    strangers = Gate(chat.redis)
    while strangers.admits((TRIES_ON_ACCOUNT, login)):
        pass
    assert tries(chat, clock, login, address="198.51.100.7")[1].status_code == 429
    web.delete_cookie("linli_console", path="/console")
    clock.turn(seconds=60)
    assert tries(chat, clock, login, web=web)[1].status_code == 302


def test_somebody_unknown_is_refused_in_the_time_of_somebody_known(slow_hashes, chat, clock, login):
    """The processor's: what else the machine does says nothing."""

    def seconds(code, address):
        start = time.process_time()
        tries(chat, clock, code, password="wrong", address=address)
        return time.process_time() - start

    pairs = [(seconds(login, f"203.0.113.{n}"), seconds("NOBODY", f"203.0.113.{n}")) for n in range(4)]
    known, unknown = (min(times) for times in zip(*pairs, strict=True))
    assert unknown / known == pytest.approx(1, abs=0.5)


def test_tries_are_limited_while_redis_is_away_too(chat, clock, login, monkeypatch):
    def away(*_args, **_kwargs):
        raise ConnectionError("away")

    monkeypatch.setattr(chat.redis.connection_pool, "get_connection", away)
    assert tries(chat, clock, login)[1].status_code == 302
    statuses = [status for status, _ in failing(chat, clock, "NOBODY", 6)]
    assert statuses == [403] * 5 + [429]


@pytest.mark.parametrize(
    "said", ["全中文的一句很长很长的密码，没有数字", "a" * 64, "x" * 199 + "yz", "  spaces at both ends  "]
)
def test_a_password_may_be_of_any_signs_and_counts_to_its_last(chat, clock, login, said):
    with chat.database.write() as connection:
        connection.execute(update(StaffLogin).values(password_hash=new_hash(said)))
    assert tries(chat, clock, login, password=said + "z")[1].status_code == 403
    assert tries(chat, clock, login, password=said[:-1])[1].status_code == 403
    assert (
        tries(chat, clock, login, password=said.upper() if said.upper() != said else said + " ")[1].status_code == 403
    )
    assert tries(chat, clock, login, password=said)[1].status_code == 302


def test_who_signs_in_again_has_left_the_earlier_session(chat, clock, login):
    web, _ = tries(chat, clock, login)
    earlier = web.get_cookie("linli_console", path="/console").value
    clock.turn(seconds=60)
    page = web.get("/console/").text
    thief = chat.app.test_client()
    thief.set_cookie("linli_console", earlier, path="/console")
    assert signed_in(thief)
    token = re.search(r'name="csrf" value="(\w+)"', page)[1]
    form = {"code": login, "password": PASSWORD, "otp": pyotp.TOTP(SECRET).at(clock()), "csrf": token}
    assert web.post("/console/sign-in", data=form).headers["Location"] == "/console/"
    assert signed_in(web)
    assert web.get_cookie("linli_console", path="/console").value != earlier
    assert not signed_in(thief)


def test_that_a_browser_is_known_cannot_be_made_up(chat, clock, login):
    """What it keeps is sealed for this purpose and this person; another seal of ours, or another's, is worth nothing."""
    web, _ = tries(chat, clock, login)
    kept = web.get_cookie("linli_browser", path="/console/sign-in").value
    name, _, proof = kept.partition(".")
    strangers = Gate(chat.redis)
    while strangers.admits((TRIES_ON_ACCOUNT, login)):
        pass
    made_up = {
        f"{name}.{keyring.digest('csrf', name, login)}", f"{name}.{keyring.digest('known browser', name, 'ANOTHER')}",
        f"x{name}.{proof}", f"{name}.{proof[:-1]}", f"{name}.", f"{name}.{'0' * len(proof)}",
    }  # fmt: skip
    for number, value in enumerate([*made_up, kept]):
        clock.turn(seconds=60)
        other = chat.app.test_client()
        other.set_cookie("linli_browser", value, path="/console/sign-in")
        status = tries(chat, clock, login, web=other, address=f"198.51.100.{number}")[1].status_code
        assert (status == 302) == (value == kept), value


def test_passwords_are_kept_as_slow_salted_hashes_and_no_one_sees_them(slow_hashes, chat, clock, login):
    rows = [str(row) for row in chat.rows(select(StaffLogin.__table__.c.password_hash))]
    assert len({new_hash(PASSWORD), new_hash(PASSWORD)}) == 2
    parameters = re.search(r"\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$", rows[0])
    memory, rounds, _ = (int(part) for part in parameters.groups())
    assert memory * rounds >= 19456 * 2
    assert not any(PASSWORD in row for row in rows)


def test_a_password_does_not_age(chat, clock, login):
    clock.turn(days=800)
    chat.run("prune")
    assert tries(chat, clock, login)[1].status_code == 302
