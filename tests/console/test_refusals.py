"""What fails or is refused: said without its cause, and noted where somebody may try what is not theirs."""

import io
import json
import re
import sys

import pytest
from sqlalchemy import select

from linli import logs
from linli.settings import Settings
from linli.web_app import web_app
from storage.models import Account, Person, Post, StaffLogin
from tests.office import Office, plain
from tests.staff import staff

ONE_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def office(chat):
    return Office(chat).signs_in(staff(chat).dispatcher)


@ONE_SQLITE
def test_a_failure_tells_nothing_of_its_cause(chat, office, monkeypatch):
    def breaks(**_):
        raise RuntimeError("SELECT secret FROM people WHERE phone = '13912345678'")

    for path in ("/console/say", "/stars/2026", "/privacy"):
        monkeypatch.setitem(chat.app.view_functions, chat.app.url_map.bind("").match(path)[0], breaks)
        answer = office.web.get(path)
        assert answer.status_code == 500, path
        assert re.search(r"[\u4e00-\u9fff]{4}", plain(answer.text))
        assert not any(word in answer.text for word in ("SELECT", "RuntimeError", "Traceback", "139", ".py"))
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@ONE_SQLITE
def test_debugging_stays_off_whatever_the_environment_says(chat, clock, tmp_path, monkeypatch):
    monkeypatch.setenv("FLASK_DEBUG", "1")
    app = web_app(Settings(data_dir=tmp_path, wechat_token="t"), chat.database, clock, lambda: None, chat.redis)
    assert not app.debug
    monkeypatch.setitem(app.view_functions, "healthz", lambda: 1 / 0)
    answer = app.test_client().get("/healthz")
    assert (answer.status_code, answer.data) == (500, b"")


@ONE_SQLITE
def test_what_is_refused_to_somebody_stands_in_the_log(chat, office):
    out = io.StringIO()
    logs.configure(out)
    try:
        office.web.get("/console/openapi.json")
        office.web.post("/console/say", data={"text": "帮助"})
        office.web.get("/console/tickets/NH19990101-0001")
        office.web.get("/console/?page=%C2%B2&q=王样本")
        chat.app.test_client().get("/my-data/a-secret-that-nobody-knows")
        chat.app.test_client().post("/console/say", data={})
    finally:
        logs.configure(sys.stderr)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    said = [(line["status"], line["rule"], line["who"] is not None) for line in lines if line["event"] == "not granted"]
    assert said == [
        (403, "/console/openapi.json", True), (400, "/console/say", True), (404, "/console/tickets/<number>", True),
        (400, "/console/", True), (404, "/my-data/<secret>", False), (403, "/console/say", False),
    ]  # fmt: skip
    assert all(line["address"] == "127.0.0.1" for line in lines if line["event"] == "not granted")
    assert not any(word in out.getvalue() for word in ("王样本", "a-secret", office.cookie, office.csrf))


@ONE_SQLITE
def test_nobody_is_there_before_somebody_is_brought(database):
    """No first account that everybody knows the password of."""
    for table in (Person, StaffLogin, Account, Post):
        with database.read() as connection:
            assert connection.execute(select(table.__table__)).all() == []
