"""Calls to the platform's API through wechatpy's client: our token, time-outs on everything, one renewal of a dead token.

wechatpy knows the calls, this knows how far to trust them. Its own way renews a dead token by recursion without an end, and in
each process for itself; has no time-out; and reads any answer to its end.
"""

from collections.abc import Sequence
from typing import Any

from redis import Redis
from wechatpy.client.api import WeChatMaterial, WeChatMenu, WeChatMessage, WeChatQRCode
from wechatpy.client.base import BaseWeChatClient

from bot.endpoints import BoundedMedia, Drafts, Tags, Templates
from bot.errors import PlatformAway, PlatformError
from bot.token_keeper import TokenKeeper
from bot.transport import GuardedSession, answer_of, content_of, is_page, number_of, word_of

TIMEOUT = (3.0, 10.0)
"""Seconds to connect, and between two pieces of an answer."""
LONGEST_ANSWER = 1024 * 1024
NO_MENU = 46003
TAG_NAME_TAKEN = 45157
"""The account has a tag of this name, or the name is not allowed. Source: the platform's document on user tags."""


class GuardedClient(BaseWeChatClient):
    """wechatpy's client with its token, its calls and its answers guarded. `name`: whose token, breaker and pace these are."""

    DEAD_TOKEN = frozenset({40001, 40014, 42001})

    def __init__(self, base: str, name: str, redis: Redis, a_second: int) -> None:
        super().__init__(name, auto_retry=False)
        self.API_BASE_URL = f"{base}/cgi-bin/"
        self._http = GuardedSession(redis, name, a_second)
        self.breaker = self._http.breaker
        self.tokens = TokenKeeper(redis, name, self.fetch_token)

    @property
    def access_token(self) -> str:
        """The keeper's."""
        return self.tokens.token()

    def fetch_token(self, force: bool) -> dict[str, Any]:
        """Asks for a token, once; the keeper calls it."""
        raise NotImplementedError

    def without_token(self, method: str, endpoint: str, **kwargs: Any) -> dict[str, Any]:
        """A call that is made to get a token. Never doubtful: whatever was to be done with the token was not tried."""
        try:
            response = self._http.request(method, self.API_BASE_URL + endpoint, timeout=TIMEOUT, **kwargs)
            return dict(self._handle_result(response))
        except PlatformAway as error:
            raise PlatformAway(str(error)) from error

    def _request(self, method: str, url_or_endpoint: str, **kwargs: Any) -> Any:
        token = self.tokens.token()
        try:
            return self._call(token, method, url_or_endpoint, kwargs)
        except PlatformError as error:
            if error.code not in self.DEAD_TOKEN:
                raise
        return self._call(self.tokens.replace(token), method, url_or_endpoint, kwargs)

    def _call(self, token: str, method: str, endpoint: str, asked: dict[str, Any]) -> Any:
        params = {**asked.get("params", {}), "access_token": token}
        return super()._request(method, endpoint, **{**asked, "params": params, "timeout": TIMEOUT})

    def _handle_result(
        self, res: Any, method: str = "", url: str = "", result_processor: Any = None, *, most: int = 0, **_: Any
    ) -> Any:
        """What the answer says; `most` where a file of so many bytes is asked for, whose errors come as JSON with status 200."""
        with res:
            content = content_of(res, most or LONGEST_ANSWER)
        if most and content[:1] != b"{" and not is_page(res):
            return content
        answer = answer_of(content)
        if most:
            raise PlatformError(-1, "JSON where a file was asked for")
        try:
            return result_processor(answer) if result_processor else answer
        except (KeyError, TypeError, ValueError) as error:
            raise PlatformAway("answer lacks what was asked for", doubtful=True) from error


class PlatformClient(GuardedClient):
    """The calls that an official account makes; those of wechatpy's that nothing here needs are not to be had."""

    message = WeChatMessage()
    menu = WeChatMenu()
    tag = Tags()
    media = BoundedMedia()
    material = WeChatMaterial()
    qrcode = WeChatQRCode()
    draft = Drafts()
    template = Templates()

    def __init__(self, base: str, app_id: str, app_secret: str, redis: Redis, a_second: int) -> None:
        super().__init__(base, app_id, redis, a_second)
        self._secret = app_secret

    def fetch_token(self, force: bool) -> dict[str, Any]:
        """By `stable_token`, which wechatpy 1.8 does not know."""
        credentials = {"grant_type": "client_credential", "appid": self.appid, "secret": self._secret}
        return self.without_token("POST", "stable_token", json={**credentials, "force_refresh": force})


class PlatformApi:
    """The platform's API for one official account. Everything here raises PlatformError or PlatformAway."""

    def __init__(self, base: str, app_id: str, app_secret: str, redis: Redis, a_second: int = 50) -> None:
        self.client = PlatformClient(base, app_id, app_secret, redis, a_second)
        self.tokens, self.breaker = self.client.tokens, self.client.breaker

    def send_notice(self, openid: str, kind: str, template_id: str, data: dict[str, Any]) -> None:
        """A notice by a template of the account, `kind` subscribe or template; refused with 43101, 40037 …"""
        message = self.client.message
        send = message.send_subscribe_message if kind == "subscribe" else message.send_template
        send(openid, template_id, data)

    def send_text(self, openid: str, text: str) -> None:
        """A customer-service message; refused with 45015, 45047 …"""
        self.client.message.send_text(openid, text)

    def send_choices(self, openid: str, text: str, choices: Sequence[str]) -> None:
        """A customer-service message with answers to tap; a tap comes back as a text."""
        listed = [{"id": str(number), "content": choice} for number, choice in enumerate(choices, 1)]
        self.client.message.send_msg_menu(openid, {"head_content": text, "list": listed, "tail_content": ""})

    def upload_picture(self, content: bytes, media_type: str) -> str:
        """Puts a picture on the platform for three days; answers its media id."""
        file = (f"picture.{media_type.rpartition('/')[2]}", content, media_type)
        try:
            return word_of(self.client.media.upload("image", file), "media_id")
        except PlatformAway as error:
            raise PlatformAway(str(error)) from error  # a picture that lies there twice harms nobody

    def send_picture(self, openid: str, media_id: str) -> None:
        """A picture as a customer-service message."""
        self.client.message.send_image(openid, media_id)

    def create_menu(self, menu: dict[str, Any]) -> None:
        """The menu that everybody sees for whom there is none by tag."""
        self.client.menu.create(menu)

    def has_menu(self) -> bool:
        """Whether a menu made by this interface is on the account."""
        try:
            return bool((self.client.menu.get() or {}).get("menu", {}).get("button"))
        except PlatformError as error:
            if error.code == NO_MENU:
                return False
            raise

    def templates(self, kind: str) -> dict[str, str]:
        """The content of each of the account's templates by its id; `kind` subscribe or template."""
        templates = self.client.template
        return templates.of_notices() if kind == "subscribe" else templates.of_messages()

    def delete_menus(self) -> None:
        """Takes all menus off the account."""
        self.client.menu.delete()

    def add_conditional_menu(self, menu: dict[str, Any]) -> None:
        """A menu for those whom its `matchrule` names."""
        self.client.menu.add_conditional(menu)

    def tag_id(self, name: str) -> int:
        """The tag of this name, made when the account does not have it yet."""
        try:
            return number_of(self._known_tag(name) or self.client.tag.create(name), "id")
        except PlatformError as error:
            known = self._known_tag(name) if error.code == TAG_NAME_TAKEN else None
            if known is None:
                raise
            return number_of(known, "id")  # somebody else made it between our look and our call

    def _known_tag(self, name: str) -> dict[str, Any] | None:
        return next((tag for tag in self.client.tag.get() if tag.get("name") == name), None)

    def tag(self, openids: list[str], tag_id: int, *, take_off: bool = False) -> None:
        """Gives up to 50 followers a tag, or takes it off."""
        change = self.client.tag.untag_user if take_off else self.client.tag.tag_user
        change(tag_id, openids)

    def create_code(self, scene: str) -> str:
        """A permanent QR code; answers the address that it is to show. At most 100,000 an account."""
        return self._code({"action_name": "QR_LIMIT_STR_SCENE"}, scene)

    def create_short_code(self, scene: str, seconds: int) -> str:
        """A QR code that is good for some seconds; answers the address that it is to show."""
        return self._code({"action_name": "QR_STR_SCENE", "expire_seconds": seconds}, scene)

    def _code(self, action: dict[str, Any], scene: str) -> str:
        asked = {**action, "action_info": {"scene": {"scene_str": scene}}}
        return word_of(self.client.qrcode.create(asked), "url")

    def download(self, media_id: str, most: int) -> bytes:
        """A file sent by a user, of at most so many bytes."""
        content: bytes = self.client.media.download(media_id, most)
        return content
