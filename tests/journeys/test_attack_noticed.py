"""An attack is noticed within a minute: what is refused again and again the administrators hear of, and the office shows it."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from scheduler.registry import JOBS, LANES
from storage.models import Audit
from tests.office import Office
from tests.staff import staff_and_admin

TRIED = re.compile(r"有人在反复试探")


@pytest.fixture
def town(chat):
    people, admin = staff_and_admin(chat)
    admin.says("你好")
    return people, admin


def passwords(chat, times):
    """Somebody at the sign-in page; each try is refused, later ones without being looked at."""
    web = chat.app.test_client()
    for _ in range(times):
        token = re.search(r'name="csrf" value="(\w+)"', web.get("/console/sign-in").text)
        form = {"csrf": token[1], "code": "A1", "password": "guess" * 4, "otp": "000000"}
        assert web.post("/console/sign-in", data=form).status_code in (403, 429)


def wall_keys(chat, times):
    web = chat.app.test_client()
    for _ in range(times):
        assert web.post("/console/wall/key", data={"key": "AAAA"}).status_code in (403, 429)


def messages(chat, times):
    web = chat.app.test_client()
    for number in range(times):
        query = {"signature": "0" * 40, "timestamp": "1795770000", "nonce": str(number)}
        assert web.post("/wechat", query_string=query, data="<xml/>", content_type="text/xml").status_code == 403


def keys(chat, times):
    web = chat.app.test_client()
    for number in range(times):
        form = {"api_key": f"guess{number}", "service_code": "lighting", "description": "灯坏了"}
        assert web.post("/open311/v2/requests.json", data=form).status_code == 403


def bindings(chat, times):
    """As much as one name lets be guessed; beyond that nobody looks at it."""
    for number in range(times):
        answer = chat.person(f"路人{number}").says(f"绑定 王样本 {8000 + number}")
        assert "没有对上" in answer or "次数太多" in answer


ATTACKS = {
    "后台的密码、动态码或大屏密钥反复不对，来自 127.0.0.1": passwords,
    "微信入口反复收到签名": messages,
    "开放接口的密钥反复不对，来自 127.0.0.1": keys,
    "反复试姓名、手机尾号": bindings,
}


def told(chat, admin):
    """What the administrators' phones have been told of attacks by now, once the clock has been round."""
    chat.work()
    return [each for each in admin.notices if TRIED.search(each)]


def test_what_is_refused_again_and_again_is_told_once_an_hour_and_shown(chat, town, clock):
    (people, admin), expected = town, []
    assert told(chat, admin) == []
    for said, attack in ATTACKS.items():
        attack(chat, 25)
        expected.append(said)
        heard = told(chat, admin)
        assert len(heard) == len(expected), said
        assert said in heard[-1]
        assert heard[-1].count("\n· ") == 1
        attack(chat, 5)
        chat.work()
        assert len(told(chat, admin)) == len(expected), "once an hour, however much comes"
        clock.turn(minutes=61)
        admin.says("你好")
    chat.redis.flushall()
    wall_keys(chat, 22)
    assert "大屏密钥反复不对" in told(chat, admin)[-1]
    assert len(told(chat, admin)) == len(ATTACKS) + 1
    office = Office(chat).signs_in(admin)
    board = office.sees("/console/")
    for words in ("后台的密码、动态码或大屏密钥反复不对", "微信入口", "开放接口", "反复试姓名"):
        assert words in board
    assert "反复试着绑定身份" in office.sees("/console/audit?action=attack.binding")
    assert "反复不对" not in Office(chat).signs_in(people.lead).sees("/console/")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_who_is_signed_in_and_tries_every_door_is_noticed_and_slips_are_not(chat, town, clock):
    people, admin = town
    office = Office(chat).signs_in(people.worker)
    for number in range(29):
        assert office.web.get(f"/console/tickets/NH20261124-{number:04}").status_code == 404
    passwords(chat, 4)
    messages(chat, 10)
    keys(chat, 10)
    bindings(chat, 5)
    assert told(chat, admin) == []
    for _ in range(2):
        assert office.web.get("/console/audit").status_code == 403
    (heard,) = told(chat, admin)
    assert "登录后反复打开不归自己管的页面" in heard
    row = chat.rows(select(Audit.address).where(Audit.action == "attack.rights"))
    assert [each.address for each in row] == ["127.0.0.1"]
    clock.turn(days=2)
    assert "反复打开" not in Office(chat).signs_in(admin).sees("/console/")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_flood_writes_one_row_and_a_database_that_is_away_changes_no_refusal(chat, town, monkeypatch):
    keys(chat, 60)
    assert chat.rows(select(func.count()).where(Audit.action == "attack.keys"))[0][0] == 1
    before = chat.console.writing
    chat.redis.flushall()

    def away(*_):
        raise RuntimeError("away")

    object.__setattr__(chat.console, "writing", away)
    keys(chat, 25)
    object.__setattr__(chat.console, "writing", before)
    keys(chat, 1)
    assert chat.rows(select(func.count()).where(Audit.action == "attack.keys"))[0][0] == 2


def test_it_is_looked_for_at_least_once_a_minute():
    (job,) = [each for each in JOBS if each.name == "attacks"]
    assert job.at is None
    assert timedelta(seconds=LANES[job.lane].every_s) <= timedelta(minutes=1)
