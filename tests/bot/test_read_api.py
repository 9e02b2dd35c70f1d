"""Another system reads with its key: what its scopes open, so often a minute, and never a word of anybody's."""

import pytest

from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.staff import staff


@pytest.fixture
def people(chat):
    return staff(chat)


@pytest.fixture
def key(people, database_url, tmp_path):
    env = {"LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path), "LINLI_SECRET_KEY": SECRET_KEY}

    def made(name, *options):
        found = linli("office", "key", name, *options, env=env)
        assert found.returncode == 0, found.stderr
        return found.stdout.strip()

    return made


def get(chat, path, key):
    return chat.app.test_client().get(f"/api/v1/{path}", headers={"X-Api-Key": key})


def test_tickets_are_read_page_by_page_without_a_word_of_anybodys(chat, people, key):
    people.leader.says("梧桐里1号院05幢301室王样本家漏水，电话13912345678")
    people.leader.says("虎踞北路4号5幢路灯不亮")
    reader = key("示范平台", "--scope", "tickets")
    first = get(chat, "tickets?most=1", reader)
    assert first.status_code == 200
    assert first.json["tickets"][0]["place"] == "梧桐里1号院"
    second = get(chat, f"tickets?most=1&after={first.json['next']}", reader)
    numbers = [page.json["tickets"][0]["number"] for page in (first, second)]
    assert numbers == [ticket.number for ticket in chat.tickets()]
    assert get(chat, f"tickets?after={numbers[-1]}", reader).json == {"tickets": [], "next": None}
    assert get(chat, f"tickets/{numbers[0]}", reader).json["state"] == "open"
    assert get(chat, "tickets/NH19990101-0001", reader).status_code == 404
    assert not any(word in first.text for word in ("王样本", "301", "13912345678", "05幢"))


def test_a_key_opens_what_it_was_given_and_no_more(chat, people, key):
    events, report = key("示范平台", "--scope", "events", "--scope", "duty"), key("另一平台")
    assert get(chat, "events", events).json == {"events": []}
    assert get(chat, "duty", events).json == {"shifts": []}
    assert get(chat, "tickets", events).status_code == 403
    assert get(chat, "events", report).status_code == 403
    assert get(chat, "events", "wrong").status_code == 403
    assert get(chat, "events?since=gestern", events).status_code == 400
    form = {"api_key": events, "service_code": "lighting", "address_string": "梧桐里1号院05幢"}
    assert chat.app.test_client().post("/open311/v2/requests.json", data=form).status_code == 403


def test_a_key_has_so_many_questions_a_minute(chat, people, key):
    reader = key("示范平台", "--scope", "events", "--a-minute", "3")
    assert [get(chat, "events", reader).status_code for _ in range(4)] == [200, 200, 200, 429]
    assert get(chat, "events", key("另一平台", "--scope", "events")).status_code == 200
