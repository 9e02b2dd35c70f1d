"""The platform's signature: SHA-1 over the sorted parts. Source: the platform's document on message verification."""

import hashlib
import hmac
from datetime import datetime, timedelta

from bot.errors import NotSigned

LONGEST_NONCE = 128


def signature_of(*parts: str) -> str:
    """The signature of these parts, in hex."""
    return hashlib.sha1("".join(sorted(parts)).encode(), usedforsecurity=False).hexdigest()


def require_signature(given: str, *parts: str) -> None:
    """Raises NotSigned unless `given` signs the parts; takes the same time for every wrong one."""
    if not hmac.compare_digest(given.encode("utf-8", "replace"), signature_of(*parts).encode()):
        raise NotSigned("signature")


def require_recent(timestamp: str, now: datetime, window: timedelta) -> int:
    """The timestamp as Unix seconds; raises NotSigned when it is no number or further from now than the window."""
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12):
        raise NotSigned("timestamp")
    seconds = int(timestamp)
    if abs(now.timestamp() - seconds) > window.total_seconds():
        raise NotSigned("stale")
    return seconds
