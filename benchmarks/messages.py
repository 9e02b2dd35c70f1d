"""Pre-encrypted reports as whole HTTP requests, made with wechatpy: the same bytes for every server under test."""

import itertools
import random
import time
from urllib.parse import urlencode

from wechatpy.crypto import WeChatCrypto, _get_signature

TOKEN, AES_KEY, APP_ID = "benchtoken", "b" * 43, "wxbench0000000000"
_serial = itertools.count(int(time.time() * 1000) * 1000)
_THINGS = (
    "楼道灯坏了",
    "下水道堵了",
    "垃圾没人清运",
    "路面有个坑",
    "电梯有异响",
    "围墙边堆了杂物",
    "水管漏水",
    "路灯不亮",
)


def requests(count: int, senders: int = 5_000, seed: int = 1) -> list[bytes]:
    """`count` different reports of `senders` residents, each with its own message id and nonce."""
    crypto, chance = WeChatCrypto(TOKEN, AES_KEY, APP_ID), random.Random(seed)
    return [_request(crypto, chance, senders) for _ in range(count)]


def _request(crypto: WeChatCrypto, chance: random.Random, senders: int) -> bytes:
    serial, now = next(_serial), str(int(time.time()))
    text = f"虎踞北路{chance.randint(1, 40)}号{chance.randint(1, 30):02d}幢{chance.randint(1, 6)}楼{chance.choice(_THINGS)}"
    xml = (
        f"<xml><ToUserName><![CDATA[gh_bench]]></ToUserName><FromUserName><![CDATA[o{chance.randrange(senders):027d}]]>"
        f"</FromUserName><CreateTime>{now}</CreateTime><MsgType><![CDATA[text]]></MsgType>"
        f"<Content><![CDATA[{text}]]></Content><MsgId>{serial}</MsgId></xml>"
    )
    nonce = str(serial)
    sealed = crypto.encrypt_message(xml, nonce, now)
    encrypt = sealed.split("<Encrypt><![CDATA[")[1].split("]]>")[0]
    query = urlencode(
        {
            "signature": _get_signature(TOKEN, now, nonce, ""),
            "timestamp": now,
            "nonce": nonce,
            "openid": "o",
            "encrypt_type": "aes",
            "msg_signature": _get_signature(TOKEN, now, nonce, encrypt),
        }
    )
    body = f"<xml><ToUserName><![CDATA[gh_bench]]></ToUserName><Encrypt><![CDATA[{encrypt}]]></Encrypt></xml>".encode()
    head = f"POST /wechat?{query} HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body
