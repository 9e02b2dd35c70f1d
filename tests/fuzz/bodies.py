"""How a message can be bent: its bytes, its XML, its fields, its words."""

import codecs
from collections.abc import Callable
from dataclasses import replace

from simulator.envelope import to_xml
from tests.fuzz.shots import NOBODY, Maker, May, Shot

ODD = (
    "", " ", "\t\n", "0", "-1", "1_0", "１０", "²", "9" * 18, "9" * 400, "1e400", "nan", "inf", "-0.0", "true",
    "null", "[]", "{}",
    "%", "%s%n", "{0.__class__}", "' or 1=1--", '"', "<script>", "]]>", "]]></Content>", "&amp;",
    "../../etc/passwd", "\u202e倒", "\ufeff",
    "\u200d" * 50, "a" + "\u0301" * 500, "👨‍👩‍👧‍👦", "𠀀", "\x7f", "\u0085", "\u2028", "NH20261124-0001", "=1+1",
    "绑定 陈试用 0001", "o" * 64, "长" * 700,
    "qrscene_", "qrscene_" + "x" * 80, "text", "event", "image", "location",
)  # fmt: skip


NAMES = (
    "ToUserName", "FromUserName", "CreateTime", "MsgType", "Content", "MsgId", "Event", "EventKey", "MediaId",
    "Recognition",
    "Location_X", "Location_Y", "Label", "Title", "Encrypt", "MsgID",
)  # fmt: skip


TRICKS = (
    b"<?xml version='1.0'?>", b"<?php echo 1?>", b"<!-- -- -->", b"<!-- x -->", b"<![CDATA[", b"]]>",
    b"<a xmlns='u' xmlns:b='v' b:c='d'/>",
    b"<x:y/>", b"<a b='1' b='2'/>", b"<a>" * 500 + b"</a>" * 500, b"<a>" * 3000, b"<b>1</b>" * 70, b"&#0;", b"&#1;",
    b"&#xD800;", b"&#xFFFE;",
    b"&#x1F600;", b"&lt;", b"&a;", b"&#99999999999;", b"<xi:include href='file:///etc/passwd'/>", b"\xef\xbf\xbe",
    b"\xc0\x80", b"\xed\xa0\x80",
    b"\0", b"\x0b", b"\r\n", b"<" * 100, b"<Content>\xe4\xba\x8c</Content>", b"<FromUserName>oTwice</FromUserName>",
    b"<MsgType>event</MsgType>",
    b"<a " + b" ".join(b"k%d='v'" % each for each in range(300)) + b"/>",
)  # fmt: skip


DOCTYPES = (
    b"<!DOCTYPE xml>", b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
    b'<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">',
    b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>',
    b'<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///dev/zero">%p;]>',
)  # fmt: skip


def _bent(maker: Maker, kind: str, may: May, change: Callable[[bytes], bytes]) -> Shot:
    """A body changed after it was signed; in safe mode the envelope."""
    shot = maker.shot(kind, may, to_xml(maker.fields(NOBODY if may is May.REFUSED else None)).encode())
    return replace(shot, body=change(shot.body))


def _inside(maker: Maker, kind: str, may: May, change: Callable[[bytes], bytes]) -> Shot:
    """XML changed before it was signed and enciphered."""
    return maker.shot(kind, may, change(to_xml(maker.fields(NOBODY if may is May.REFUSED else None)).encode()))


def _somewhere(maker: Maker) -> Callable[..., Shot]:
    return maker.rng.choice((_bent, _inside))


def flip(maker: Maker, body: bytes) -> bytes:
    """Some bits turned."""
    found = bytearray(body)
    for _ in range(maker.rng.choice((1, 1, 1, 2, 8))):
        found[maker.rng.randrange(len(found))] ^= 1 << maker.rng.randrange(8)
    return bytes(found)


def splice(maker: Maker, body: bytes) -> bytes:
    """A part taken out, doubled, moved, or chance put in."""
    a, b = sorted(maker.rng.randrange(len(body)) for _ in range(2))
    part, at = body[a:b], maker.rng.randrange(len(body))
    return maker.rng.choice(
        (
            body[:a] + body[b:],
            body[:b] + part + body[b:],
            body[:at] + part + body[at:],
            body[:a] + maker.rng.randbytes(b - a) + body[b:],
        )
    )


def flipped(maker: Maker) -> Shot:
    return _somewhere(maker)(maker, "bits turned", May.EITHER, lambda body: flip(maker, body))


def spliced(maker: Maker) -> Shot:
    return _somewhere(maker)(maker, "parts moved", May.EITHER, lambda body: splice(maker, body))


def cut(maker: Maker) -> Shot:
    return _somewhere(maker)(maker, "cut off", May.REFUSED, lambda body: body[: maker.rng.randrange(len(body))])


def tailed(maker: Maker) -> Shot:
    tail = maker.rng.choice((b"<a/>", b"x", b"</xml>", b"\0", b"<xml/>", b"&amp;", b"<![CDATA[x]]>", b"\xff"))
    return _somewhere(maker)(maker, "something behind", May.REFUSED, lambda body: body + tail)


def otherwise_encoded(maker: Maker) -> Shot:
    name = maker.rng.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32"))
    return _somewhere(maker)(maker, "another encoding", May.REFUSED, lambda body: body.decode().encode(name))


def perhaps_encoded(maker: Maker) -> Shot:
    """Where only Chinese differs, and where the document says another encoding than it has."""
    name = maker.rng.choice(("gb18030", "big5", "utf-7", "latin-1", "utf-8-sig", "shift_jis"))
    says = maker.rng.choice(
        (
            b"",
            b'<?xml version="1.0" encoding="gbk"?>',
            b'<?xml version="1.0" encoding="utf-16"?>',
            codecs.BOM_UTF8,
            b'<?xml version="9"?>',
        )
    )
    return _somewhere(maker)(
        maker, "perhaps another encoding", May.EITHER, lambda body: says + body.decode().encode(name, "replace")
    )


def doctype(maker: Maker) -> Shot:
    what = maker.rng.choice(DOCTYPES)
    return _somewhere(maker)(maker, "document type", May.REFUSED, lambda body: what + body)


def tricked(maker: Maker) -> Shot:
    what, deep = maker.rng.choice(TRICKS), maker.rng.random() < 0.8

    def put(body: bytes) -> bytes:
        at = body.index(b">", maker.rng.randrange(len(body) // 2)) + 1 if deep else 0
        return body[:at] + what + body[at:]

    return _somewhere(maker)(maker, "XML trick", May.EITHER, put)


def odd_field(maker: Maker) -> Shot:
    fields = maker.fields()
    for _ in range(maker.rng.choice((1, 1, 2, 4))):
        fields[maker.rng.choice(NAMES)] = maker.rng.choice(ODD)
    return maker.shot("odd fields", May.EITHER, to_xml(fields).encode())


def lost_field(maker: Maker) -> Shot:
    """One that no message is without."""
    fields = maker.fields(NOBODY)
    name = maker.rng.choice(("ToUserName", "FromUserName", "MsgType", "MsgId" if "MsgId" in fields else "CreateTime"))
    fields[name] = ""
    if maker.rng.random() < 0.5:
        del fields[name]
    return maker.shot("a field is missing", May.REFUSED, to_xml(fields).encode())


def odd_words(maker: Maker) -> Shot:
    """What people could type: any text that XML can hold."""
    rng, fields = maker.rng, maker.fields()
    letters = rng.choice(((0x20, 0x7F), (0x4E00, 0x9FFF), (0x80, 0x2FFF), (0x1F300, 0x1FAFF), (0x20000, 0x2A6DF)))
    many = rng.choice((0, 1, 3, 20, 200, 2000))
    words = rng.choice(
        (
            "".join(chr(rng.randint(*letters)) for _ in range(many)),
            "".join(rng.choices(rng.choice(maker.texts), k=6)),
            rng.choice(maker.texts) * rng.choice((2, 30)),
        )
    )
    fields |= {"MsgType": "text", "Content": words.replace("\r", "")}
    fields.setdefault("MsgId", fields.get("MsgID", 1))
    return maker.shot("odd words", May.TAKEN, to_xml(fields).encode(), fields=fields)


def huge(maker: Maker) -> Shot:
    """Almost the most that is taken, or more."""
    over = maker.rng.random() < 0.3
    words = maker.rng.choice(("长", "a", "&lt;", "]]>", " ", "灯坏了，")) * (1_100_000 if over else 30_000)
    fields = maker.fields(NOBODY) | {maker.rng.choice(NAMES): words}
    return (
        maker.shot("huge", May.REFUSED if over else May.EITHER, to_xml(fields).encode(), fields=None)
        if over
        else maker.shot("huge", May.EITHER, to_xml(maker.fields() | {"Content": words}).encode())
    )


def another_token(maker: Maker) -> Shot:
    """Signed by somebody who knows all but the token: a message as it should be, or bent besides."""
    stranger = replace(maker, secret=replace(maker.secret, token="stranger"), only=NOBODY)
    shot = maker.rng.choice((Maker.fresh, flipped, spliced, perhaps_encoded, tricked, odd_field, odd_words))(stranger)
    return replace(shot, kind=f"{shot.kind}, by another token", may=May.REFUSED)
