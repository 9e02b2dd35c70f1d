"""What the platform posts and reads: signed, in safe mode encrypted by wechatpy, a second hand beside the bot's own codec."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode
from xml.sax.saxutils import escape

import defusedxml.ElementTree
from wechatpy.crypto import WeChatCrypto
from wechatpy.utils import WeChatSigner


@dataclass(frozen=True)
class Secrets:
    """What the platform and the account's server share. `aes_key` empty: plain mode."""

    token: str
    aes_key: str
    app_id: str
    app_secret: str


@dataclass(frozen=True)
class Post:
    """A signed request: query and body."""

    query: str
    body: bytes


Fields = dict[str, object]


def to_xml(fields: Fields) -> str:
    """The platform's XML; numbers bare, texts in CDATA."""
    parts = (f"<{name}>{_value(value)}</{name}>" for name, value in fields.items())
    return f"<xml>{''.join(parts)}</xml>"


def _value(value: object) -> str:
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    return escape(text) if "]]>" in text else f"<![CDATA[{text}]]>"


def sign(*parts: str) -> str:
    """The platform's signature."""
    signer = WeChatSigner()
    signer.add_data(*parts)
    return str(signer.signature)


def sealed(secret: Secrets, fields: Fields, now: datetime) -> Post:
    """A message or event as the platform posts it at `now`, with a fresh nonce."""
    timestamp, nonce, xml = str(int(now.timestamp())), secrets.token_hex(8), to_xml(fields)
    query = {"signature": sign(secret.token, timestamp, nonce), "timestamp": timestamp, "nonce": nonce}
    query["openid"] = str(fields.get("FromUserName", ""))
    if not secret.aes_key:
        return Post(urlencode(query), xml.encode())
    crypto = WeChatCrypto(secret.token, secret.aes_key, secret.app_id)
    envelope = defusedxml.ElementTree.fromstring(crypto.encrypt_message(xml, nonce, timestamp))
    encrypt = envelope.findtext("Encrypt") or ""
    query |= {"encrypt_type": "aes", "msg_signature": sign(secret.token, timestamp, nonce, encrypt)}
    return Post(urlencode(query), to_xml({"ToUserName": fields["ToUserName"], "Encrypt": encrypt}).encode())


def unsealed(secret: Secrets, body: bytes) -> dict[str, str]:
    """The fields of a passive reply; raises ValueError for anything the platform would not take."""
    try:
        outer = {element.tag: element.text or "" for element in defusedxml.ElementTree.fromstring(body)}
        if secret.aes_key:
            crypto = WeChatCrypto(secret.token, secret.aes_key, secret.app_id)
            inner = crypto.decrypt_message(outer, outer["MsgSignature"], outer["TimeStamp"], outer["Nonce"])
            outer = {element.tag: element.text or "" for element in defusedxml.ElementTree.fromstring(inner)}
    except Exception as error:
        raise ValueError("not a reply") from error
    return outer
