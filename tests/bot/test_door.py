"""Bytes that nobody meant, at the real door: anything wrong is a 4xx with an empty body, and nothing is stored."""

import base64
import struct
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from wechatpy.crypto.cryptography import WeChatCipher

from bot.aes_key import decode_key
from handlers import texts
from simulator.envelope import Secrets, sealed, sign, to_xml
from storage.models import Account, Inbound, Nonce, Ticket
from tests.chat import SECRETS, Chat

TEXT = {
    "ToUserName": "gh_x", "FromUserName": "o" + "1" * 27, "CreateTime": 1700000000, "MsgType": "text",
    "Content": "3幢楼道灯坏了]]>&<b>", "MsgId": 42,
}  # fmt: skip
PIECES = st.sampled_from(
    [
        "<xml>", "</xml>", "<MsgType>", "</MsgType>", "<![CDATA[", "]]>", "<!DOCTYPE xml [", "<!ENTITY a 'b'>", "]>",
        "&a;", "&#xD800;", "&lt;", "<?xml version='1.0' encoding='gb18030'?>", "<!--", "-->", "<MsgId>1</MsgId>",
        "<ToUserName>gh</ToUserName>", "<Encrypt>AAAA</Encrypt>", "text", "event", "\0", "\ufeff", "\x1b", "灯坏了",
        "<a xmlns='b:c' d='e'/>",
    ]
)  # fmt: skip
NO_MESSAGE = st.one_of(
    st.binary(max_size=600), st.lists(PIECES, max_size=25).map(lambda parts: "".join(parts).encode())
)
"""Bodies of which none names a sender."""


@pytest.fixture
def plain_chat(database, clock, redis, tmp_path):
    chat = Chat(database, clock, redis, tmp_path / "files", Secrets(SECRETS.token, "", SECRETS.app_id, ""))
    yield chat
    chat.close()


def signed(chat, encrypt=None, nonce="n1"):
    timestamp = str(int(chat.clock().timestamp()))
    query = {"timestamp": timestamp, "nonce": nonce, "signature": sign(SECRETS.token, timestamp, nonce)}
    if encrypt is None:
        return query
    return {**query, "encrypt_type": "aes", "msg_signature": sign(SECRETS.token, timestamp, nonce, encrypt)}


def posted(chat, query, body, **environ):
    raw = query if isinstance(query, str) else urlencode(query)
    return chat.app.test_client().post(
        "/wechat", data=body, content_type="text/xml", environ_overrides={"QUERY_STRING": raw, **environ}
    )


def refused(response):
    assert 400 <= response.status_code < 500
    assert response.data == b""


def nothing_stored(chat):
    for model in (Account, Inbound, Ticket, Nonce):
        assert chat.rows(select(func.count()).select_from(model))[0][0] == 0


def test_signed_bodies_without_a_message_are_refused(plain_chat):
    @given(NO_MESSAGE)
    def check(body):
        refused(posted(plain_chat, signed(plain_chat), body))

    check()
    nothing_stored(plain_chat)


def test_sealed_bodies_without_a_message_are_refused(chat):
    @given(NO_MESSAGE.filter(lambda body: body.isascii() and b"\0" not in body))
    def check(body):
        secret = SECRETS.aes_key, SECRETS.app_id
        frame = b"r" * 16 + struct.pack(">I", len(body)) + body + secret[1].encode()
        encrypt = _encrypted(frame, 32 - len(frame) % 32)
        refused(posted(chat, signed(chat, encrypt), _envelope(encrypt)))

    check()
    nothing_stored(chat)


def test_frames_that_are_not_exactly_right_are_refused(chat):
    """A good message inside, correctly encrypted and signed; its length, app id or padding is what nobody wrote."""
    xml = to_xml(TEXT).encode()
    right = len(xml)
    lengths = st.one_of(st.integers(0, 2**32 - 1), st.integers(right - 40, right + 40)).filter(lambda n: n != right)

    @given(
        st.one_of(
            st.tuples(lengths, st.just(SECRETS.app_id.encode()), st.none()),
            st.tuples(st.just(right), st.binary(max_size=40).filter(lambda b: b != SECRETS.app_id.encode()), st.none()),
            st.tuples(st.just(right), st.just(SECRETS.app_id.encode()), st.integers(0, 255)),
        ),
        st.binary(min_size=16, max_size=16),
    )
    def check(wrong, noise):
        length, app_id, last = wrong
        frame = noise + struct.pack(">I", length) + xml + app_id
        count = 32 - len(frame) % 32
        if last == count:
            last += 1
        encrypt = _encrypted(frame, count, last)
        refused(posted(chat, signed(chat, encrypt), _envelope(encrypt)))

    check()
    nothing_stored(chat)


def _encrypted(frame, count, last=None):
    key = decode_key(SECRETS.aes_key)
    padding = bytes([count]) * count
    padded = frame + (padding if last is None else padding[:-1] + bytes([last & 255]))
    return base64.b64encode(WeChatCipher(key).encrypt(padded)).decode()


def _envelope(encrypt):
    return to_xml({"ToUserName": "gh_x", "Encrypt": encrypt}).encode()


def test_ciphertexts_in_other_spellings_are_refused(chat):
    """What lenient base64 would read over: foreign characters, blanks, missing and doubled padding, the other alphabet."""
    good = sealed(SECRETS, TEXT, chat.clock()).body.decode().split("<Encrypt><![CDATA[")[1].split("]]>")[0]

    @given(st.integers(1, len(good) - 1), st.sampled_from(["\n", " ", "!", "-", "_", "=", "é", "．", "\t"]))
    def check(at, extra):
        for encrypt in (good[:at] + extra + good[at:], good.rstrip("=") + "=" * (good.count("=") + 1), good[:at]):
            refused(posted(chat, signed(chat, encrypt), _envelope(encrypt)))

    check()
    nothing_stored(chat)


def test_queries_that_nobody_signed_are_refused(chat):
    body = sealed(SECRETS, TEXT, chat.clock()).body
    names = st.sampled_from(["timestamp", "nonce", "signature", "msg_signature", "encrypt_type", "echostr"])

    @given(
        st.one_of(st.dictionaries(names, st.text(st.characters(codec="utf-8"))).map(urlencode), st.binary(max_size=80))
    )
    def check(query):
        raw = query if isinstance(query, str) else query.decode("latin-1")
        refused(posted(chat, raw, body))
        refused(chat.app.test_client().get("/wechat", environ_overrides={"QUERY_STRING": raw}))

    check()
    nothing_stored(chat)


def test_lengths_and_types_that_a_message_cannot_have_are_refused(plain_chat):
    lengths = st.sampled_from(["", "-1", "+1", "1e3", "0x10", "²", "1048577", "9" * 40, "12, 12", "nan"])
    types = st.text(st.characters(codec="latin-1", exclude_categories=("Cc",)), min_size=1, max_size=30).filter(
        lambda text: "xml" not in text.lower() and text.partition(";")[0].strip() not in ("", "text/plain")
    )
    body = to_xml(TEXT).encode()

    @given(st.one_of(lengths.map(lambda n: {"CONTENT_LENGTH": n}), types.map(lambda t: {"CONTENT_TYPE": t})))
    def check(environ):
        refused(posted(plain_chat, signed(plain_chat), body, **environ))

    check()
    nothing_stored(plain_chat)


def test_a_changed_message_is_taken_or_refused_whole(plain_chat):
    """A few bytes of a good message changed: one answer and one row, or a 4xx and none; never an excuse, never a 5xx."""
    good = to_xml(TEXT).encode()
    serial = iter(range(10**6))
    taken = 0

    @settings(max_examples=60)
    @given(st.lists(st.tuples(st.integers(0, len(good) - 1), st.integers(0, 255)), min_size=1, max_size=4))
    def check(changes):
        nonlocal taken
        body = bytearray(good)
        for at, byte in changes:
            body[at] = byte
        response = posted(plain_chat, signed(plain_chat, nonce=f"n{next(serial)}"), bytes(body))
        rows = plain_chat.rows(select(func.count()).select_from(Inbound))[0][0]
        if response.status_code == 200:
            assert texts.BUSY.encode() not in response.data
        else:
            refused(response)
            assert rows == taken
        taken = rows

    check()
