"""Pre-encrypted reports as whole HTTP requests, made with wechatpy: the same bytes for every server under test.

They speak of buildings of the example roster, since only a report at a known place goes the whole way.
"""

import itertools
import random
import time
from collections.abc import Callable
from functools import cache
from urllib.parse import urlencode

from wechatpy.crypto import WeChatCrypto, _get_signature

from linli.sample import EXAMPLE
from storage.workbook.reader import read_workbook

TOKEN, AES_KEY, APP_ID = "benchtoken", "b" * 43, "wxbench0000000000"
STORM_AT = ("梧桐里1号院", 1)

Text = Callable[[random.Random], str]
_serial = itertools.count(int(time.time() * 1000) * 1000)
_BUILDING = (
    "{yard}{n}幢",
    "{yard}{n:02d}幢",
    "{yard}{n}栋",
    "{yard} {n}号楼",
    "{yard}{n}栋楼",
    "{yard}，{n}幢",
    "{yard}第{n}幢",
)
_SENTENCE = (
    "{at}{floor}楼{thing}",
    "{at}{thing}",
    "你好，{at}{thing}，麻烦来看一下",
    "{at}{floor}楼{thing}，请尽快处理，谢谢",
    "我家住{at}，{thing}",
    "{thing}，{at}，什么时候有人来修",
    "{at}{thing}，已经{days}天了",
)
_THINGS = (
    ("楼道灯坏了", "楼道里的灯不亮", "声控灯不灵了", "晚上楼道没有灯"),
    ("下水道堵了", "下水道又堵了，水排不下去", "污水管堵了", "马桶反水"),
    ("垃圾没人清运", "垃圾桶满了没人收", "门口垃圾堆了一堆"),
    ("门口路面有个坑", "门口路面坑坑洼洼", "门前地砖破损"),
    ("电梯有异响", "电梯坏了", "电梯停运了"),
    ("水管漏水", "水表那里漏水", "自来水水压太小"),
    ("门口路灯不亮", "门口的路灯坏了"),
    ("门禁坏了", "单元门关不上", "防盗门锁不上"),
)
_STORM = ("停水了", "怎么没水了", "从早上起就停水", "又停水了", "水龙头没有水", "自来水停了", "家里停水", "没水了")


@cache
def buildings() -> tuple[tuple[str, int], ...]:
    """Every building of the example roster: what it stands in, and its number there."""
    cells = {row.cells["code"]: row.cells for row in read_workbook(EXAMPLE).rows["places"]}
    return tuple(
        (cells[each["parent"]]["name"], int(each["name"].removesuffix("幢")))
        for each in cells.values()
        if each["kind"] == "楼栋"
    )


def scattered(chance: random.Random) -> str:
    """A report of any matter at any building."""
    return _written(chance, chance.choice(buildings()), chance.choice(chance.choice(_THINGS)))


def storm(chance: random.Random) -> str:
    """A report of the one matter that a whole building writes about."""
    return _written(chance, STORM_AT, chance.choice(_STORM))


def _written(chance: random.Random, building: tuple[str, int], thing: str) -> str:
    at = chance.choice(_BUILDING).format(yard=building[0], n=building[1])
    return chance.choice(_SENTENCE).format(at=at, floor=chance.randint(1, 6), thing=thing, days=chance.randint(2, 9))


def requests(count: int, seed: int = 1, text: Text = scattered) -> list[bytes]:
    """`count` different reports, each of a resident of its own: what somebody says of a report of theirs may be no report."""
    crypto, chance = WeChatCrypto(TOKEN, AES_KEY, APP_ID), random.Random(seed)
    return [_request(crypto, f"o{next(_serial):027d}", text(chance)) for _ in range(count)]


def _request(crypto: WeChatCrypto, sender: str, text: str) -> bytes:
    serial, now = next(_serial), str(int(time.time()))
    xml = (
        f"<xml><ToUserName><![CDATA[gh_bench]]></ToUserName><FromUserName><![CDATA[{sender}]]></FromUserName>"
        f"<CreateTime>{now}</CreateTime><MsgType><![CDATA[text]]></MsgType>"
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
