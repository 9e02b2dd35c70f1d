"""A platform leaves its records as files in a mailbox; they are looked for, taken once, and marked."""

import json
import ssl
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from sqlalchemy import select

from bot.mailbox import MOST_MAIL_BYTES
from bot.mailbox import look as look_into
from simulator.mailbox import StandInMailbox, serving
from simulator.others import hotline_order
from storage.connectors.mail import keep_mailbox
from storage.connectors.platforms import connect
from storage.models import ConnectorFile, ConnectorMailbox
from storage.unit_of_work import UnitOfWork
from tests.office import Office
from tests.others import LIGHT, items, take_in
from tests.staff import staff

SENDER = "orders@12345.example.gov.cn"


@pytest.fixture
def people(chat):
    return staff(chat)


@pytest.fixture
def box(chat, people):
    found = StandInMailbox()
    with serving(found) as port:
        watched(chat, found, f"imap://127.0.0.1:{port}/INBOX")
        yield found


def watched(chat, box, address):
    with chat.database.write() as connection:
        uow = UnitOfWork(connection)
        connect(uow, "hotline", chat.clock(), secret="x", gives_to="", asks_at="")
        allowed = f"{SENDER},@district.example.gov.cn"
        keep_mailbox(uow, "hotline", address=address, user=box.user, secret=box.password, allowed=allowed)
        uow.finish()


def order(number, version=1, **said):
    return hotline_order(f"12345-{number}", version, {**LIGHT, **said})


def file_of(*orders):
    return json.dumps(orders, ensure_ascii=False).encode()


def look(chat):
    chat.clock.turn(minutes=3)
    chat.run("connector_mail")


def files(chat):
    table = ConnectorFile.__table__
    return [(row.name, row.result, row.new) for row in chat.rows(select(table).order_by(table.c.id))]


def test_files_of_who_may_send_become_tickets_once_and_the_mail_is_marked(chat, people, box):
    lines = b"\n".join(json.dumps(order(n)).encode() for n in (2, 3))
    box.comes(f"热线 <{SENDER}>", {"今日.json": file_of(order(1)), "more.jsonl": lines, "photo.png": b"\x89PNG"})
    look(chat)
    look(chat)
    take_in(chat)
    assert len(chat.tickets()) == 3
    assert files(chat) == [("今日.json", "taken", 1), ("more.jsonl", "taken", 2)]
    assert box.seen == {1}


def test_a_mark_that_was_lost_or_a_mail_that_came_twice_brings_nothing_twice(chat, people, box):
    box.comes(SENDER, {"a.json": file_of(order(1))})
    box.comes(SENDER, {"a.json": file_of(order(1))}, message_id="<m0@example.org>")
    box.plan("lost_acknowledgement")
    look(chat)
    assert box.seen == set()
    look(chat)
    take_in(chat)
    assert (len(chat.tickets()), box.seen) == (1, {1, 2})
    assert files(chat) == [("a.json", "taken", 1)]


def test_the_same_mail_with_another_file_under_its_name_is_told_and_takes_nothing(chat, people, box):
    box.comes(SENDER, {"a.json": file_of(order(1))})
    box.comes(SENDER, {"a.json": file_of(order(2))}, message_id="<m0@example.org>")
    look(chat)
    assert [row[1] for row in files(chat)] == ["taken", "reused"]
    assert len(items(chat)) == 1


def test_files_out_of_order_are_worked_off_by_their_versions(chat, people, box):
    box.comes(SENDER, {"2.json": file_of(order(1, 2, state="withdrawn"))})
    box.comes(SENDER, {"1.json": file_of(order(1, 1))})
    look(chat)
    take_in(chat)
    assert [ticket.state for ticket in chat.tickets()] == ["withdrawn"]


def test_workers_who_look_at_once_take_each_file_once(chat, people, box):
    for number in range(4):
        box.comes(SENDER, {"a.json": file_of(order(number))})
    with ThreadPoolExecutor(3) as pool:
        counts = [each.result() for each in [pool.submit(look_into, chat.tools, "hotline") for _ in range(3)]]
    assert sum(counts) == len(items(chat)) == 4
    assert [row[1] for row in files(chat)] == ["taken"] * 4


@pytest.mark.parametrize(
    ("sender", "result"),
    [
        ("somebody@example.org", ("", "wrong_sender", 0)), (f"{SENDER}.evil.example", ("", "wrong_sender", 0)),
        (f"{SENDER}, other@example.org", ("", "wrong_sender", 0)), ("new@district.example.gov.cn", ("a.json", "taken", 1)),
    ],
)  # fmt: skip
def test_only_mail_of_who_may_send_is_read(chat, people, box, sender, result):
    box.comes(sender, {"a.json": file_of(order(1))})
    look(chat)
    assert files(chat) == [result]
    assert box.seen == {1}
    assert any("BODY.PEEK[]" in each for each in box.asked) is (result[1] == "taken")


def test_a_renamed_field_a_broken_file_a_long_mail_and_one_without_files_are_each_told(chat, people, box):
    renamed = {{"content": "neuer_inhalt"}.get(key, key): value for key, value in order(1).items()}
    box.comes(SENDER, {"renamed.json": file_of(renamed), "broken.json": b"[{", "list.json": b"[1, 2]"})
    box.comes(SENDER, {})
    box.mails.append(b"From: \xff=?x?=\nContent-Type: multipart/mixed; boundary=\n\n--")
    box.comes(SENDER, {"long.json": b" " * MOST_MAIL_BYTES})
    look(chat)
    take_in(chat)
    assert [row[:2] for row in files(chat)] == [
        ("renamed.json", "taken"), ("broken.json", "unreadable"), ("list.json", "unreadable"), ("", "no_file"),
        ("", "wrong_sender"), ("", "too_long"),
    ]  # fmt: skip
    assert [(row.state, row.reason) for row in items(chat)] == [("set_aside", "missing_field")]
    page = Office(chat).signs_in(people.dispatcher).sees("/console/platforms")
    assert "broken.json" in page
    assert "邮件太大" in page


def test_a_mailbox_that_is_busy_or_silent_is_told_and_looked_into_again(chat, people, box, monkeypatch):
    monkeypatch.setattr("bot.mailbox.TIMEOUT_S", 0.2)
    box.comes(SENDER, {"a.json": file_of(order(1))})
    office = Office(chat).signs_in(people.dispatcher)
    for fault in ("busy", "slow"):
        box.plan(fault)
        look(chat)
        assert "邮箱打不开" in office.sees("/console/platforms")
    look(chat)
    assert "邮箱打不开" not in office.sees("/console/platforms")
    assert files(chat) == [("a.json", "taken", 1)]


def certificate(folder):
    """Of a server on this machine that only who has this file trusts."""
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")]),
    )
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    path = folder / "box.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(signed.public_bytes(serialization.Encoding.PEM) + private)
    return path


def test_it_is_spoken_with_over_tls_and_a_certificate_that_nobody_trusts_is_refused(
    chat, people, tmp_path, monkeypatch
):
    path, box = certificate(tmp_path), StandInMailbox()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(path)
    box.comes(SENDER, {"a.json": file_of(order(1))})
    with serving(box, tls) as port:
        watched(chat, box, f"imaps://localhost:{port}/INBOX")
        look(chat)
        assert files(chat) == []
        assert box.asked == []
        monkeypatch.setenv("SSL_CERT_FILE", str(path))
        look(chat)
        assert files(chat) == [("a.json", "taken", 1)]
    with chat.database.engine.connect() as connection:
        raw = connection.execute(select(ConnectorMailbox.__table__.c.secret.cast(ConnectorMailbox.secret.type.impl)))
        assert box.password.encode() not in bytes(raw.scalar())
