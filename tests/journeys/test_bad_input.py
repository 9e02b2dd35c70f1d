"""What must not get in: each is a 4xx with an empty body, nothing is stored, no trace in the log, the bot lives."""

import base64
import io
import json
import secrets
import sys
import time

import pytest
import requests
from sqlalchemy import func, select

from linli import logs
from simulator.envelope import Secrets, sealed, sign, to_xml
from storage.models import Account, Inbound, Nonce, Ticket
from tests.chat import SECRETS, Chat

PLAIN = Secrets(SECRETS.token, "", SECRETS.app_id, SECRETS.app_secret)


def message(**fields):
    head = {"ToUserName": "gh_x", "FromUserName": "o" + "1" * 27, "CreateTime": 1, "MsgType": "text"}
    return {**head, "Content": "3幢楼道灯坏了", "MsgId": secrets.randbelow(10**18), **fields}


def without(fields, name):
    return {key: value for key, value in fields.items() if key != name}


def plain_query(clock, nonce="n1", token=SECRETS.token, shift=0):
    timestamp = str(int(clock().timestamp()) + shift)
    return {"timestamp": timestamp, "nonce": nonce, "signature": sign(token, timestamp, nonce)}


def sealed_query(clock, encrypt, nonce="n1"):
    query = plain_query(clock, nonce)
    return {
        **query,
        "encrypt_type": "aes",
        "msg_signature": sign(SECRETS.token, query["timestamp"], nonce, encrypt),
    }


def envelope(encrypt):
    return to_xml({"ToUserName": "gh_x", "Encrypt": encrypt}).encode()


def tampered(change):
    """A correctly signed envelope around a ciphertext that was changed before."""

    def make(clock):
        raw = bytearray(base64.b64decode(_ciphertext(clock)))
        encrypt = change(raw)
        return sealed_query(clock, encrypt), envelope(encrypt)

    return make


def _ciphertext(clock, app_id=SECRETS.app_id, **fields):
    secret = Secrets(SECRETS.token, SECRETS.aes_key, app_id, "")
    body = sealed(secret, message(**fields), clock()).body.decode()
    return body.split("<Encrypt><![CDATA[")[1].split("]]>")[0]


def _flip_last(raw):
    raw[-1] ^= 0xFF
    return base64.b64encode(bytes(raw)).decode()


def _over_padded(clock):
    """Base64 that needs no padding and has some: Python's strict reading lets it pass."""
    texts = (_ciphertext(clock, Content="灯" * count) for count in range(1, 100))
    encrypt = next(text for text in texts if not text.endswith("=")) + "===="
    return sealed_query(clock, encrypt), envelope(encrypt)


def _other_app(clock):
    encrypt = _ciphertext(clock, "wxsomebodyelse0000")
    return sealed_query(clock, encrypt), envelope(encrypt)


def _inner(xml):
    """A message whose decrypted text is `xml`, signed and encrypted as it should be."""

    def make(clock):
        from bot.cipher import SafeMode

        encrypt = SafeMode(SECRETS.aes_key, SECRETS.app_id).encrypt(xml)
        return sealed_query(clock, encrypt), envelope(encrypt)

    return make


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><xml><Content>&b;</Content></xml>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><xml><Content>&f;</Content></xml>'

SAFE_MODE_CASES = {
    "wrong msg_signature": lambda c: ({**sealed_query(c, "AAAA"), "msg_signature": "0" * 40}, envelope("AAAA")),
    "signature with Chinese": lambda c: ({**sealed_query(c, "AAAA"), "msg_signature": "签名"}, envelope("AAAA")),
    "plain message with an AES key set": lambda c: (plain_query(c), to_xml(message()).encode()),
    "no parameters": lambda c: ({}, to_xml(message()).encode()),
    "broken base64": lambda c: (sealed_query(c, "%%%not base64%%%"), envelope("%%%not base64%%%")),
    "not a block": lambda c: (sealed_query(c, "QUJD"), envelope("QUJD")),
    "empty ciphertext": lambda c: (sealed_query(c, ""), envelope("")),
    "wrong padding": tampered(_flip_last),
    "more padding than base64 has": _over_padded,
    "cut ciphertext": tampered(lambda raw: base64.b64encode(bytes(raw[:16])).decode()),
    "wrong app id": _other_app,
    "no Encrypt": lambda c: (sealed_query(c, ""), to_xml({"ToUserName": "gh_x"}).encode()),
    "DTD in the envelope": lambda c: (sealed_query(c, "x"), BOMB.encode()),
    "entity bomb inside": _inner(BOMB),
    "external entity inside": _inner(EXTERNAL),
    "not XML inside": _inner("hello"),
    "no sender inside": _inner(to_xml(without(message(), "FromUserName"))),
    "empty inside": _inner(""),
}

PLAIN_CASES = {
    "wrong signature": lambda c: ({**plain_query(c), "signature": "0" * 40}, to_xml(message()).encode()),
    "signed with another token": lambda c: (plain_query(c, token="other"), to_xml(message()).encode()),
    "stale": lambda c: (plain_query(c, shift=-601), to_xml(message()).encode()),
    "from the future": lambda c: (plain_query(c, shift=601), to_xml(message()).encode()),
    "timestamp no number": lambda c: ({**plain_query(c), "timestamp": "soon"}, to_xml(message()).encode()),
    "timestamp in other digits": lambda c: ({**plain_query(c), "timestamp": "１７"}, to_xml(message()).encode()),
    "endless nonce": lambda c: (plain_query(c, nonce="n" * 5000), to_xml(message()).encode()),
    "no sender": lambda c: (plain_query(c), to_xml(without(message(), "FromUserName")).encode()),
    "no recipient": lambda c: (plain_query(c), to_xml(without(message(), "ToUserName")).encode()),
    "no kind": lambda c: (plain_query(c), to_xml(without(message(), "MsgType")).encode()),
    "no message id": lambda c: (plain_query(c), to_xml(without(message(), "MsgId")).encode()),
    "picture without media": lambda c: (plain_query(c), to_xml(message(MsgType="image")).encode()),
    "location without degrees": lambda c: (plain_query(c), to_xml(message(MsgType="location")).encode()),
    "location off the globe": lambda c: (
        plain_query(c),
        to_xml(message(MsgType="location", Location_X="NaN", Location_Y=999)).encode(),
    ),
    "endless sender": lambda c: (plain_query(c), to_xml(message(FromUserName="o" * 500)).encode()),
    "event without a name": lambda c: (plain_query(c), to_xml(message(MsgType="event")).encode()),
    "DTD": lambda c: (plain_query(c), b'<!DOCTYPE xml SYSTEM "http://127.0.0.1/x.dtd">' + to_xml(message()).encode()),
    "entity bomb": lambda c: (plain_query(c), BOMB.encode()),
    "external entity": lambda c: (plain_query(c), EXTERNAL.encode()),
    "not UTF-8": lambda c: (plain_query(c), to_xml(message()).encode("gb18030")),
    "UTF-16": lambda c: (plain_query(c), to_xml(message()).encode("utf-16")),
    "UTF-16 without a mark": lambda c: (plain_query(c), to_xml(message(Content="help")).encode("utf-16-be")),
    "half a document": lambda c: (plain_query(c), to_xml(message()).encode()[:100]),
    "a NUL": lambda c: (plain_query(c), to_xml(message(Content="灯\0坏了")).encode()),
    "half a surrogate": lambda c: (plain_query(c), to_xml(message()).replace("3幢", "]]>&#xD800;<![CDATA[").encode()),
    "empty body": lambda c: (plain_query(c), b""),
    "JSON": lambda c: (plain_query(c), b'{"a": 1}'),
    "10 MB": lambda c: (plain_query(c), b"<xml>" + b" " * 10_000_000 + b"</xml>"),
    "a thousand fields": lambda c: (plain_query(c), b"<xml>" + b"<a>1</a>" * 1000 + b"</xml>"),
    "encrypted without a key": lambda c: (sealed_query(c, "AAAA"), envelope("AAAA")),
}


@pytest.fixture
def plain_chat(database, clock, redis, tmp_path):
    chat = Chat(database, clock, redis, tmp_path / "files", PLAIN)
    yield chat
    chat.close()


@pytest.fixture
def log_lines():
    out = io.StringIO()
    logs.configure(out)
    yield lambda: [json.loads(line) for line in out.getvalue().splitlines()]
    logs.configure(sys.stderr)


def refused(chat, query, body, log_lines, content_type="text/xml"):
    requests.get(chat.webhook)  # the connection's first request pays for start-up, not for the check
    before = len(log_lines())
    fastest = 9.0
    for _ in range(3):
        started = time.perf_counter()
        response = requests.post(chat.webhook, params=query, data=body, headers={"Content-Type": content_type})
        fastest = min(fastest, time.perf_counter() - started)
    assert 400 <= response.status_code < 500
    assert response.content == b""
    assert fastest < 0.1
    for model in (Account, Inbound, Ticket, Nonce):
        assert chat.rows(select(func.count()).select_from(model))[0][0] == 0
    lines = log_lines()[before:]
    assert [line["event"] for line in lines] == ["refused"] * 3
    assert "Traceback" not in json.dumps(lines)
    assert chat.app.test_client().get("/healthz").status_code == 200
    return response


@pytest.mark.parametrize("case", SAFE_MODE_CASES)
def test_safe_mode_refuses(chat, clock, log_lines, case):
    query, body = SAFE_MODE_CASES[case](clock)
    refused(chat, query, body, log_lines)


@pytest.mark.parametrize("case", PLAIN_CASES)
def test_plain_mode_refuses(plain_chat, clock, log_lines, case):
    query, body = PLAIN_CASES[case](clock)
    refused(plain_chat, query, body, log_lines)


@pytest.mark.parametrize("content_type", ["application/json", "multipart/form-data; boundary=x", "image/png"])
def test_another_content_type_is_refused(plain_chat, clock, log_lines, content_type):
    response = refused(plain_chat, plain_query(clock), to_xml(message()).encode(), log_lines, content_type)
    assert response.status_code == 415


def test_a_nonce_with_another_body_is_a_replay(plain_chat, clock):
    query = plain_query(clock)
    first = requests.post(plain_chat.webhook, params=query, data=to_xml(message()).encode())
    assert first.status_code == 200
    other = requests.post(plain_chat.webhook, params=query, data=to_xml(message(FromUserName="o2")).encode())
    assert (other.status_code, other.content) == (400, b"")
    assert len(plain_chat.tickets()) == 1
    assert len(plain_chat.rows(select(Account.id))) == 1


def test_the_same_body_under_the_same_nonce_is_a_retry(plain_chat, clock):
    query, body = plain_query(clock), to_xml(message()).encode()
    answers = [requests.post(plain_chat.webhook, params=query, data=body).content for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert len(plain_chat.tickets()) == 1


def test_nested_elements_are_passed_over(plain_chat, clock):
    body = to_xml(message()).replace("</xml>", "<a>" * 100 + "</a>" * 100 + "</xml>").encode()
    assert requests.post(plain_chat.webhook, params=plain_query(clock), data=body).status_code == 200
    assert plain_chat.tickets()[0].text == "3幢楼道灯坏了"


def test_cdata_endings_in_a_text_do_not_break_the_reply(chat):
    resident = chat.person("李阿姨")
    answer = resident.says("3幢楼道灯坏了]]></Content><MsgType>news</MsgType>")
    assert "]]>" in answer
    assert "NH20261124-0001" in answer


def test_verification_echoes_only_what_is_signed(chat, plain_chat, clock):
    query = plain_query(clock)
    assert requests.get(plain_chat.webhook, params={**query, "echostr": "777<b>"}).text == "777<b>"
    for bad in (
        {},
        query,
        {**query, "signature": "x", "echostr": "7"},
        {**plain_query(clock, shift=-999), "echostr": "7"},
    ):
        response = requests.get(plain_chat.webhook, params=bad)
        assert 400 <= response.status_code < 500
        assert response.content == b""


def test_other_methods_and_paths_are_refused(chat):
    assert requests.put(chat.webhook).status_code == 405
    response = requests.get(chat.webhook.replace("/wechat", "/nowhere"))
    assert response.status_code == 404
    assert "打不开" in response.text  # who follows a wrong link reads a sentence instead of a blank page


def test_the_log_tells_the_message_by_an_id_and_never_its_text_or_sender(chat, log_lines):
    resident = chat.person("李阿姨")
    resident.says("我家电话13800138000，3幢楼道灯坏了")
    resident.says("进度")
    lines = [line for line in log_lines() if line["event"] == "message"]
    assert [line["kind"] for line in lines] == ["text", "text"]
    assert len({line["id"] for line in lines}) == 2
    whole = json.dumps(log_lines(), ensure_ascii=False)
    assert "13800138000" not in whole
    assert "楼道" not in whole
    assert resident.openid not in whole
