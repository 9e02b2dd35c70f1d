"""Articles in the account's drafts: pictures, the draft itself, and its end. A person looks at it and sends it to all."""

from dataclasses import dataclass

from bot.api import PlatformApi
from bot.transport import word_of


@dataclass(frozen=True)
class Article:
    """A draft: `content` is HTML with pictures by the platform's addresses, `cover` a permanent media id."""

    title: str
    digest: str
    content: str
    cover: str


def add_cover(api: PlatformApi, content: bytes, kind: str = "png") -> str:
    """Puts a picture (png or jpeg) on the platform for good; answers its media id."""
    return word_of(api.client.material.add("image", (f"cover.{kind}", content, f"image/{kind}")), "media_id")


def add_picture(api: PlatformApi, content: bytes, kind: str = "png") -> str:
    """A picture for the inside of an article; answers its address."""
    return word_of({"url": api.client.media.upload_image((f"picture.{kind}", content, f"image/{kind}"))}, "url")


def add_draft(api: PlatformApi, article: Article) -> str:
    """Makes the draft; answers its media id. Raises PlatformError 48001 where the account has no right to."""
    asked = {
        "title": article.title, "digest": article.digest, "content": article.content, "thumb_media_id": article.cover,
        "need_open_comment": 0,
    }  # fmt: skip
    return word_of(api.client.draft.add([asked]), "media_id")


def delete_draft(api: PlatformApi, media_id: str) -> None:
    """Deletes it."""
    api.client.draft.delete(media_id)
