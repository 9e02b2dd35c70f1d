"""A browser at the back office, signed in by somebody's phone; HTML is read as a reader would."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from zlib import crc32

import requests
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.chat import Chat, Speaker


class Office:
    """One browser."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat
        self.web: FlaskClient = chat.app.test_client()
        self.csrf = ""
        self.speaker: Speaker | None = None
        self.times = 0

    def signs_in_again(self) -> None:
        """As whoever was signed in, after they have gone: in another browser at another address, for each has so many tries."""
        assert self.speaker
        self.web = self.chat.app.test_client()
        self.web.environ_base["REMOTE_ADDR"] = f"127.9.{self.times // 250}.{self.times % 250 + 1}"
        self.times += 1
        self.signs_in(self.speaker)

    def signs_in(self, speaker: Speaker) -> "Office":
        """Asks for a code, sends it from a phone, and says there which number the screen shows."""
        self.speaker = speaker
        asked = speaker.says(f"登录 {code_shown(self.web)}")
        assert "两位数字" in asked, asked
        answer = speaker.says(number_shown(self.web))
        assert "已在电脑上登录后台" in answer, answer
        state = self.web.get("/console/sign-in/state", headers={"HX-Request": "true"})
        assert state.headers["HX-Redirect"] == "/console/"
        token = re.search(r'"X-CSRF": "(\w+)"', self.web.get("/console/", follow_redirects=True).text)
        assert token
        self.csrf = token[1]
        return self

    @property
    def cookie(self) -> str:
        """What the browser is known by."""
        found = self.web.get_cookie("linli_console", path="/console")
        assert found
        return found.value

    def sees(self, path: str) -> str:
        """A page's text, tags aside."""
        response = self.web.get(path)
        assert response.status_code == 200, response.text
        return plain(response.text)

    def does(self, number: str, do: str, **fields: Any) -> tuple[int, str]:
        """Fills a form of a ticket's page and sends it, as the page stands now."""
        page = self.web.get(f"/console/tickets/{number}").text
        seen = re.search(r"seen=(\d+)", page)
        form = {"do": do, "csrf": self.csrf, "seen": seen[1] if seen else "", "nonce": f"n{len(page)}{do}", **fields}
        response = self.web.post(f"/console/tickets/{number}", data=form, headers={"HX-Request": "true"})
        return response.status_code, plain(response.text)

    def posts(self, path: str, *, inside: bool = False, **form: Any) -> TestResponse:
        """Sends a form of a page, the same again as the same form; `inside`: as one that is answered inside the page."""
        sent = {"csrf": self.csrf, "nonce": f"{crc32(repr(form).encode()):x}", **form}
        return self.web.post(path, data=sent, headers={"HX-Request": "true"} if inside else None)


def code_shown(web: FlaskClient, **headers: str) -> str:
    """The code that the sign-in page shows to who asks for one."""
    token = re.search(r'name="csrf" value="(\w+)"', web.get("/console/sign-in").text)
    assert token
    page = web.post("/console/sign-in/code", data={"csrf": token[1]}, headers=headers).text
    found = re.search(r"登录 (\d{6})", page)
    assert found, page
    return found[1]


def number_shown(web: FlaskClient) -> str:
    """The number on the screen, once a phone has sent the code."""
    found = re.search(r'id="number">(\d\d)<', web.get("/console/sign-in/state").text)
    assert found
    return found[1]


def sign_in_over_http(browser: requests.Session, office: str, says: Callable[[str], str]) -> None:
    """The same from another process: `says` is the phone of who signs in."""
    token = re.search(r'name="csrf" value="(\w+)"', browser.get(f"{office}/sign-in", timeout=10).text)
    assert token
    page = browser.post(f"{office}/sign-in/code", data={"csrf": token[1]}, timeout=10).text
    code = re.search(r"登录 \d{6}", page)
    assert code, page
    assert "两位数字" in says(code[0])
    number = re.search(r'id="number">(\d\d)<', browser.get(f"{office}/sign-in/state", timeout=10).text)
    assert number
    assert "已在电脑上登录后台" in says(number[1])
    assert browser.get(f"{office}/sign-in/state", timeout=10).headers["HX-Redirect"] == "/console/"


def plain(html: str) -> str:
    """The text of a page."""
    body = re.sub(r"<(script|style|head)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body)))
