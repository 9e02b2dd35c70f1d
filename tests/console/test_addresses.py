"""Whatever is asked of an address is answered in plain Chinese: what can't be read is refused, nothing fails."""

import re

import pytest
from structlog.testing import capture_logs

from governance.permissions import PERMISSIONS
from governance.roles import Role
from tests.chat import Chat
from tests.office import Office, plain
from tests.staff import staff

FAR, NEAR = "0001-01-01", "9999-12-31"
NUMBERS = ("99999999999999999999", "²", "-1", "0", "1.5", "1e3", "٣x", "一")
UNREADABLE = [
    *(f"/console/?page={said}" for said in NUMBERS),
    *(f"/console/?community={said}" for said in NUMBERS),
    *(f"/console/directory?page={said}" for said in NUMBERS),
    "/console/board?clock=²",
    *(
        f"/console/assessment{kind}?month={said}"
        for kind in ("", ".xlsx")
        for said in ("0001-01", "9999-12", "2026-13", "²")
    ),
    *(f"/console/assessment/behind?month={said}&by=grid&figure=response" for said in ("0001-01", "9999-12")),
    "/console/assessment/behind?by=planet",
    *(
        f"/console/tickets.csv?{end}={said}"
        for end in ("from", "to")
        for said in (FAR, NEAR, "gestern", "２０２６-11-24")
    ),
    "/console/directory?what=passwords",
    "/console/?q=a%00b",
    "/console/?show=nothing",
]
UNKNOWN = [
    "/console/files/99999999999999999999", "/console/stars/pictures/99999999999999999999", "/console/tickets/%00",
    "/console/nowhere", "/nowhere", "/stars/99999999999999999999", "/stars/1999", "/awards/%00", "/verify/none",
    "/calendar/none.ics", "/certificates/%00.pdf", "/console/files/²",
]  # fmt: skip
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}


@pytest.fixture
def office(chat: Chat) -> Office:
    return Office(chat).signs_in(staff(chat).secretary)


@pytest.fixture
def manager(chat: Chat) -> Office:
    return Office(chat).signs_in(staff(chat).dispatcher)


def posts(office, path, **form):
    return office.web.post(f"/console/{path}", data={"csrf": office.csrf, **form})


def in_chinese(response):
    """A sentence that says something, and no trace of how it came to be."""
    said = plain(response.text)
    assert re.search(r"[\u4e00-\u9fff]{4}", said), response.text
    assert "Traceback" not in response.text
    return said


def test_what_cannot_be_read_is_said_and_nothing_fails(chat, office):
    for path in UNREADABLE:
        response = office.web.get(path)
        assert response.status_code == 400, path
        assert "不对" in in_chinese(response) or "%00" in path, path
    for path in UNKNOWN:
        response = office.web.get(path)
        assert response.status_code == 404, path
        in_chinese(response)
    said = in_chinese(office.web.get("/console/?page=99999999999999999999", headers={"HX-Request": "true"}))
    assert said == " “页码”不对：请写 1 到 99999 之间的整数。 "


def test_a_form_that_cannot_be_read_is_refused_and_changes_nothing(chat, manager):
    chat.person("李阿姨").says("梧桐里1号院05幢3楼楼道灯坏了")
    number = chat.tickets()[-1].number
    for path, form in (
        (f"tickets/{number}", {"do": "remark", "note": "改过", "seen": "²"}),
        (f"tickets/{number}", {"do": "remark", "note": "改过", "seen": "99999999999999999999"}),
        (f"tickets/{number}", {"do": "remark", "note": "改\0过"}),
        ("knowledge", {"id": "²", "question": "问", "answer": "答"}),
        ("knowledge", {"id": "99999999999999999999", "question": "问", "answer": "答"}),
        ("say", {"text": "帮\0助"}),
        ("jobs", {"job": "\0", "item": "1"}),
    ):
        response = posts(manager, path, **form)
        assert response.status_code == 400, (path, form)
        in_chinese(response)
    for path in ("knowledge/77/retire", "knowledge/99999999999999999999/retire"):
        assert posts(manager, path).status_code == 404
    assert posts(manager, "knowledge", id="77", question="问", answer="答").status_code == 404
    for token in ("é", "²", ""):
        response = manager.web.post("/console/say", data={"text": "帮助", "csrf": token})
        assert response.status_code == 400
        assert "刷新" in in_chinese(response)
    assert "改过" not in manager.sees(f"/console/tickets/{number}")


def test_a_page_that_has_seen_the_future_is_as_stale_as_any(chat, manager):
    chat.person("李阿姨").says("梧桐里1号院05幢3楼楼道灯坏了")
    number = chat.tickets()[-1].number
    response = posts(manager, f"tickets/{number}", do="remark", note="改过", seen="999999", nonce="n")
    assert response.status_code == 409
    assert "您的操作没有执行：" in plain(response.text)
    assert "：。" not in plain(response.text)
    assert "改过" not in manager.sees(f"/console/tickets/{number}")


def test_open311_answers_what_cannot_be_read_in_its_own_form(chat):
    web = chat.app.test_client()
    base = "/open311/v2"
    for name in ("start_date", "end_date"):
        for said in (f"{FAR}T00:00:00Z", f"{NEAR}T23:59:59%2B14:00", "gestern", "²"):
            for form in ("json", "xml"):
                response = web.get(f"{base}/requests.{form}?{name}={said}")
                assert response.status_code == 400, (name, said)
                assert form in response.content_type
    assert "start_date" in web.get(f"{base}/requests.json?start_date={FAR}").json[0]["description"]
    many = ",".join(["NH20261124-0001"] * 51)
    assert web.get(f"{base}/requests.json?service_request_id={many}").status_code == 400
    for path, status in (
        ("/requests/%00.json", 404), ("/nowhere.json", 404), ("/nowhere", 404), ("/requests.pdf", 404), ("/services.json", 200),
    ):  # fmt: skip
        assert web.get(f"{base}{path}").status_code == status, path
    assert web.get(f"{base}/nowhere.json").json[0]["code"] == 404
    assert web.delete(f"{base}/services.json").status_code == 405
    assert web.post(f"{base}/requests.json", data={"api_key": "\0"}).status_code == 400


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_nul_in_what_is_asked_is_refused_on_every_route_and_noted_once(chat, office):
    web, views = chat.app.test_client(), chat.app.view_functions
    asked = {
        rule.rule: getattr(views[rule.endpoint], "act", None)
        for rule in chat.app.url_map.iter_rules()
        if "GET" in rule.methods
    }
    assert {"/healthz", "/readyz", "/notices", "/page.js", "/wechat", "/console/"} <= asked.keys()
    for route, act in sorted(asked.items()):
        rule = re.sub("<year:[a-z]+>", "2026", re.sub("<(row:)?[a-z_]+>", "1", route))
        may = act is None or Role.COMMUNITY_SECRETARY in PERMISSIONS[act]
        with capture_logs() as noted, (web if act is None else office.web).get(f"{rule}?a=%00") as answer:
            assert answer.status_code == (400 if may else 403), rule
        assert [line["event"] for line in noted] == ["refused" if rule == "/wechat" else "not granted"], rule
    for odd in ("%ED%A0%80", "%FF", "%", "%E2%80%AE", "view=%00&view=large", "%00", "\ud800"):
        for path in ("/notices", "/healthz", "/nowhere", "/console/sign-in", "/open311/v2/services.json"):
            with web.get(path, query_string=odd.encode("utf-8", "surrogatepass").decode("latin-1")) as answer:
                assert answer.status_code < 500, (path, odd)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_answer_carries_the_headers(chat, office):
    asked = (
        "/console/", "/console/sign-in", "/console/nowhere", "/nowhere", "/stars/2026", "/stars", "/verify/none", "/wechat",
        "/open311/v2/services.json", "/open311/v2/nowhere", "/healthz", "/readyz", "/console/static/console.css",
    )  # fmt: skip
    for path in asked:
        with office.web.get(path) as answer:
            answer.get_data()
        assert HEADERS.items() <= dict(answer.headers).items(), path
        policy = answer.headers["Content-Security-Policy"]
        assert {"frame-ancestors 'none'", "default-src 'none'", "base-uri 'none'"} <= set(policy.split("; ")), path
        assert answer.headers["Referrer-Policy"] in ("no-referrer", "same-origin"), path
    assert office.web.delete("/stars/2026").headers["Allow"]


def test_what_no_ticket_is_called_is_no_ticket(chat, manager):
    for said in ("²", "xc", "99999999999999999999", "NH20261124-"):
        response = posts(manager, "board/dispatch", number=said, whom="R1")
        assert response.status_code == 200
        assert "没有" in in_chinese(response), said


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_part_of_a_form_without_a_name_is_left_aside(manager):
    part = "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n"
    for path in ("directory/import", "hotline"):
        response = manager.web.post(
            f"/console/{path}",
            data=part,
            content_type="multipart/form-data; boundary=b",
            headers={"X-CSRF": manager.csrf},
        )
        assert response.status_code == 422
        in_chinese(response)
