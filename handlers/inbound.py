"""A message from outside, as values; the codec makes it, nothing behind it knows XML."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from handlers.outcomes import Tone
from handlers.refusals import SeveralCalled
from storage.inbound import Delivery

WECHAT, CONSOLE = "wechat", "console"
"""Where it came in: from the account's followers, or from staff at the back office."""


class Kind(StrEnum):
    """What came in."""

    TEXT = "text"
    IMAGE = "image"
    VOICE = "voice"
    VIDEO = "video"
    LOCATION = "location"
    LINK = "link"
    SUBSCRIBE = "subscribe"
    UNSUBSCRIBE = "unsubscribe"
    SCAN = "scan"
    CLICK = "click"
    NOTICE = "notice"
    """An event that tells something and asks nothing: page viewed, position, push delivered."""
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Inbound:
    """One message or event. `received_at` is UTC; what a kind does not have is None."""

    account: str
    sender: str
    dedupe_key: str
    kind: Kind
    received_at: datetime
    delivery: Delivery
    text: str | None = None
    media_id: str | None = None
    lat: float | None = None
    lon: float | None = None
    key: str | None = None
    """The scene of a QR code, the key of a menu entry."""
    channel: str = WECHAT
    address: str = WECHAT
    """From where it came: the platform passes on messages and keeps their senders' addresses to itself."""


@dataclass(frozen=True)
class Trace:
    """What a message was understood as: nothing of what it says, nothing of who says it.

    `command`: its name; `sure`: how likely it was the command (1 for a tap, a code, a picture); `slots`: the names of those that
    were filled; `asks`: whether the bot asked instead.
    """

    command: str
    sure: float
    slots: tuple[str, ...]
    asks: bool


@dataclass(frozen=True)
class Reply:
    """What the sender reads; empty text means no answer is due. `trace` None: it was answered before."""

    text: str
    trace: Trace | None = None


@dataclass(frozen=True)
class Order:
    """A command that staff give at the back office. `key`: unique for ever, the same when it comes again.

    `seen`: the ticket whose page it was given on and the last event shown there; when more has happened nothing is done.
    """

    command: Any
    person_id: int
    code: str
    key: str
    seen: tuple[str, int] | None = None
    address: str = ""
    """From where it was given."""


@dataclass(frozen=True)
class Answered:
    """What came of an order, in words, and how it is shown. `which`: who is to be chosen, of several who are called alike."""

    text: str
    tone: Tone
    which: SeveralCalled | None = None
