"""Temporary media: kept three days, each kind with its size."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from simulator.errors import ApiError

LIFETIME = timedelta(days=3)
MIB = 1024 * 1024
LIMITS = {"image": 10 * MIB, "voice": 2 * MIB, "video": 10 * MIB, "thumb": 64 * 1024}


@dataclass(frozen=True)
class Media:
    """One file."""

    kind: str
    content: bytes
    content_type: str
    until: datetime


class MediaShelf:
    """All files, by media id."""

    def __init__(self) -> None:
        self._files: dict[str, Media] = {}

    def put(self, kind: str, content: bytes, content_type: str, now: datetime) -> str:
        """Keeps a file; answers its media id. Raises ApiError 40004 or 40006."""
        if kind not in LIMITS:
            raise ApiError(40004, "invalid media type")
        if not content or len(content) > LIMITS[kind]:
            raise ApiError(40006, "invalid media size")
        media_id = secrets.token_urlsafe(48)
        self._files[media_id] = Media(kind, content, content_type, now + LIFETIME)
        return media_id

    def get(self, media_id: str, now: datetime) -> Media:
        """The file; raises ApiError 40007 when it is unknown or past its three days."""
        media = self._files.get(media_id)
        if media is None or media.until <= now:
            raise ApiError(40007, "invalid media_id")
        return media
