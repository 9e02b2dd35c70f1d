"""From the platform's fields to an Inbound value, by wechatpy's classes of messages. The tables say which kind is what.

The classes stand over fields that were read strictly (bot/xml.py). What wechatpy would turn into a number is read as the
text that came: ids and instants are keys here, and its `int` takes `1_0` and `１0` for ten.
"""

import hashlib
import math
from collections.abc import Callable
from datetime import datetime
from typing import Any

from wechatpy.events import EVENT_TYPES
from wechatpy.messages import MESSAGE_TYPES, BaseMessage, UnknownMessage

from bot.errors import Malformed
from bot.xml import Fields
from handlers.inbound import Inbound, Kind
from storage.inbound import Delivery

LONGEST_NAME = 64
LONGEST_MEDIA_ID = 128
LONGEST_LABEL = 80


def _text(message: BaseMessage) -> dict[str, Any]:
    return {"text": message.content or ""}


def _media(message: BaseMessage) -> dict[str, Any]:
    media_id = (message.media_id or "").strip()
    if not media_id or len(media_id) > LONGEST_MEDIA_ID:
        raise Malformed("field MediaId")
    return {"media_id": media_id}


def _voice(message: BaseMessage) -> dict[str, Any]:
    return {**_media(message), "text": message.recognition or None}


def _location(message: BaseMessage) -> dict[str, Any]:
    label = (message.label or "").strip()[:LONGEST_LABEL]
    return {
        "lat": _degrees("Location_X", message.location_x, 90),
        "lon": _degrees("Location_Y", message.location_y, 180),
        "text": label or None,
    }


def _link(message: BaseMessage) -> dict[str, Any]:
    return {"text": message.title or None}


def _nothing(_message: BaseMessage) -> dict[str, Any]:
    return {}


Reader = Callable[[BaseMessage], dict[str, Any]]

MESSAGES: dict[str, tuple[Kind, Reader]] = {
    "text": (Kind.TEXT, _text),
    "image": (Kind.IMAGE, _media),
    "voice": (Kind.VOICE, _voice),
    "video": (Kind.VIDEO, _media),
    "shortvideo": (Kind.VIDEO, _media),
    "location": (Kind.LOCATION, _location),
    "link": (Kind.LINK, _link),
}

EVENTS: dict[str, Kind] = {
    **dict.fromkeys(EVENT_TYPES, Kind.NOTICE),
    "subscribe": Kind.SUBSCRIBE,
    "unsubscribe": Kind.UNSUBSCRIBE,
    "scan": Kind.SCAN,
    "click": Kind.CLICK,
    "scancode_waitmsg": Kind.UNKNOWN,  # the phone shows that it waits for an answer
    "subscribe_msg_popup_event": Kind.NOTICE,
    "subscribe_msg_change_event": Kind.NOTICE,
    "subscribe_msg_sent_event": Kind.NOTICE,
}
"""Events in lower case: those that wechatpy knows tell something and ask nothing, but for ours. What is not here is unknown and
gets a friendly answer.
"""

_SCENE_PREFIX = "qrscene_"


def inbound_of(fields: Fields, delivery: Delivery, received_at: datetime) -> Inbound:
    """The message that the fields describe; raises Malformed when one that it cannot be without is missing."""
    account = _required(fields, "ToUserName", LONGEST_NAME)
    sender = _required(fields, "FromUserName", LONGEST_NAME)
    word = _required(fields, "MsgType", LONGEST_NAME).lower()
    if word == "event":
        return _event(fields, account, sender, delivery, received_at)
    kind, read = MESSAGES.get(word, (Kind.UNKNOWN, _nothing))
    message_id = _required(fields, "MsgId", LONGEST_NAME)
    message = MESSAGE_TYPES.get(word, UnknownMessage)(fields)
    return Inbound(
        account=account, sender=sender, dedupe_key=f"{message_id}:{sender}:{account}", kind=kind,
        received_at=received_at, delivery=delivery, **read(message),
    )  # fmt: skip


def _event(fields: Fields, account: str, sender: str, delivery: Delivery, received_at: datetime) -> Inbound:
    created = _required(fields, "CreateTime", 20)
    event = _required(fields, "Event", LONGEST_NAME).lower()
    key = fields.get("EventKey", "").strip()
    marks = hashlib.blake2b(f"{key}\0{fields.get('MsgID', '')}".encode(), digest_size=8).hexdigest()
    return Inbound(
        account=account, sender=sender, dedupe_key=f"{created}:{event}:{marks}:{sender}:{account}",
        kind=EVENTS.get(event, Kind.UNKNOWN), received_at=received_at, delivery=delivery,
        key=key.removeprefix(_SCENE_PREFIX)[:LONGEST_NAME] or None,
    )  # fmt: skip


def _required(fields: Fields, name: str, longest: int) -> str:
    value = fields.get(name, "").strip()
    if not value or len(value) > longest:
        raise Malformed(f"field {name}")
    return value


def _degrees(name: str, value: str | None, most: float) -> float:
    try:
        degrees = float(value or "")
    except ValueError as error:
        raise Malformed(f"field {name}") from error
    if not math.isfinite(degrees) or abs(degrees) > most:
        raise Malformed(f"field {name}")
    return degrees
