"""The codec: a signed request in, an Inbound out; a Reply in, a body out. All checks happen here, in this order."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.cipher import SafeMode
from bot.errors import Malformed, NotSigned
from bot.parse import inbound_of
from bot.reply import NOTHING, sealed_reply, text_reply
from bot.signature import LONGEST_NONCE, require_recent, require_signature
from bot.xml import read_fields
from handlers.inbound import Inbound, Reply
from storage.inbound import Delivery


@dataclass(frozen=True)
class Account:
    """The official account's secrets and how strictly its messages are taken."""

    token: str
    safe_mode: SafeMode | None = None
    allow_plain: bool = False
    window: timedelta = timedelta(minutes=10)


@dataclass(frozen=True)
class Opened:
    """A request that passed all checks."""

    inbound: Inbound
    encrypted: bool


def echo(account: Account, query: Mapping[str, str], now: datetime) -> str:
    """What to answer to the platform's verification; raises NotSigned or Malformed."""
    echostr = query.get("echostr", "")
    if not echostr:
        raise Malformed("echostr")
    if query.get("encrypt_type") == "aes" and account.safe_mode is not None:
        timestamp, nonce = _stamp(query)
        require_signature(query.get("msg_signature", ""), account.token, timestamp, nonce, echostr)
        require_recent(timestamp, now, account.window)
        return account.safe_mode.decrypt(echostr).decode("utf-8", "replace")
    _require_signed(account, query, now)
    return echostr


def open_request(account: Account, query: Mapping[str, str], body: bytes, now: datetime) -> Opened:
    """Verifies, decrypts and parses one POST; raises a kind of Refused."""
    encrypted = query.get("encrypt_type") == "aes"
    if encrypted:
        seconds, inner = _unsealed(account, query, body, now)
    else:
        if account.safe_mode is not None and not account.allow_plain:
            raise NotSigned("plain message with an AES key set")
        seconds, inner = _require_signed(account, query, now), body
    digest = hashlib.blake2b(body, digest_size=16).hexdigest()
    delivery = Delivery(seconds, query["nonce"], digest)
    return Opened(inbound_of(read_fields(inner), delivery, now), encrypted)


def close_reply(account: Account, opened: Opened, reply: Reply, now: datetime) -> str:
    """The body that carries the reply, encrypted when the request was."""
    if not reply.text:
        return NOTHING
    xml = text_reply(opened.inbound, reply.text, now)
    if not opened.encrypted or account.safe_mode is None:
        return xml
    return sealed_reply(xml, account.safe_mode, account.token, now)


def _require_signed(account: Account, query: Mapping[str, str], now: datetime) -> int:
    timestamp, nonce = _stamp(query)
    require_signature(query.get("signature", ""), account.token, timestamp, nonce)
    return require_recent(timestamp, now, account.window)


def _unsealed(account: Account, query: Mapping[str, str], body: bytes, now: datetime) -> tuple[int, bytes]:
    if account.safe_mode is None:
        raise NotSigned("encrypted message without an AES key")
    timestamp, nonce = _stamp(query)
    if "signature" in query:
        require_signature(query["signature"], account.token, timestamp, nonce)
    sealed = read_fields(body).get("Encrypt", "").strip()
    require_signature(query.get("msg_signature", ""), account.token, timestamp, nonce, sealed)
    return require_recent(timestamp, now, account.window), account.safe_mode.decrypt(sealed)


def _stamp(query: Mapping[str, str]) -> tuple[str, str]:
    timestamp, nonce = query.get("timestamp", ""), query.get("nonce", "")
    if not timestamp or not nonce or len(nonce) > LONGEST_NONCE or "\0" in nonce:
        raise NotSigned("timestamp or nonce")
    return timestamp, nonce
