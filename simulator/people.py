"""The people with a phone."""

from dataclasses import dataclass
from datetime import datetime


@dataclass
class Follower:
    """One person's WeChat as the platform knows it."""

    openid: str
    name: str
    about: str = ""
    followed_at: datetime | None = None


@dataclass(frozen=True)
class Spot:
    """A place on the map that a phone can send."""

    label: str
    lat: float
    lon: float


@dataclass(frozen=True)
class Code:
    """A QR code that hangs somewhere."""

    label: str
    scene: str
