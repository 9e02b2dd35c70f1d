"""Articles in drafts: permanent pictures, pictures inside an article, drafts; an account without the right gets 48001."""

import secrets
from typing import Any

from flask import request

from simulator.errors import ApiError
from simulator.platform import Platform

MOST_PICTURE = 1024 * 1024
MOST_CONTENT = 20_000
Answer = dict[str, Any]


def add_material(platform: Platform) -> Answer:
    """A picture kept for good; answers its media id."""
    media_id = platform.media.put("image", _file(), "image/png", platform.clock())
    return {"media_id": media_id, "url": f"http://mmbiz.qpic.cn/{media_id[:16]}"}


def upload_picture(platform: Platform) -> Answer:
    """A picture for the inside of an article; at most 1 MB."""
    if len(_file()) > MOST_PICTURE:
        raise ApiError(40009, "invalid image size")
    return {"url": f"http://mmbiz.qpic.cn/{secrets.token_hex(8)}"}


def add(platform: Platform, body: Answer) -> Answer:
    """Makes a draft of one article or several."""
    if not platform.drafts_allowed:
        raise ApiError(48001, "api unauthorized")
    articles = body.get("articles", [])
    if not articles:
        raise ApiError(47001, "data format error")
    for article in articles:
        if not article.get("title") or len(article["title"]) > 64:
            raise ApiError(45003, "title size out of limit")
        if not article.get("content") or len(article["content"]) >= MOST_CONTENT:
            raise ApiError(45002, "content size out of limit")
        platform.media.get(article.get("thumb_media_id", ""), platform.clock())
    media_id = secrets.token_urlsafe(32)
    platform.drafts[media_id] = body
    return {"media_id": media_id}


def delete(platform: Platform, body: Answer) -> Answer:
    """Deletes a draft."""
    if platform.drafts.pop(str(body.get("media_id", "")), None) is None:
        raise ApiError(40007, "invalid media_id")
    return {"errcode": 0, "errmsg": "ok"}


def _file() -> bytes:
    file = request.files.get("media")
    if file is None:
        raise ApiError(41005, "media data missing")
    return file.stream.read()
