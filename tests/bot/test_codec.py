"""The codec against bytes that nobody meant, and against wechatpy as a second opinion."""

import base64
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl
from xml.sax.saxutils import escape

import defusedxml.ElementTree
import pytest
from hypothesis import given
from hypothesis import strategies as st
from wechatpy.crypto import WeChatCrypto
from wechatpy.utils import WeChatSigner

from bot.cipher import SafeMode, decode_key
from bot.codec import Account, close_reply, open_request
from bot.errors import Malformed, NotSigned, Refused
from bot.parse import EVENTS, MESSAGES
from bot.reply import shortened
from bot.signature import signature_of
from bot.xml import cdata, read_fields
from handlers.inbound import Kind, Reply
from simulator.envelope import Secrets, sealed, to_xml, unsealed

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
SECRET = Secrets("token", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "wxapp", "")
ACCOUNT = Account("token", SafeMode(SECRET.aes_key, SECRET.app_id))
HEAD = {"ToUserName": "gh_x", "FromUserName": "o1", "CreateTime": 1700000000}
TEXT = {**HEAD, "MsgType": "text", "Content": "3幢楼道灯坏了", "MsgId": 42}
XML_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"))


def opened(fields, secret=SECRET, now=NOW):
    post = sealed(secret, fields, now)
    return open_request(ACCOUNT, dict(parse_qsl(post.query)), post.body, now)


@given(XML_TEXT)
def test_wechatpy_seals_what_we_open_and_opens_what_we_seal(text):
    message = opened({**TEXT, "Content": text})
    assert message.inbound.text == text
    back = unsealed(SECRET, close_reply(ACCOUNT, message, Reply("答：" + text), NOW).encode())
    assert back["Content"] == shortened("答：" + text)
    assert back["ToUserName"] == "o1"


@given(st.binary(max_size=400))
def test_random_ciphertext_is_refused(noise):
    for text in (base64.b64encode(noise).decode(), noise.decode("latin-1")):
        with pytest.raises(Malformed):
            ACCOUNT.safe_mode.decrypt(text)


@given(st.binary(max_size=400))
def test_random_bodies_are_refused_and_raise_nothing_else(body):
    timestamp = str(int(NOW.timestamp()))
    query = {"timestamp": timestamp, "nonce": "n", "signature": signature_of("token", timestamp, "n")}
    with pytest.raises(Refused):
        open_request(Account("token"), query, body, NOW)


@given(
    st.dictionaries(st.sampled_from(["timestamp", "nonce", "signature", "msg_signature", "encrypt_type"]), st.text())
)
def test_random_queries_are_refused(query):
    with pytest.raises(Refused):
        open_request(ACCOUNT, query, b"<xml><Encrypt>x</Encrypt></xml>", NOW)


@given(st.data())
def test_mutated_messages_are_read_or_refused(data):
    """A byte changed, dropped or doubled anywhere in a good message: a value or a Refused, never another error."""
    body = bytearray(to_xml(TEXT).encode())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(body) - 1))
        match data.draw(st.sampled_from(["change", "drop", "double"])):
            case "change":
                body[at] = data.draw(st.integers(0, 255))
            case "drop":
                del body[at]
            case _:
                body.insert(at, body[at])
    timestamp = str(int(NOW.timestamp()))
    query = {"timestamp": timestamp, "nonce": "n", "signature": signature_of("token", timestamp, "n")}
    try:
        result = open_request(Account("token"), query, bytes(body), NOW)
    except Refused:
        return
    assert result.inbound.sender


@given(st.integers(1, 127), st.integers(0, 10**6))
def test_a_flipped_byte_anywhere_in_an_envelope_is_refused(flip, place):
    post = sealed(SECRET, TEXT, NOW)
    start = post.body.index(b"<Encrypt>") + 18
    end = post.body.index(b"]]></Encrypt>")
    at = start + place % (end - start)
    changed = bytearray(post.body)
    changed[at] ^= flip
    with pytest.raises(Refused):
        open_request(ACCOUNT, dict(parse_qsl(post.query)), bytes(changed), NOW)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")))
def test_cdata_says_exactly_its_text(text):
    assert defusedxml.ElementTree.fromstring(f"<a>{cdata(text)}</a>").text == (text or None)


@given(XML_TEXT, st.integers(30, 300))
def test_a_shortened_text_fits_and_is_whole_characters(text, most):
    short = shortened(text, most)
    assert len(short.encode()) <= most
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=40), min_size=2, max_size=4))
def test_the_signature_is_wechatpys(parts):
    signer = WeChatSigner()
    signer.add_data(*parts)
    assert signature_of(*parts) == signer.signature


@pytest.mark.parametrize("kind", sorted(MESSAGES))
def test_every_kind_of_message_is_read(kind):
    extra = {"MediaId": "m", "Location_X": 32.05, "Location_Y": 118.76, "Label": "院子", "Title": "题", "Content": "字"}
    inbound = opened({**HEAD, "MsgType": kind, "MsgId": 1, **extra}).inbound
    assert inbound.kind is MESSAGES[kind][0]
    assert inbound.sender == "o1"


@pytest.mark.parametrize("event", sorted(EVENTS))
def test_every_kind_of_event_is_read_in_any_case(event):
    for spelt in (event, event.upper()):
        assert opened({**HEAD, "MsgType": "event", "Event": spelt}).inbound.kind is EVENTS[event]


def test_the_scene_of_a_code_is_the_same_by_following_and_by_scanning():
    followed = opened({**HEAD, "MsgType": "event", "Event": "subscribe", "EventKey": "qrscene_b-1"}).inbound
    scanned = opened({**HEAD, "MsgType": "event", "Event": "SCAN", "EventKey": "b-1"}).inbound
    assert (followed.kind, followed.key) == (Kind.SUBSCRIBE, "b-1")
    assert (scanned.kind, scanned.key) == (Kind.SCAN, "b-1")


def test_a_key_of_a_redelivery_is_the_same_and_of_another_person_is_not():
    first, again = opened(TEXT).inbound, opened(TEXT, now=NOW + timedelta(seconds=5)).inbound
    other = opened({**TEXT, "FromUserName": "o2"}).inbound
    assert first.dedupe_key == again.dedupe_key != other.dedupe_key
    assert first.delivery != again.delivery


def test_a_message_signed_an_hour_ago_is_stale():
    post = sealed(SECRET, TEXT, NOW)
    with pytest.raises(NotSigned):
        open_request(ACCOUNT, dict(parse_qsl(post.query)), post.body, NOW + timedelta(hours=1))


@pytest.mark.parametrize("key", ["", "short", "a" * 42, "a" * 44, "!" * 43])
def test_a_malformed_key_is_refused_at_the_start(key):
    with pytest.raises(ValueError, match="EncodingAESKey"):
        decode_key(key)


def test_fields_are_flat_and_the_first_of_a_name_counts():
    assert read_fields(b"<xml><A>1</A><A>2</A><B><A>3</A></B></xml>") == {"A": "1", "B": ""}


def test_texts_with_markup_arrive_as_they_were_written():
    written = "<b>&amp;</b> ]]> <![CDATA["
    body = to_xml(TEXT).replace("<![CDATA[3幢楼道灯坏了]]>", escape(written)).encode()
    assert read_fields(body)["Content"] == written


def test_wechatpy_decrypts_our_envelope_alone():
    crypto = WeChatCrypto(SECRET.token, SECRET.aes_key, SECRET.app_id)
    body = close_reply(ACCOUNT, opened(TEXT), Reply("好"), NOW)
    outer = {element.tag: element.text for element in defusedxml.ElementTree.fromstring(body)}
    inner = crypto.decrypt_message(outer, outer["MsgSignature"], outer["TimeStamp"], outer["Nonce"])
    assert "好" in inner
