"""Calls to the platform's API: timeouts on everything, one renewal of a dead token, bounded downloads."""

import json
import time
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import requests
from redis import Redis
from requests.adapters import HTTPAdapter

from bot.breaker import Breaker, Pace
from bot.errors import FileTooLarge, PlatformAway, PlatformError
from bot.token_keeper import TokenKeeper

TIMEOUT = (3.0, 10.0)
"""Seconds to connect, and between two pieces of an answer."""
DEAD_TOKEN = frozenset({40001, 40014, 42001})
_PIECE = 64 * 1024
POOL = 16
IDLE_S = 10.0
"""A kept connection older than this is not used again."""

Answer = TypeVar("Answer")


class PlatformApi:
    """The platform's API for one official account."""

    def __init__(self, base: str, app_id: str, app_secret: str, redis: Redis, a_second: int = 50) -> None:
        self._base = base
        self._app_id, self._app_secret = app_id, app_secret
        self._http = requests.Session()
        self._http.trust_env = False
        for scheme in ("https://", "http://"):
            self._http.mount(scheme, HTTPAdapter(pool_maxsize=POOL))
        self._last_call = time.monotonic()
        self._pace = Pace(redis, app_id, a_second)
        self.breaker = Breaker(redis, app_id)
        self._media_breaker = Breaker(
            redis, f"{app_id}:media"
        )  # downloads that hang keep no push, least of all a danger's
        self.tokens = TokenKeeper(redis, app_id, self._fetch_token)

    def send_notice(self, openid: str, kind: str, template_id: str, data: dict[str, Any]) -> None:
        """A notice by a template of the account, `kind` subscribe or template; raises PlatformError (43101, 40037 …)."""
        path = "/cgi-bin/message/subscribe/bizsend" if kind == "subscribe" else "/cgi-bin/message/template/send"
        self.post(path, {"touser": openid, "template_id": template_id, "data": data})

    def send_text(self, openid: str, text: str) -> None:
        """A customer-service message; raises PlatformError (45015, 45047 …) or PlatformAway."""
        message = {"touser": openid, "msgtype": "text", "text": {"content": text}}
        self.post("/cgi-bin/message/custom/send", message)

    def send_choices(self, openid: str, text: str, choices: Sequence[str]) -> None:
        """A customer-service message with answers to tap; a tap comes back as a text. Raises like send_text."""
        listed = [{"id": str(number), "content": choice} for number, choice in enumerate(choices, 1)]
        menu = {"head_content": text, "list": listed, "tail_content": ""}
        self.post("/cgi-bin/message/custom/send", {"touser": openid, "msgtype": "msgmenu", "msgmenu": menu})

    def upload_picture(self, content: bytes, media_type: str) -> str:
        """Puts a picture on the platform for three days; answers its media id. Raises PlatformError or PlatformAway."""
        name = f"picture.{media_type.rpartition('/')[2]}"
        file = {"media": (name, content, media_type)}
        try:
            return str(self.upload("/cgi-bin/media/upload", {"type": "image"}, file)["media_id"])
        except PlatformAway as error:
            raise PlatformAway(str(error)) from error  # a picture that lies there twice harms nobody

    def send_picture(self, openid: str, media_id: str) -> None:
        """A picture as a customer-service message; raises like send_text."""
        message = {"touser": openid, "msgtype": "image", "image": {"media_id": media_id}}
        self.post("/cgi-bin/message/custom/send", message)

    def create_menu(self, menu: dict[str, Any]) -> None:
        """The menu that everybody sees for whom there is none by tag; raises PlatformError or PlatformAway."""
        self.post("/cgi-bin/menu/create", menu)

    def delete_menus(self) -> None:
        """Takes all menus off the account."""
        self._with_token(lambda token: self._json("GET", "/cgi-bin/menu/delete", token, None))

    def add_conditional_menu(self, menu: dict[str, Any]) -> None:
        """A menu for those whom its `matchrule` names."""
        self.post("/cgi-bin/menu/addconditional", menu)

    def tag_id(self, name: str) -> int:
        """The tag of this name, made when the account does not have it yet."""
        known = self._with_token(lambda token: self._json("GET", "/cgi-bin/tags/get", token, None))
        for tag in known.get("tags", []):
            if tag.get("name") == name:
                return int(tag["id"])
        return int(self.post("/cgi-bin/tags/create", {"tag": {"name": name}})["tag"]["id"])

    def tag(self, openids: list[str], tag_id: int, *, take_off: bool = False) -> None:
        """Gives up to 50 followers a tag, or takes it off."""
        action = "batchuntagging" if take_off else "batchtagging"
        self.post(f"/cgi-bin/tags/members/{action}", {"openid_list": openids, "tagid": tag_id})

    def create_code(self, scene: str) -> str:
        """A permanent QR code; answers the address that it is to show. At most 100,000 an account."""
        action = {"action_name": "QR_LIMIT_STR_SCENE", "action_info": {"scene": {"scene_str": scene}}}
        return str(self.post("/cgi-bin/qrcode/create", action)["url"])

    def create_short_code(self, scene: str, seconds: int) -> str:
        """A QR code that is good for some seconds; answers the address that it is to show."""
        action = {
            "action_name": "QR_STR_SCENE", "expire_seconds": seconds, "action_info": {"scene": {"scene_str": scene}},
        }  # fmt: skip
        return str(self.post("/cgi-bin/qrcode/create", action)["url"])

    def download(self, media_id: str, most: int) -> bytes:
        """A file sent by a user. The platform answers errors with status 200 and JSON: looked at before it counts as a file."""
        return self._with_token(lambda token: self._download(token, media_id, most))

    def post(self, path: str, asked: dict[str, Any]) -> dict[str, Any]:
        """One call with a JSON body; raises PlatformError or PlatformAway."""
        body = json.dumps(asked, ensure_ascii=False).encode()
        return self._with_token(lambda token: self._json("POST", path, token, body))

    def upload(self, path: str, query: dict[str, str], files: dict[str, tuple[str, bytes, str]]) -> dict[str, Any]:
        """One call that carries a file; raises PlatformError or PlatformAway."""
        return self._with_token(lambda token: self._sent_file(path, {**query, "access_token": token}, files))

    def _with_token(self, call: Callable[[str], Answer]) -> Answer:
        token = self.tokens.token()
        try:
            return call(token)
        except PlatformError as error:
            if error.code not in DEAD_TOKEN:
                raise
        return call(self.tokens.replace(token))

    def _fetch_token(self, force: bool) -> dict[str, Any]:
        credentials = {"grant_type": "client_credential", "appid": self._app_id, "secret": self._app_secret}
        body = json.dumps({**credentials, "force_refresh": force}).encode()
        try:
            return self._json("POST", "/cgi-bin/stable_token", None, body)
        except PlatformAway as error:
            raise PlatformAway(str(error)) from error  # whatever was to be done with the token was not tried

    def _json(self, method: str, path: str, token: str | None, body: bytes | None) -> dict[str, Any]:
        with self._request(method, path, {"access_token": token} if token else {}, body) as response:
            return _checked(_content(response, 1024 * 1024))

    def _sent_file(self, path: str, query: dict[str, str], files: dict[str, tuple[str, bytes, str]]) -> dict[str, Any]:
        with self._request("POST", path, query, None, files=files) as response:
            return _checked(_content(response, 1024 * 1024))

    def _download(self, token: str, media_id: str, most: int) -> bytes:
        query = {"access_token": token, "media_id": media_id}
        with self._request("GET", "/cgi-bin/media/get", query, None, breaker=self._media_breaker) as response:
            content = _content(response, most)
        if content[:1] == b"{":
            _checked(content)
            raise PlatformError(-1, "JSON where a file was asked for")
        return content

    def _request(
        self, method: str, path: str, query: dict[str, str], body: bytes | None, files: Any = None,
        breaker: Breaker | None = None,
    ) -> requests.Response:  # fmt: skip
        breaker = breaker or self.breaker
        if breaker.is_open():
            raise PlatformAway("breaker open")
        self._pace.wait()
        self._drop_idle()
        try:
            response = self._http.request(
                method, self._base + path, params=query, data=body, files=files, timeout=TIMEOUT, stream=True
            )
        except requests.RequestException as error:
            breaker.failed()
            raise away(error) from None
        if response.status_code != 200:
            response.close()
            breaker.failed()
            raise PlatformAway(f"HTTP {response.status_code}")
        breaker.went_through()
        return response

    def _drop_idle(self) -> None:
        """Lets go of connections that the other side may have closed: on one of those nobody knows what was taken."""
        now = time.monotonic()
        if now - self._last_call > IDLE_S:
            self._http.close()
        self._last_call = now


def away(error: requests.RequestException) -> PlatformAway:
    """What kept a call from getting through. It is doubtful unless no connection was made at all."""
    never = isinstance(error, requests.ConnectTimeout) or "NewConnectionError" in repr(error)
    return PlatformAway(type(error).__name__, doubtful=not never)


def _content(response: requests.Response, most: int) -> bytes:
    pieces, size = [], 0
    try:
        for piece in response.iter_content(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > most:
                raise FileTooLarge(-1, f"more than {most} bytes")
    except requests.RequestException as error:
        raise away(error) from None
    return b"".join(pieces)


def _checked(content: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(content)
    except ValueError as error:
        raise PlatformAway("answer is not JSON", doubtful=True) from error
    if not isinstance(answer, dict):
        raise PlatformAway("answer is no object", doubtful=True)
    code = answer.get("errcode", 0)
    if code:
        raise PlatformError(int(code), str(answer.get("errmsg", "")))
    return answer
