"""What wechatpy 1.8 lacks among the platform's calls, or takes on trust."""

from typing import Any

from wechatpy.client.api import WeChatMedia, WeChatTag
from wechatpy.client.api.base import BaseWeChatAPI


class BoundedMedia(WeChatMedia):
    """Media whose downloads know their limit, and an error in JSON from a file."""

    def download(self, media_id: str, most: int) -> bytes:
        """A file of at most so many bytes; raises FileTooLarge, PlatformError or PlatformAway."""
        content: bytes = self._get("media/get", params={"media_id": media_id}, most=most)
        return content


class Tags(WeChatTag):
    """The account's tags; an account that never had one answers without the list."""

    def get(self) -> list[dict[str, Any]]:
        """All of them."""
        tags: list[dict[str, Any]] = self._get("tags/get", result_processor=_tags)
        return tags


class Drafts(BaseWeChatAPI):
    """Articles in the account's drafts. Source: the platform's document on drafts (草稿箱)."""

    def add(self, articles: list[dict[str, Any]]) -> dict[str, Any]:
        """Makes one of these articles; its media id is in the answer."""
        return dict(self._post("draft/add", data={"articles": articles}))

    def delete(self, media_id: str) -> None:
        """Deletes it."""
        self._post("draft/delete", data={"media_id": media_id})


class Templates(BaseWeChatAPI):
    """The templates that the account may send by. Source: the platform's documents on both kinds."""

    def of_messages(self) -> dict[str, str]:
        """Of template messages: the content of each, by its id."""
        return _contents(self._get("template/get_all_private_template"), "template_list", "template_id")

    def of_notices(self) -> dict[str, str]:
        """The same of subscription notices, which have an address of their own."""
        base = str(self._client.API_BASE_URL).removesuffix("cgi-bin/")
        return _contents(self._get(f"{base}wxaapi/newtmpl/gettemplate"), "data", "priTmplId")


def _contents(answer: dict[str, Any], listed: str, named: str) -> dict[str, str]:
    return {str(each.get(named)): str(each.get("content", "")) for each in answer.get(listed) or []}


def _tags(answer: dict[str, Any]) -> list[dict[str, Any]]:
    return [dict(tag) for tag in answer.get("tags") or []]
