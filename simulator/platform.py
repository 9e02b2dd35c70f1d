"""The platform: people, what they send, what reaches them, and the state behind its API."""

import itertools
import threading
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

import requests

from simulator.envelope import Fields, Secrets, sealed, unsealed
from simulator.errors import ApiError
from simulator.faults import Faults
from simulator.journal import Journal
from simulator.media import MediaShelf
from simulator.people import Follower
from simulator.tags import Tags
from simulator.tokens import TokenDesk
from simulator.wecom import WeCom
from simulator.windows import Windows

ANSWER_WITHIN_S = 5.0
TRIES = 3
OUT_OF_ORDER = "该公众号提供的服务出现故障，请稍后再试"
MOST_REPLY_BYTES = 2048
ACCOUNT = "gh_linli_standin"


class Platform:
    """One official account's world. `webhook`: the bot's address; `answer_within`: seconds until the platform tries again."""

    def __init__(
        self, secret: Secrets, webhook: str, clock: Callable[[], datetime], answer_within: float = ANSWER_WITHIN_S
    ) -> None:
        self.secret, self.webhook, self.clock = secret, webhook, clock
        self.answer_within = answer_within
        self.people: dict[str, Follower] = {}
        self.journal, self.media, self.windows, self.faults = Journal(), MediaShelf(), Windows(), Faults()
        self.tokens = TokenDesk(secret.app_id, secret.app_secret, clock)
        self.menu: dict[str, Any] = {"button": []}
        self.conditional_menus: list[tuple[int, dict[str, Any]]] = []
        self.tags = Tags()
        self.wecom = WeCom()
        self.templates: dict[str, tuple[str, ...]] = {}
        self.permissions: dict[tuple[str, str], int] = {}
        self.codes_made = 0
        self.drafts: dict[str, dict[str, Any]] = {}
        self.drafts_allowed = True
        self._serial = itertools.count(int(clock().timestamp() * 1_000_000))
        self._held_back: list[threading.Event] = []
        self._http = requests.Session()
        self._http.trust_env = False

    def add_person(self, openid: str, name: str, about: str = "", followed: bool = True) -> Follower:
        """Puts a phone on the table."""
        person = Follower(openid, name, about, self.clock() if followed else None)
        self.people[openid] = person
        return person

    def follower(self, openid: str) -> Follower:
        """A known person who follows; raises ApiError 40003 or 43004."""
        person = self.people.get(openid)
        if person is None:
            raise ApiError(40003, "invalid openid")
        if person.followed_at is None:
            raise ApiError(43004, "require subscribe")
        return person

    def menu_of(self, openid: str) -> dict[str, Any]:
        """The menu on a person's phone: the newest one by tag that fits, else the common one."""
        mine = self.tags.of(openid)
        return next((menu for tag, menu in reversed(self.conditional_menus) if tag in mine), self.menu)

    def send(self, openid: str, kind: str, action: str = "message", **fields: Any) -> str | None:
        """A message from a person to the account (`action`: the window it opens); answers the reply's text, None for no reply."""
        self.windows.note(openid, action, self.clock())
        return self.deliver(openid, {**self._head(openid, kind), **fields, "MsgId": next(self._serial)})

    def act(self, openid: str, event: str, action: str | None = None, **fields: Any) -> str | None:
        """An event of a person; `action` names the window that it opens."""
        if action is not None:
            self.windows.note(openid, action, self.clock())
        return self.deliver(openid, {**self._head(openid, "event"), "Event": event, **fields})

    def _head(self, openid: str, kind: str) -> Fields:
        created = int(self.clock().timestamp())
        return {"ToUserName": ACCOUNT, "FromUserName": openid, "CreateTime": created, "MsgType": kind}

    def deliver(self, openid: str, fields: Fields) -> str | None:
        """Posts to the webhook as the platform does: three tries of five seconds, then the person reads of a fault."""
        self._reorder()
        if self.faults.strikes("duplicate") is not None:
            twin = threading.Thread(target=self._post, args=(fields,))
            twin.start()
        for _ in range(TRIES):
            body = self._post(fields)
            if body is not None:
                return self._show_reply(openid, body)
        self.journal.add(openid, "system", "text", OUT_OF_ORDER)
        return OUT_OF_ORDER

    def _reorder(self) -> None:
        """Holds a message back until the next one has gone past it."""
        seconds = self.faults.strikes("reorder")
        if seconds is not None:
            held = threading.Event()
            self._held_back.append(held)
            held.wait(seconds)
            time.sleep(0.05)
        elif self._held_back:
            self._held_back.pop().set()

    def _post(self, fields: Fields) -> bytes | None:
        """One try; None when no usable answer came in time."""
        post = sealed(self.secret, fields, self.clock())
        delay = self.faults.strikes("delay")
        if delay is not None:
            time.sleep(delay)
        try:
            response = self._http.post(
                f"{self.webhook}?{post.query}", post.body, headers={"Content-Type": "text/xml"},
                timeout=self.answer_within, allow_redirects=False,
            )  # fmt: skip
        except requests.RequestException:
            return None
        if response.status_code != 200 or self.faults.strikes("drop") is not None:
            return None
        return response.content

    def _show_reply(self, openid: str, body: bytes) -> str | None:
        if body in (b"", b"success"):
            return None
        try:
            fields = unsealed(self.secret, body)
            text = fields["Content"]
        except (ValueError, KeyError):
            text = OUT_OF_ORDER
        if text == OUT_OF_ORDER or fields["ToUserName"] != openid or len(text.encode()) > MOST_REPLY_BYTES:
            self.journal.add(openid, "system", "text", OUT_OF_ORDER)
            return OUT_OF_ORDER
        self.journal.add(openid, "account", "text", text)
        return text
