"""The passive reply as the platform wants it."""

import secrets
from datetime import datetime

from bot.cipher import SafeMode
from bot.signature import signature_of
from bot.xml import cdata
from handlers.inbound import Inbound

MOST_BYTES = 2048
"""Of a text reply. Source: the platform's document on passive replies."""

NOTHING = "success"
"""The body that asks the platform to say nothing and not to try again."""


def text_reply(inbound: Inbound, text: str, now: datetime) -> str:
    """A text message back to the sender of `inbound`."""
    return (
        f"<xml><ToUserName>{cdata(inbound.sender)}</ToUserName><FromUserName>{cdata(inbound.account)}</FromUserName>"
        f"<CreateTime>{int(now.timestamp())}</CreateTime><MsgType><![CDATA[text]]></MsgType>"
        f"<Content>{cdata(shortened(text))}</Content></xml>"
    )


def sealed_reply(xml: str, safe_mode: SafeMode, token: str, now: datetime) -> str:
    """The reply in its encrypted envelope."""
    encrypted, timestamp, nonce = safe_mode.encrypt(xml), str(int(now.timestamp())), secrets.token_hex(8)
    signature = signature_of(token, timestamp, nonce, encrypted)
    return (
        f"<xml><Encrypt><![CDATA[{encrypted}]]></Encrypt><MsgSignature><![CDATA[{signature}]]></MsgSignature>"
        f"<TimeStamp>{timestamp}</TimeStamp><Nonce><![CDATA[{nonce}]]></Nonce></xml>"
    )


def shortened(text: str, most: int = MOST_BYTES) -> str:
    """The text within the platform's bytes, cut between characters with an ellipsis."""
    content = text.encode()
    return text if len(content) <= most else content[: most - 3].decode("utf-8", "ignore") + "…"
