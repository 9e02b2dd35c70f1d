"""A browser at the back office, signed in by somebody's phone; HTML is read as a reader would."""

import re
from html import unescape
from typing import Any

from flask.testing import FlaskClient

from tests.chat import Chat, Speaker


class Office:
    """One browser."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat
        self.web: FlaskClient = chat.app.test_client()
        self.csrf = ""
        self.speaker: Speaker | None = None

    def signs_in_again(self) -> None:
        """As whoever was signed in, after they have gone."""
        assert self.speaker
        self.web.delete_cookie("linli_console", path="/console")
        self.signs_in(self.speaker)

    def signs_in(self, speaker: Speaker) -> "Office":
        """Opens the sign-in page and sends its code from a phone."""
        self.speaker = speaker
        page = self.web.get("/console/sign-in").text
        found = re.search(r"登录 (\d{6})", page)
        assert found, page
        answer = speaker.says(f"登录 {found[1]}")
        assert "已在电脑上登录后台" in answer, answer
        state = self.web.get("/console/sign-in/state", headers={"HX-Request": "true"})
        assert state.headers["HX-Redirect"] == "/console/"
        token = re.search(r'"X-CSRF": "(\w+)"', self.web.get("/console/").text)
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


def plain(html: str) -> str:
    """The text of a page."""
    body = re.sub(r"<(script|style|head)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body)))
