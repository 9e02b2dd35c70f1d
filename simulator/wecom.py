"""A stand-in for WeCom (企业微信): its token and an application's messages to members."""

import json
import secrets
import threading
from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, jsonify, request

MOST_TEXT_BYTES = 2048


class WeCom:
    """One corporation with one application; `inbox`: what each member read."""

    def __init__(self, corp_id: str = "corp", secret: str = "stand-in", agent_id: int = 1) -> None:  # noqa: S107
        self.corp_id, self.secret, self.agent_id = corp_id, secret, agent_id
        self.members: set[str] = set()
        self.inbox: list[tuple[str, str]] = []
        self._tokens: set[str] = set()
        self._lock = threading.Lock()

    def token(self, corp_id: str, secret: str) -> dict[str, Any]:
        """`gettoken`: the same token while it lives."""
        if (corp_id, secret) != (self.corp_id, self.secret):
            return {"errcode": 40001, "errmsg": "invalid credential"}
        with self._lock:
            if not self._tokens:
                self._tokens.add(secrets.token_hex(16))
            return {"errcode": 0, "errmsg": "ok", "access_token": min(self._tokens), "expires_in": 7200}

    def send(self, token: str, body: dict[str, Any]) -> dict[str, Any]:
        """`message/send` of a text to one member."""
        user, text = str(body.get("touser", "")), str(body.get("text", {}).get("content", ""))
        if token not in self._tokens:
            return {"errcode": 40014, "errmsg": "invalid access_token"}
        if body.get("agentid") != self.agent_id or body.get("msgtype") != "text" or not text:
            return {"errcode": 40008, "errmsg": "invalid message type"}
        if len(text.encode()) > MOST_TEXT_BYTES:
            return {"errcode": 45002, "errmsg": "content size out of limit"}
        if user not in self.members:
            return {"errcode": 81013, "errmsg": "user & party & tag all invalid"}
        with self._lock:
            self.inbox.append((user, text))
        return {"errcode": 0, "errmsg": "ok", "msgid": secrets.token_hex(8)}

    def kill_tokens(self) -> None:
        """All tokens are dead."""
        with self._lock:
            self._tokens.clear()


def wecom_api(wecom: Callable[[], WeCom]) -> Blueprint:
    """Its two calls, below `/wecom`; whose they are is asked at each."""
    blueprint = Blueprint("wecom", __name__, url_prefix="/wecom/cgi-bin")

    @blueprint.get("/gettoken")
    def gettoken() -> Response:
        return jsonify(wecom().token(request.args.get("corpid", ""), request.args.get("corpsecret", "")))

    @blueprint.post("/message/send")
    def send() -> Response:
        try:
            body = json.loads(request.get_data())
        except ValueError:
            body = {}
        return jsonify(wecom().send(request.args.get("access_token", ""), body))

    return blueprint
