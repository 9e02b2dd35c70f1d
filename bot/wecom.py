"""The subdistrict's WeCom (企业微信): an application's text messages to its own members, by wechatpy's client for it."""

from typing import Any

from redis import Redis
from wechatpy.enterprise.client.api import WeChatMessage

from bot.api import GuardedClient


class WeComClient(GuardedClient):
    """The calls that an application makes."""

    DEAD_TOKEN = frozenset({40014, 42001})
    message = WeChatMessage()

    def __init__(self, base: str, corp_id: str, secret: str, agent_id: int, redis: Redis, a_second: int) -> None:
        super().__init__(base, f"wecom:{corp_id}:{agent_id}", redis, a_second)
        self._credentials = {"corpid": corp_id, "corpsecret": secret}

    def fetch_token(self, force: bool) -> dict[str, Any]:
        """WeCom answers the same token while it lives, and has no way to force another."""
        return self.without_token("GET", "gettoken", params=self._credentials)


class WeComApi:
    """One application of one corporation."""

    def __init__(self, base: str, corp_id: str, secret: str, agent_id: int, redis: Redis, a_second: int = 50) -> None:
        self._agent_id = agent_id
        self.client = WeComClient(base, corp_id, secret, agent_id, redis, a_second)

    def send_text(self, user: str, text: str) -> None:
        """A text to a member (≤ 2,048 bytes); raises PlatformError or PlatformAway."""
        self.client.message.send_text(self._agent_id, user, text)
