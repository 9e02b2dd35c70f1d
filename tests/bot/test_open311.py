"""GeoReport v2 as another system speaks it."""

import json
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

import pytest
from sqlalchemy import select

from storage.models import Ticket
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.staff import staff

BASE = "/open311/v2"


@pytest.fixture
def people(chat):
    return staff(chat)


@pytest.fixture
def web(chat, people):
    return chat.app.test_client()


@pytest.fixture
def env(database_url, tmp_path):
    return {"LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path), "LINLI_SECRET_KEY": SECRET_KEY}


@pytest.fixture
def key(env, people):
    made = linli("office", "key", "示例平台", env=env)
    assert made.returncode == 0, made.stderr
    return made.stdout.strip()


def test_services_in_both_forms(web):
    listed = web.get(f"{BASE}/services.json").json
    codes = [each["service_code"] for each in listed]
    assert len(codes) == len(set(codes)) > 10
    assert set(listed[0]) == {"service_code", "service_name", "description", "metadata", "type", "keywords", "group"}
    tree = ElementTree.fromstring(web.get(f"{BASE}/services.xml").data)
    assert tree.tag == "services"
    assert [each.findtext("service_code") for each in tree] == codes
    assert web.get(f"{BASE}/services/{codes[0]}.json").json["service_code"] == codes[0]
    assert web.get(f"{BASE}/services/nothing.json").status_code == 404


def test_a_request_with_a_key_becomes_a_ticket_once(chat, web, key):
    code = web.get(f"{BASE}/services.json").json[0]["service_code"]
    form = {"api_key": key, "service_code": code, "address_string": "梧桐里1号院05幢", "description": "3楼楼道灯坏了"}
    made = web.post(f"{BASE}/requests.json", data=form)
    assert made.status_code == 201
    number = made.json[0]["service_request_id"]
    chat.work()
    (ticket,) = chat.rows(select(Ticket.number, Ticket.channel, Ticket.state, Ticket.place_id))
    assert (ticket.number, ticket.channel, ticket.state) == (number, "open311", "dispatched")
    seen = web.get(f"{BASE}/requests/{number}.json").json[0]
    assert (seen["status"], seen["address"]) == ("open", "梧桐里1号院")
    point = {"api_key": key, "service_code": code, "lat": "32.05", "long": "118.76", "description": "撤回"}
    other = web.post(f"{BASE}/requests.xml", data=point)
    assert ElementTree.fromstring(other.data).findtext("request/service_request_id").startswith("NH")
    assert [row.state for row in chat.rows(select(Ticket.state).order_by(Ticket.number))] == ["dispatched", "reported"]


def test_a_request_sent_again_for_want_of_an_answer_opens_no_second_ticket(chat, clock, web, key, env):
    code = web.get(f"{BASE}/services.json").json[0]["service_code"]
    form = {"api_key": key, "service_code": code, "address_string": "梧桐里1号院05幢", "description": "3楼楼道灯坏了"}

    def post(**change):
        client = chat.app.test_client()
        return client.post(f"{BASE}/requests.json", data={**form, **change}).json[0]["service_request_id"]

    with ThreadPoolExecutor(4) as pool:
        (number,) = set(pool.map(lambda _: post(), range(4)))
    chat.work()
    clock.turn(minutes=50)
    assert post() == number
    assert post(description="4楼楼道灯坏了") != number
    other = linli("office", "key", "另一平台", env=env).stdout.strip()
    assert post(api_key=other) != number
    clock.turn(minutes=20)
    assert post() != number
    assert len(chat.tickets()) == 4


def test_what_is_wrong_is_said_in_the_form_that_was_asked_for(web, key, env):
    good = {
        "api_key": key,
        "service_code": web.get(f"{BASE}/services.json").json[0]["service_code"],
        "address_string": "某处",
    }
    for change, status in (
        ({"api_key": "wrong"}, 403), ({"api_key": ""}, 403), ({"service_code": ""}, 400), ({"service_code": "nothing"}, 404),
        ({"address_string": ""}, 400), ({"lat": "91", "long": "200"}, 400), ({"lat": "x", "long": "y"}, 400),
        ({"description": "长" * 2001}, 400), ({"jurisdiction_id": "elsewhere"}, 404),
    ):  # fmt: skip
        refused = web.post(f"{BASE}/requests.json", data={**good, **change})
        assert refused.status_code == status, change
        assert refused.json[0]["code"] == status
        assert "jurisdiction_id" in change or refused.json[0]["kind"] == "request_refused"
        in_xml = web.post(f"{BASE}/requests.xml", data={**good, **change})
        assert ElementTree.fromstring(in_xml.data).findtext("error/code") == str(status)
    assert web.get(f"{BASE}/requests.json?start_date=gestern").status_code == 400
    assert web.get(f"{BASE}/requests/NH19990101-0001.json").status_code == 404
    assert web.get(f"{BASE}/requests.json?jurisdiction_id=NH").status_code == 200
    assert linli("office", "revoke", "示例平台", env=env).returncode == 0
    assert web.post(f"{BASE}/requests.json", data=good).status_code == 403
    assert linli("office", "revoke", "示例平台", env=env).returncode == 1


def test_nobody_reads_what_a_resident_wrote(chat, web):
    chat.person("李阿姨").says("梧桐里1号院05幢301室王样本家漏水，电话13912345678<b>")
    for form in ("json", "xml"):
        answer = web.get(f"{BASE}/requests.{form}")
        assert not any(word in answer.text for word in ("王样本", "301", "13912345678", "05幢"))
    row = web.get(f"{BASE}/requests.json").json[0]
    assert row["requested_datetime"] == "2026-11-24T10:00:00+08:00"
    assert web.get(f"{BASE}/requests.json?status=closed").json == []
    assert len(web.get(f"{BASE}/requests.json?status=open&service_code={row['service_code']}").json) == 1
    assert json.loads(web.get(f"{BASE}/requests.json?end_date=2026-01-01T00:00:00Z").text) == []
