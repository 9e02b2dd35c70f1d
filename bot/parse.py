"""From the platform's fields to an Inbound value. The tables say which kind is what."""

import hashlib
import math
from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.errors import Malformed
from bot.xml import Fields
from handlers.inbound import Inbound, Kind
from storage.inbound import Delivery

LONGEST_NAME = 64
LONGEST_MEDIA_ID = 128
LONGEST_LABEL = 80


def _text(fields: Fields) -> dict[str, Any]:
    return {"text": fields.get("Content", "")}


def _media(fields: Fields) -> dict[str, Any]:
    return {"media_id": _required(fields, "MediaId", LONGEST_MEDIA_ID)}


def _voice(fields: Fields) -> dict[str, Any]:
    return {**_media(fields), "text": fields.get("Recognition") or None}


def _location(fields: Fields) -> dict[str, Any]:
    label = fields.get("Label", "").strip()[:LONGEST_LABEL]
    return {
        "lat": _degrees(fields, "Location_X", 90),
        "lon": _degrees(fields, "Location_Y", 180),
        "text": label or None,
    }


def _link(fields: Fields) -> dict[str, Any]:
    return {"text": fields.get("Title") or None}


def _nothing(_fields: Fields) -> dict[str, Any]:
    return {}


Reader = Callable[[Fields], dict[str, Any]]

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
    "subscribe": Kind.SUBSCRIBE,
    "unsubscribe": Kind.UNSUBSCRIBE,
    "scan": Kind.SCAN,
    "click": Kind.CLICK,
    "view": Kind.NOTICE,
    "view_miniprogram": Kind.NOTICE,
    "location": Kind.NOTICE,
    "location_select": Kind.NOTICE,
    "pic_sysphoto": Kind.NOTICE,
    "pic_photo_or_album": Kind.NOTICE,
    "pic_weixin": Kind.NOTICE,
    "templatesendjobfinish": Kind.NOTICE,
    "masssendjobfinish": Kind.NOTICE,
    "subscribe_msg_popup_event": Kind.NOTICE,
    "subscribe_msg_change_event": Kind.NOTICE,
    "subscribe_msg_sent_event": Kind.NOTICE,
}
"""Events in lower case; what is not here is unknown and gets a friendly answer."""

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
    return Inbound(
        account=account, sender=sender, dedupe_key=f"{message_id}:{sender}:{account}", kind=kind,
        received_at=received_at, delivery=delivery, **read(fields),
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


def _degrees(fields: Fields, name: str, most: float) -> float:
    try:
        value = float(fields.get(name, ""))
    except ValueError as error:
        raise Malformed(f"field {name}") from error
    if not math.isfinite(value) or abs(value) > most:
        raise Malformed(f"field {name}")
    return value
