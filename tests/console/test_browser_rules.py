"""What a browser is told and held to, whatever address it asks: cookies, headers, ways out, methods, forms, failures."""

import io
import json
import re
from pathlib import Path

import pyotp
import pytest
from sqlalchemy import insert, select

from governance.roles import Role
from handlers.office.passwords import new_hash
from linli.settings import Settings
from linli.web_app import web_app
from storage.models import Attachment, Base, Person, Post, StaffLogin, Ticket, TicketEvent
from tests.everybody import everybody
from tests.office import Office
from tests.staff import staff

HOST, SECRET, PASSWORD = "office.example.cn", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "correct horse battery staple"
KEEPS = frozenset({"audit", "console_sessions", "inbound", "dialogues", "outbox"})
"""Where a look may leave a trace, and where signing in does."""
ONE_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def administrator(chat):
    return Office(chat).signs_in(everybody(chat)[Role.ADMINISTRATOR])


@pytest.fixture
def office(chat):
    return Office(chat).signs_in(staff(chat).dispatcher)


@pytest.fixture
def reported(chat):
    """A ticket with a picture: its number, and the picture's."""
    resident = chat.person("李阿姨")
    resident.says("梧桐里1号院05幢3楼楼道灯坏了")
    resident.sends_picture()
    chat.work()
    number = chat.tickets()[-1].number
    return number, chat.rows(select(Attachment.id).where(Attachment.number == number))[0].id


@pytest.fixture
def outside(chat, clock, tmp_path):
    """The application as it is behind a proxy that speaks https; the dispatcher has a password there."""
    staff(chat)
    with chat.database.write() as connection:
        person = connection.execute(select(Post.person_id).where(Post.role == "dispatcher")).scalar_one()
        row = {"person_id": person, "password_hash": new_hash(PASSWORD), "totp_secret": SECRET, "at": clock()}
        connection.execute(insert(StaffLogin).values(**row))
    settings = Settings(data_dir=tmp_path, wechat_token="t", public_url=f"https://{HOST}")
    return web_app(settings, chat.database, clock, lambda: None, chat.redis).test_client()


def signs_in(web, chat, clock):
    token = re.search(r'name="csrf" value="(\w+)"', web.get("/console/sign-in", base_url=f"https://{HOST}").text)
    with chat.database.read() as connection:
        joined = select(Person.code).join(Post, Post.person_id == Person.id).where(Post.role == "dispatcher")
        code = connection.execute(joined).scalar_one()
    form = {"code": code, "password": PASSWORD, "otp": pyotp.TOTP(SECRET).at(clock()), "csrf": token[1]}
    return web.post("/console/sign-in", data=form, base_url=f"https://{HOST}")


def pages(chat, reported, *, public=True):
    """Every address that is read, with what is asked for filled in."""
    number, file = reported
    known = {
        "number": number, "file_id": file, "form": "json", "year": 2026, "filename": "console.css", "code": "none",
        "secret": "none", "event": "SJ20261124-01", "pairing_id": 77, "meeting_id": 77, "survey_id": 77, "notice": "TZ20261124-01",
        "token": "none", "project": 77, "campaign_id": 77, "visit_id": 77, "household_id": 77, "round_id": 77,
        "thing_id": 77, "grid_id": 77, "article": 77,
    }  # fmt: skip
    names = {"console.asset": "htmx.min.js", "console.font": "400.css", "fonts.font": "400.css"}
    for rule in chat.app.url_map.iter_rules():
        if "GET" in rule.methods and (public or rule.endpoint.startswith("console.")):
            filled = {**known, "name": names.get(rule.endpoint, "")}
            yield re.sub(r"<(?:\w+:)?(\w+)>", lambda part, values=filled: str(values[part[1]]), rule.rule), rule


def contents(chat):
    with chat.database.read() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(select(table))))
            for table in Base.metadata.sorted_tables
            if table.name not in KEEPS
        }


@ONE_SQLITE
def test_cookies_are_of_this_host_over_https_and_no_script_reads_them(chat, clock, outside):
    answer = signs_in(outside, chat, clock)
    assert answer.headers["Location"] == "/console/"
    made = [*answer.headers.getlist("Set-Cookie"), *outside.get("/console/sign-in").headers.getlist("Set-Cookie")]
    assert {cookie.partition("=")[0] for cookie in made} == {"__Host-linli_console", "__Host-linli_browser"}
    for cookie in made:
        parts = {part.strip() for part in cookie.split(";")[1:]}
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= parts, cookie
        assert not any(part.startswith("Domain") for part in parts)
    assert outside.get("/console/", base_url=f"https://{HOST}").status_code == 200
    outside.delete_cookie("__Host-linli_console", domain=HOST)
    outside.set_cookie("linli_console", "planted by a neighbouring host", domain=HOST)
    assert outside.get("/console/", base_url=f"https://{HOST}").status_code == 302


@ONE_SQLITE
def test_a_browser_that_came_by_https_comes_by_nothing_else(chat, outside):
    for path in ("/console/sign-in", "/nowhere", "/stars/2026", "/open311/v2/services.json", "/wechat", "/healthz"):
        said = outside.get(path).headers["Strict-Transport-Security"]
        age = re.fullmatch(r"max-age=(\d+); includeSubDomains", said)
        assert int(age[1]) >= 365 * 24 * 3600, path
    assert "Strict-Transport-Security" not in chat.app.test_client().get("/nowhere").headers


@ONE_SQLITE
def test_what_is_answered_says_what_it_is_and_no_other_site_may_read_it(chat, administrator, reported):
    for path, _ in pages(chat, reported):
        with administrator.web.get(path, headers={"Origin": "https://evil.example"}) as answer:
            content = answer.get_data()
        assert "Access-Control-Allow-Origin" not in answer.headers, path
        kind, _, more = answer.headers.get("Content-Type", "").partition(";")
        assert kind or not content, path
        if kind.startswith("text/"):
            assert more.strip() == "charset=utf-8", path
        if kind == "application/json":
            json.loads(content)


@ONE_SQLITE
def test_nothing_that_somebody_is_shown_stays_in_a_cache(chat, administrator, reported):
    for path, _ in pages(chat, reported, public=False):
        with administrator.web.get(path) as answer:
            said = answer.headers["Cache-Control"]
        if not path.startswith(("/console/static/", "/console/assets/")):
            assert "no-store" in said, path
            assert "public" not in said, path


def test_looking_changes_nothing(chat, administrator, reported):
    before = contents(chat)
    for path, rule in pages(chat, reported):
        with administrator.web.get(path) as answer:
            answer.get_data()
        if rule.endpoint == "console.sign_in":
            assert answer.status_code == 302
    assert contents(chat) == before
    assert administrator.web.get("/console/").status_code == 200


@ONE_SQLITE
def test_every_page_has_the_way_out_which_clears_the_browser(chat, administrator, reported):
    shown = 0
    for path, _ in pages(chat, reported, public=False):
        with administrator.web.get(path) as answer:
            text = answer.get_data().decode("utf-8", "replace")
        if (
            answer.status_code == 200
            and "<!doctype html>" in text
            and path not in ("/console/wall/key", "/console/sign-in")
        ):
            assert 'action="/console/sign-out"' in text, path
            shown += 1
    assert shown >= 12
    out = administrator.web.post("/console/sign-out", data={"csrf": administrator.csrf})
    assert out.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert administrator.web.get_cookie("linli_console", path="/console") is None
    assert administrator.web.get("/console/").status_code == 302


@ONE_SQLITE
def test_nobody_is_sent_to_another_host(chat, administrator, reported):
    sent = 0
    for path, _ in pages(chat, reported):
        for browser in (administrator.web, chat.app.test_client()):
            evil = {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "HX-Request": "true"}
            with browser.get(f"{path}?next=https://evil.example/", headers=evil) as answer:
                where = [answer.headers.get(name) for name in ("Location", "HX-Redirect", "Refresh")]
            for each in filter(None, where):
                assert re.match(r"/(?!/)", each), (path, each)
                sent += 1
    assert sent > 10


@ONE_SQLITE
def test_what_nobody_needs_is_not_there(chat, administrator):
    given_out = {
        str(each.static_folder): each for each in (chat.app, *chat.app.blueprints.values()) if each.static_folder
    }
    (folder,) = map(Path, given_out)
    assert {str(path.relative_to(folder)) for path in folder.rglob("*")} == {
        "article.js",
        "assessment.js",
        "board.js",
        "console.css",
        "console.js",
        "figures.css",
        "figures.js",
        "map.css",
        "map.js",
        "desk.css",
        "rota.css",
        "rota.js",
        "wall.css",
        "wall.js",
        "wall_key.js",
    }
    for method in ("TRACE", "PUT", "DELETE", "PATCH", "CONNECT"):
        for path in ("/console/", "/wechat", "/open311/v2/services.json", "/stars/2026"):
            assert administrator.web.open(path, method=method).status_code == 405, (method, path)
    for path in (
        "/console/static/", "/console/static", "/console/assets/", "/console/assets/font/", "/.git/config",
        "/console/static/.git/config", "/console/static/..%2fapp.py", "/console/assets/font/..%2f..%2f..%2fpackage.json",
        "/.env", "/metrics", "/openapi.json", "/console/static/../templates/frame.html",
    ):  # fmt: skip
        assert administrator.web.get(path).status_code == 404, path


def test_a_file_opened_by_itself_runs_nothing(chat, office, reported):
    answer = office.web.get(f"/console/files/{reported[1]}")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    policy = set(answer.headers["Content-Security-Policy"].split("; "))
    assert {"sandbox", "default-src 'none'"} <= policy
    for path in ("tickets.csv", "hotline.xlsx", "assessment.xlsx", "directory/roster.xlsx"):
        said = office.web.get(f"/console/{path}").headers["Content-Disposition"]
        assert re.fullmatch(r'attachment; filename="[\w.-]+"', said), path


def test_a_name_that_leads_elsewhere_names_nothing(chat, office, reported, tmp_path):
    """A page is no picture and no workbook, whatever it calls itself; where what is sent comes to lie is ours to say."""
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    name = "../../../../evil.html"
    wrong = io.BytesIO(b"<script>alert(1)</script>")
    form = {"csrf": office.csrf, "picture": (wrong, name)}
    assert office.web.post(f"/console/tickets/{reported[0]}/picture", data=form).status_code == 415
    sheet = {"csrf": office.csrf, "file": (io.BytesIO(b"<script>alert(1)</script>"), name)}
    assert office.web.post("/console/directory/import", data=sheet).status_code == 422
    after = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert not any("evil" in path.name or b"<script>" in path.read_bytes() for path in after)


def test_what_a_form_does_not_have_is_not_done(chat, office, reported):
    """Fields of other rows, and words beside the form, count for nothing."""
    number = reported[0]
    before = chat.rows(select(Ticket.__table__).where(Ticket.number == number))[0]
    more = {
        "state": "closed",
        "assignee_id": "1",
        "urgency": "hazard",
        "text": "geändert",
        "person_id": "1",
        "actor": "x",
    }
    assert office.does(number, "remark", note="看过了", **more)[0] == 200
    after = chat.rows(select(Ticket.__table__).where(Ticket.number == number))[0]
    for name in ("state", "urgency", "text", "assignee_id"):
        assert getattr(after, name) == getattr(before, name), name
    beside = f"/console/tickets/{number}?do=withdraw&note=von+der+Seite&csrf={office.csrf}"
    assert office.web.post(beside, data={"do": "remark", "note": "nur dies"}).status_code == 400
    twice = {"do": ["remark", "withdraw"], "note": ["das erste", "das zweite"], "csrf": office.csrf, "nonce": "twice"}
    office.web.post(f"/console/tickets/{number}?note=von+der+Seite", data=twice)
    notes = [row.note for row in chat.rows(select(TicketEvent.note).where(TicketEvent.number == number))]
    assert "das erste" in notes
    assert not {"das zweite", "von der Seite", "nur dies"} & set(notes)


@ONE_SQLITE
def test_no_address_of_a_resident_becomes_a_link(chat, office):
    resident = chat.person("李阿姨")
    resident.says("梧桐里1号院05幢3楼楼道灯坏了 javascript:alert(1) https://evil.example/x data:text/html,x")
    chat.work()
    number = chat.tickets()[-1].number
    for path in ("/console/", f"/console/tickets/{number}", f"/console/tickets/{number}/print", "/console/wall"):
        html = office.web.get(path).text
        links = re.findall(r'(?:href|src|action|hx-get|hx-post)="([^"]*)"', html)
        assert links
        assert all(link.startswith(("/", "#", "?")) or link == "data:," for link in links), path
    found = office.web.get("/console/?q=%22%3E%3Cb%3E%26show%3Dall%23x").text
    assert '"><b>' not in found
    assert "q=%22%3E%3Cb%3E%26show%3Dall%23x" in found.replace("&amp;", "&")
