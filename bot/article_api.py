"""Articles in the account's drafts: pictures, the draft itself, and its end. A person looks at it and sends it to all."""

from dataclasses import dataclass

from bot.api import PlatformApi


@dataclass(frozen=True)
class Article:
    """A draft: `content` is HTML with pictures by the platform's addresses, `cover` a permanent media id."""

    title: str
    digest: str
    content: str
    cover: str


def add_cover(api: PlatformApi, content: bytes) -> str:
    """Puts a picture on the platform for good; answers its media id."""
    file = {"media": ("cover.png", content, "image/png")}
    return str(api.upload("/cgi-bin/material/add_material", {"type": "image"}, file)["media_id"])


def add_picture(api: PlatformApi, content: bytes) -> str:
    """A picture for the inside of an article; answers its address."""
    return str(api.upload("/cgi-bin/media/uploadimg", {}, {"media": ("picture.png", content, "image/png")})["url"])


def add_draft(api: PlatformApi, article: Article) -> str:
    """Makes the draft; answers its media id. Raises PlatformError 48001 where the account has no right to."""
    asked = {
        "title": article.title, "digest": article.digest, "content": article.content, "thumb_media_id": article.cover,
        "need_open_comment": 0,
    }  # fmt: skip
    return str(api.post("/cgi-bin/draft/add", {"articles": [asked]})["media_id"])


def delete_draft(api: PlatformApi, media_id: str) -> None:
    """Deletes it."""
    api.post("/cgi-bin/draft/delete", {"media_id": media_id})
