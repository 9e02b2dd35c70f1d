"""The subdistrict's WeCom (企业微信): an application's text messages to its own members."""

import json
from typing import Any

import requests
from redis import Redis

from bot.api import TIMEOUT, away
from bot.errors import PlatformAway, PlatformError
from bot.token_keeper import TokenKeeper

DEAD_TOKEN = frozenset({40014, 42001})


class WeComApi:
    """One application of one corporation."""

    def __init__(self, base: str, corp_id: str, secret: str, agent_id: int, redis: Redis) -> None:
        self._base, self._corp_id, self._secret, self._agent_id = base, corp_id, secret, agent_id
        self._http = requests.Session()
        self._http.trust_env = False
        self.tokens = TokenKeeper(redis, f"wecom:{corp_id}:{agent_id}", self._fetch_token)

    def send_text(self, user: str, text: str) -> None:
        """A text to a member (≤ 2,048 bytes); raises PlatformError or PlatformAway."""
        message = {"touser": user, "msgtype": "text", "agentid": self._agent_id, "text": {"content": text}}
        token = self.tokens.token()
        try:
            self._post(token, message)
        except PlatformError as error:
            if error.code not in DEAD_TOKEN:
                raise
            self._post(self.tokens.replace(token), message)

    def _post(self, token: str, message: dict[str, Any]) -> None:
        body = json.dumps(message, ensure_ascii=False).encode()
        self._call("POST", "/cgi-bin/message/send", {"access_token": token}, body)

    def _fetch_token(self, force: bool) -> dict[str, Any]:
        return self._call("GET", "/cgi-bin/gettoken", {"corpid": self._corp_id, "corpsecret": self._secret}, None)

    def _call(self, method: str, path: str, query: dict[str, str], body: bytes | None) -> dict[str, Any]:
        try:
            response = self._http.request(method, self._base + path, params=query, data=body, timeout=TIMEOUT)
            answer = response.json() if response.status_code == 200 else None
        except requests.RequestException as error:
            raise away(error) from None
        if not isinstance(answer, dict):
            raise PlatformAway(f"HTTP {response.status_code}")
        if answer.get("errcode", 0):
            raise PlatformError(int(answer["errcode"]), str(answer.get("errmsg", "")))
        return answer
