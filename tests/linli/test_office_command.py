"""`linli office login` and `logout`: whose password is taken, and what ends with it."""

import re

import pyotp
import pytest
from sqlalchemy import select

from storage.models import Audit, StaffLogin
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.office import Office
from tests.staff import staff


@pytest.fixture
def sets(database_url, tmp_path):
    """Runs a command of the office with what is typed at it."""
    env = {"LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path), "LINLI_SECRET_KEY": SECRET_KEY}

    def run(command, typed=""):
        return linli("office", command, "D2", env=env, typed=f"{typed}\n")

    return run


def tries(chat, password, secret):
    web = chat.app.test_client()
    token = re.search(r'name="csrf" value="(\w+)"', web.get("/console/sign-in").text)[1]
    form = {"code": "D2", "password": password, "otp": pyotp.TOTP(secret).at(chat.clock()), "csrf": token}
    return web.post("/console/sign-in", data=form).status_code


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_new_password_and_its_end_sign_everything_out(chat, clock, sets):
    people = staff(chat)
    first, second = Office(chat).signs_in(people.dispatcher), Office(chat).signs_in(people.dispatcher)
    made = sets("login", "七里香 blooms at noon")
    assert made.returncode == 0, made.stderr
    secret = re.search(r"[A-Z2-7]{32}", made.stdout)[0]
    for office in (first, second):
        assert office.web.get("/console/").status_code == 302
    assert tries(chat, "七里香 blooms at noon", secret) == 302
    again = sets("login", "another one entirely, 这次")
    fresh = re.search(r"[A-Z2-7]{32}", again.stdout)[0]
    assert fresh != secret
    clock.turn(minutes=2)
    assert tries(chat, "another one entirely, 这次", secret) == 403
    assert tries(chat, "七里香 blooms at noon", fresh) == 403
    third = Office(chat).signs_in(people.dispatcher)
    assert sets("logout").returncode == 0
    assert third.web.get("/console/").status_code == 302
    clock.turn(minutes=2)
    assert tries(chat, "another one entirely, 这次", fresh) == 403
    assert {"console.login_set", "console.login_dropped"} <= {row.action for row in chat.rows(select(Audit.action))}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_is_tried_first_is_no_password(chat, sets):
    staff(chat)
    for typed in (
        "short",
        "elf zeichen",
        "linli-admin-2026",
        "何派单19911110033",
        "Password12345Qwerty",
        "aaaaaaaaaaaaaaaa",
        "邻里街道社区管理员密码123456",
    ):
        refused = sets("login", typed)
        assert refused.returncode == 1, typed
        assert re.search("至少 12 个字符|太容易猜", refused.stderr), typed
        assert "Traceback" not in refused.stderr
    assert chat.rows(select(StaffLogin.person_id)) == []
