"""What is somebody's own at the office: the browsers they are signed in with, another password, and what asks for a new sign-in."""

import re

import pyotp
import pytest
from sqlalchemy import func, select, update

from handlers.office.password_rules import LEAST, flaw
from storage.models import Audit, ConsoleSession, Post, StaffLogin
from tests.console.test_password import PASSWORD, SECRET, login, tries
from tests.office import Office, plain
from tests.staff import staff

__all__ = ["login"]

FRESH = "七里香 blooms at noon"


def office_of(web):
    return re.search(r'"X-CSRF": "(\w+)"', web.get("/console/").text)[1]


def changes(web, clock, password=PASSWORD, fresh=FRESH, again=None, otp=None):
    form = {
        "csrf": office_of(web), "password": password, "fresh": fresh, "again": fresh if again is None else again,
        "otp": otp or pyotp.TOTP(SECRET).at(clock()),
    }  # fmt: skip
    answer = web.post("/console/account/password", data=form)
    return answer.status_code, plain(answer.text)


def there(web):
    return web.get("/console/").status_code == 200


def test_who_shows_the_present_password_and_a_second_factor_gets_another(chat, clock, login):
    mine, elsewhere = tries(chat, clock, login)[0], None
    clock.turn(minutes=1)
    elsewhere = tries(chat, clock, login)[0]
    clock.turn(minutes=1)
    assert changes(mine, clock, password="not the one at all")[0] == 409
    status, said = changes(mine, clock, otp="000000")
    assert (status, "现在的密码或动态码不对" in said) == (409, True)
    assert there(elsewhere)
    status, said = changes(mine, clock)
    assert (status, "密码已改" in said, "另外 1 个" in said) == (200, True, True)
    assert there(mine)
    assert not there(elsewhere)
    clock.turn(minutes=1)
    assert tries(chat, clock, login)[1].status_code == 403
    assert tries(chat, clock, login, password=FRESH)[1].status_code == 302
    actions = [row.action for row in chat.rows(select(Audit.action))]
    assert (actions.count("console.password_changed"), actions.count("console.password_kept")) == (1, 2)


def test_a_code_that_changed_the_password_signs_nobody_in(chat, clock, login):
    mine = tries(chat, clock, login)[0]
    clock.turn(minutes=1)
    assert changes(mine, clock)[0] == 200
    assert tries(chat, clock, login, password=FRESH)[1].status_code == 403


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_password_that_is_weak_the_same_or_typed_differently_changes_nothing(chat, clock, login):
    mine = tries(chat, clock, login)[0]
    before = chat.rows(select(StaffLogin.password_hash))
    for fresh, again, why in (
        ("short", None, "至少 12 个字符"), ("1qaz2wsx3edc4rfv", None, "键盘上挨着的键"), (PASSWORD, None, "和现在的一样"),
        (FRESH, FRESH + "x", "两遍新密码不一样"), (f"何派单{login}19911110033", None, "太容易猜"),
    ):  # fmt: skip
        status, said = changes(mine, clock, fresh=fresh, again=again)
        assert (status, why in said) == (422, True), said
    assert chat.rows(select(StaffLogin.password_hash)) == before


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_whoever_finds_a_browser_open_cannot_guess_the_password_for_long(chat, clock, login):
    mine = tries(chat, clock, login)[0]
    statuses = [changes(mine, clock, password=f"guess number {n:03d}")[0] for n in range(6)]
    assert statuses == [409] * 5 + [429]
    assert tries(chat, clock, login, address="203.0.113.9")[1].status_code == 403, "the code was used with the sign-in"
    clock.turn(minutes=1)
    assert tries(chat, clock, login, address="203.0.113.9")[1].status_code == 302


def test_everybody_sees_the_browsers_that_are_theirs_and_ends_one(chat, clock):
    people = staff(chat)
    mine, lost, other = Office(chat), Office(chat), Office(chat).signs_in(people.worker)
    lost.web.environ_base["REMOTE_ADDR"] = "203.0.113.77"
    lost.signs_in(people.dispatcher)
    clock.turn(minutes=20)
    mine.signs_in(people.dispatcher)
    page = mine.web.get("/console/account").text
    assert "203.0.113.77" in page
    assert "就是这里" in page
    assert "改密码" not in page, "who signs in by phone has none"
    assert "203.0.113.77" not in other.sees("/console/account")
    (found,) = re.findall(r"/console/account/sessions/(\d+)/end", page)
    address = f"/console/account/sessions/{found}/end"
    assert other.web.post(address, data={"csrf": other.csrf}).status_code in (403, 404)
    other.signs_in_again()
    assert other.web.post(address, data={"csrf": other.csrf}).status_code == 404
    assert there(lost.web)
    assert mine.web.post(address, data={"csrf": mine.csrf}).status_code == 200
    assert not there(lost.web)
    own = chat.rows(select(func.max(ConsoleSession.id)).where(ConsoleSession.address == "127.0.0.1"))[0][0]
    for here in range(own + 1):
        mine.web.post(f"/console/account/sessions/{here}/end", data={"csrf": mine.csrf})
    assert there(mine.web), "this one ends by the way out, which clears the browser"
    assert "console.session_ended" in {row.action for row in chat.rows(select(Audit.action))}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_changes_how_people_sign_in_asks_for_a_fresh_sign_in(chat, clock):
    """Browsers ended, rosters imported, phones corrected, keys and invitations given: within a quarter of an hour only."""
    people = staff(chat)
    with chat.database.write() as connection:
        connection.execute(update(Post).where(Post.role == "dispatcher").values(role="administrator"))
    office = Office(chat).signs_in(people.dispatcher)
    asked = (
        ("screens", {"name": "大厅"}, 200), ("directory/import", {}, 422), ("account/sessions/7777/end", {}, 404),
        ("privacy", {"do": "correct", "who": "R1", "field": "phone", "value": "19911110077", "nonce": "n"}, 200),
    )  # fmt: skip

    def statuses():
        forms = ((path, {"csrf": office.csrf, **form}) for path, form, _ in asked)
        return [office.web.post(f"/console/{path}", data=form).status_code for path, form in forms]

    def invites(nonce):
        form = {"csrf": office.csrf, "text": "邀请 R1", "nonce": nonce}
        return plain(office.web.post("/console/say", data=form).text)

    assert statuses() == [status for *_, status in asked]
    assert "的邀请码：" in invites("one")
    clock.turn(minutes=16)
    assert statuses() == [403] * len(asked)
    assert "重新登录后台再发" in invites("two")
    refused = office.web.post("/console/screens", data={"csrf": office.csrf, "name": "大厅"})
    assert "重新登录" in plain(refused.text)
    assert office.web.get("/console/account").status_code == 200
    office.signs_in_again()
    assert statuses()[0] == 200


def test_what_many_people_use_is_no_password():
    """Of thirty thousand that were really used, as a kept library lists them: all that are long enough, and more made of them."""
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    long = [each for each in FREQUENCY_LISTS["passwords"] if len(each) >= LEAST]
    assert len(long) > 200
    made = [f"{one}{other}" for one, other in zip(FREQUENCY_LISTS["passwords"][:3000:2], "1!9a" * 400, strict=False)]
    taken = [each for each in [*long, *(each for each in made if len(each) >= LEAST)] if flaw(each, ()) is None]
    assert taken == []
    assert flaw(FRESH, ()) is None
