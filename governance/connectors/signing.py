"""How a body is signed on its way between two systems: HMAC-SHA256 over its time, its nonce and itself."""

import hashlib
import hmac
import re
from datetime import datetime, timedelta
from enum import StrEnum

WINDOW = timedelta(minutes=10)
_NONCE = re.compile(r"[0-9A-Za-z_-]{8,64}")
TIMESTAMP, NONCE, SIGNATURE = "X-Linli-Timestamp", "X-Linli-Nonce", "X-Linli-Signature"
"""The names of the headers."""


class Unsigned(StrEnum):
    """Why a body is not taken."""

    MISSING = "missing"
    OLD = "old"
    WRONG = "wrong"


def signature(secret: str, timestamp: str, nonce: str, body: bytes) -> str:
    """As the header carries it."""
    said = f"{timestamp}.{nonce}.".encode() + body
    return "sha256=" + hmac.new(secret.encode(), said, hashlib.sha256).hexdigest()


def unsigned(
    secret: str, timestamp: str, nonce: str, given: str, body: bytes, now: datetime, window: timedelta = WINDOW
) -> Unsigned | None:
    """What is wrong with a signature; None where nothing is. The time is looked at last: who can't sign learns nothing of it."""
    if not re.fullmatch(r"[0-9]{1,12}", timestamp) or not _NONCE.fullmatch(nonce) or not given:
        return Unsigned.MISSING
    if not hmac.compare_digest(signature(secret, timestamp, nonce, body).encode(), given.encode()):
        return Unsigned.WRONG
    if abs(now.timestamp() - int(timestamp)) > window.total_seconds():
        return Unsigned.OLD
    return None
