"""Of a mail: who sent it, which files it holds; whatever bytes come, they are read or refused, and nothing else is raised."""

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis.strategies import binary, sampled_from

from governance.connectors.files import records_in
from governance.connectors.mail import files_of, head_of, is_allowed


@pytest.mark.parametrize(
    ("sender", "allowed", "is_taken"),
    [
        ("a@x.example", ["a@x.example"], True), ("A@X.example", ["a@x.EXAMPLE"], True), ("b@x.example", ["a@x.example"], False),
        ("b@x.example", ["@x.example"], True), ("b@y.x.example", ["@x.example"], False),
        ("b@evilx.example", ["@x.example"], False), ("", ["@x.example"], False), ("", [""], False), ("x.example", ["@"], False),
    ],
)  # fmt: skip
def test_who_may_send(sender, allowed, is_taken):
    assert is_allowed(sender, allowed) is is_taken


def test_two_senders_are_none_and_a_mail_without_an_id_is_known_by_its_bytes():
    assert head_of(b"From: a@x.example\nFrom: b@x.example\n\n").sender == ""
    assert head_of(b"From: A <a@x.example>\n\nhello").sender == "a@x.example"
    one, other = head_of(b"From: a@x.example\n\n"), head_of(b"From: b@x.example\n\n")
    assert one.key != other.key
    assert head_of(b"Message-ID: <1@x>\n\n").key == head_of(b"Message-ID: <1@x>\nFrom: a@x.example\n\n").key


def test_files_of_the_same_name_are_told_apart_and_a_path_is_no_part_of_it():
    mail = EmailMessage()
    mail.set_content("hello")
    for name in ("a.json", "../../etc/a.json", "b.txt", "C:\\x\\b.jsonl"):
        mail.add_attachment(b"{}", maintype="application", subtype="json", filename=name)
    assert [each.name for each in files_of(mail.as_bytes())] == ["a.json", "a.json#2", "b.jsonl"]


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [
        ("a.json", b'\xef\xbb\xbf{"a": 1}', 1), ("a.json", b'[{"a": 1}, {}]', 2), ("a.jsonl", b'{"a": 1}\n\n{"b": 2}\n', 2),
        ("a.json", b"[1]", None), ("a.json", b"\xff\xfe", None), ("a.json", b"[" * 100_000, None), ("a.jsonl", b"{} {}", None),
    ],
)  # fmt: skip
def test_a_file_is_read_wholly_or_not_at_all(name, content, count):
    found = records_in(name, content)
    assert (None if found is None else len(found)) == count


@given(
    binary(max_size=300), sampled_from([b"", b"From: ", b"Message-ID: ", b"Content-Type: multipart/mixed; boundary="])
)
def test_whatever_bytes_come_are_read_or_refused(content, before):
    for read in (head_of, files_of):
        try:
            read(before + content)
        except ValueError:
            continue
