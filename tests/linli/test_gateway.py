"""The door of a real `linli web`: bodies that are too large or too slow, before anything reads them; nobody starves the webhook."""

import itertools
import json
import socket
import time
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime

import pytest
import requests
from sqlalchemy import insert

from linli.gateway import CONNECT, WEBHOOK, Gateway
from simulator.envelope import Secrets, sealed
from storage.console.sessions import Visitor, end_session, open_session
from storage.database import Database
from storage.models import Person
from storage.unit_of_work import UnitOfWork
from tests.conftest import SECRET_KEY
from tests.processes import command, free_address, wait_for

SECRET = Secrets("gatewaytoken", "g" * 43, "wxgateway00000000", "")
SLOW = 60
"""More than the threads and the places before them that the process below has."""
_IDS = itertools.count(1)


SIGNED_IN, GONE = "the-cookie-of-somebody", "the-cookie-of-somebody-who-signed-out"


def signs_in(url):
    """Somebody without a right, in one browser still and in another no more."""
    database, now = Database(url), datetime.now(UTC)
    with database.write() as connection:
        person = connection.execute(insert(Person).values(code="R1", name="陈试用").returning(Person.id)).scalar_one()
        uow = UnitOfWork(connection)
        open_session(uow, SIGNED_IN, person, "wechat", Visitor("127.0.0.1"), now)
        end_session(uow, open_session(uow, GONE, person, "wechat", Visitor("127.0.0.1"), now), now)
    database.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory, sqlite_template):
    folder, address = tmp_path_factory.mktemp("gateway"), free_address()
    (folder / "data").mkdir()
    (folder / "data" / "linli.db").write_bytes(sqlite_template.read_bytes())
    signs_in(f"sqlite:///{folder}/data/linli.db")
    settings = {
        "LINLI_DATA_DIR": str(folder / "data"), "LINLI_BIND": address, "LINLI_WECHAT_TOKEN": SECRET.token,
        "LINLI_WECHAT_AES_KEY": SECRET.aes_key, "LINLI_WECHAT_APP_ID": SECRET.app_id,
        "LINLI_SECRET_KEY": SECRET_KEY, "LINLI_WEB_PROCESSES": "1", "LINLI_WEB_THREADS": "8",
    }  # fmt: skip
    with command("web", settings=settings, log=folder / "log"):
        wait_for(f"http://{address}/readyz")
        yield address


def says(address, text="帮助", timeout=5):
    """One message at the webhook; answers how long the reply took."""
    now, number = datetime.now(UTC), next(_IDS)
    fields = {
        "ToUserName": "gh_x", "FromUserName": f"o{number:027d}", "CreateTime": int(now.timestamp()), "MsgType": "text",
        "Content": text, "MsgId": number,
    }  # fmt: skip
    post = sealed(SECRET, fields, now)
    began = time.perf_counter()
    answer = requests.post(
        f"http://{address}/wechat?{post.query}", post.body, headers={"Content-Type": "text/xml"}, timeout=timeout
    )
    assert answer.status_code == 200
    assert b"Encrypt" in answer.content
    return time.perf_counter() - began


@contextmanager
def begun(address, path, length=1000, more="", kind=None):
    """A request whose body has only begun."""
    host, _, port = address.rpartition(":")
    with socket.create_connection((host, int(port)), timeout=20) as sent:
        size = "Transfer-Encoding: chunked" if length is None else f"Content-Length: {length}"
        kind = kind or ("text/xml" if path.startswith("/wechat") else "application/x-www-form-urlencoded")
        head = f"POST {path} HTTP/1.1\r\nHost: {address}\r\nContent-Type: {kind}\r\n{size}\r\n{more}\r\n"
        sent.sendall(head.encode() + (b"1\r\na\r\n" if length is None else b"a"))
        yield sent


def answer_of(sent):
    """Status and body of what comes back until the server closes."""
    got = b""
    while piece := sent.recv(65536):
        got += piece
        head, _, body = got.partition(b"\r\n\r\n")
        length = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
        if length and len(body) >= int(length[0].split(b":")[1]):
            return int(head[9:12]), body.decode()
    return None, got.decode()


def test_slow_bodies_at_the_office_keep_no_message_waiting(address):
    says(address)
    with ExitStack() as slow:
        for _ in range(SLOW):
            slow.enter_context(begun(address, "/console/sign-in"))
        assert max(says(address) for _ in range(20)) < 2
        assert requests.get(f"http://{address}/console/sign-in", timeout=5).status_code == 200
        assert requests.get(f"http://{address}/healthz", timeout=5).status_code == 200


def test_what_says_that_it_is_too_large_is_refused_before_it_is_sent(address):
    large = 150 * 1024 * 1024
    for path in ("/wechat", "/console/sign-in", "/open311/v2/requests.json", "/stars/2026"):
        with begun(address, path, large) as sent:
            began = time.monotonic()
            status, body = answer_of(sent)
            assert (status, time.monotonic() - began < 3) == (413, True), path
            assert ("太大" in body) == (path != "/wechat"), path
    with begun(address, "/open311/v2/requests.json", large) as sent:
        assert json.loads(answer_of(sent)[1].encode().decode()) == [
            {"code": 413, "description": "内容太大，没有收下。照片最大 10 MB，表格最大 10 MB。"}
        ]


def test_a_body_that_does_not_say_its_size_ends_at_the_limit(address):
    with begun(address, "/console/sign-in", None) as sent:
        try:
            for _ in range(400):
                sent.sendall(b"1000\r\n" + b"a" * 4096 + b"\r\n")
        except OSError:
            return  # closed while we sent: refused as well
        assert answer_of(sent)[0] == 413


def sends_file(address, cookie):
    """The status of 600 kB, a file."""
    said = {"Cookie": f"linli_console={cookie}"} if cookie else {}
    file = {"file": ("x.xlsx", b"0" * 600_000)}
    asked = f"http://{address}/console/hotline"
    return requests.post(asked, files=file, headers=said, timeout=20, allow_redirects=False).status_code


def test_a_file_is_taken_only_of_who_is_signed_in(address):
    """Who is signed in comes as far as the application, which refuses this one for want of a right."""
    assert sends_file(address, None) == 413
    assert sends_file(address, "made-up") == 413
    assert sends_file(address, GONE) == 413
    assert sends_file(address, SIGNED_IN) == 403


def test_nobody_holds_the_places_for_files_by_a_made_up_cookie(address):
    """There are four in a process, a minute each: strangers held them, and nobody of the office could send a picture."""
    more = "Cookie: linli_console=made-up\r\n"
    with ExitStack() as slow:
        held = [
            slow.enter_context(begun(address, "/console/hotline", more=more, kind="multipart/form-data; boundary=x"))
            for _ in range(8)
        ]
        assert sends_file(address, SIGNED_IN) == 403
        assert answer_of(held[0])[0] == 408


def test_a_message_that_stalls_is_ended_within_the_platforms_patience(address):
    with begun(address, "/wechat") as sent:
        began = time.monotonic()
        assert answer_of(sent) == (408, "")
        assert 3 < time.monotonic() - began < 6


def test_an_address_and_headers_reach_the_application_as_they_were_sent(address):
    assert requests.get(f"http://{address}/console/%E4%B8%AD%20%FF", timeout=5).status_code == 404
    page = requests.get(f"http://{address}/console/sign-in", timeout=5)
    assert "登录" in page.text
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert requests.head(f"http://{address}/console/sign-in", timeout=5).status_code == 200


def test_where_a_body_ends_is_read_in_one_way_only(address):
    """Of two words about its length neither hides a second request behind the first."""
    host, _, port = address.rpartition(":")
    hidden = f"GET /healthz?hidden HTTP/1.1\r\nHost: {address}\r\n\r\n"
    cases = (
        f"Content-Length: {5 + len(hidden)}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{hidden}",
        f"Content-Length: 0\r\nContent-Length: {len(hidden)}\r\n\r\n{hidden}",
        f"Transfer-Encoding: identity, chunked\r\nContent-Length: 3\r\n\r\n{hidden}",
        f"Content-Length: +{len(hidden)}\r\n\r\n{hidden}",
        f"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n{hidden}",
    )
    for more in cases:
        with socket.create_connection((host, int(port)), timeout=5) as sent:
            sent.sendall(f"POST /console/sign-in HTTP/1.1\r\nHost: {address}\r\n{more}".encode())
            got = b""
            try:
                while piece := sent.recv(65536):
                    got += piece
                    sent.settimeout(1)
            except TimeoutError:
                pass
            statuses = [line.split()[1] for line in got.split(b"\r\n") if line.startswith(b"HTTP/1.1 ")]
            assert b"200" not in statuses, (more, statuses)


def test_what_is_refused_at_the_gate_carries_the_headers_too(address):
    with begun(address, "/console/sign-in", 150 * 1024 * 1024) as sent:
        head = sent.recv(65536).decode().lower()
    assert head.startswith("http/1.1 413")
    for name in ("x-content-type-options: nosniff", "frame-ancestors 'none'", "charset=utf-8", "referrer-policy"):
        assert name in head, name


def test_other_platforms_come_one_at_a_time_and_leave_time_for_people():
    spans = []

    def app(_environ, start):
        begun = time.thread_time()
        while time.thread_time() - begun < 0.02:
            pass
        spans.append(time.monotonic())
        start("202 ACCEPTED", [])
        return [b"{}"]

    gateway = Gateway(app, lambda _cookies: False, 8)
    pool = gateway._pools["connect"]
    for each in [pool.submit(gateway._run, CONNECT, {}) for _ in range(4)]:
        assert each.result()[0] == 202
    between = [later - earlier for earlier, later in itertools.pairwise(spans)]
    assert min(between) >= 0.02 * (1 + CONNECT.rests) * 0.9
    assert CONNECT.name != WEBHOOK.name
