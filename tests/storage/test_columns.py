from datetime import datetime

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import insert, select, text
from sqlalchemy.exc import StatementError

from storage import keyring
from storage.models import Nonce, Person, TicketEvent
from tests.conftest import SECRET_KEY
from understanding.masking import masked_person


def test_names_are_unreadable_in_the_database_and_readable_with_the_key(database):
    with database.write() as connection:
        connection.execute(insert(Person).values(code="R1", name="李示例", phone="13800000000"))
    with database.read() as connection:
        raw = bytes(connection.execute(text("SELECT name FROM people")).scalar_one())
        assert "李示例".encode() not in raw
        assert connection.execute(select(Person.name, Person.phone)).one() == ("李示例", "13800000000")


def test_another_key_reads_nothing_but_the_row_stays(database):
    with database.write() as connection:
        connection.execute(insert(Person).values(code="R1", name="李示例"))
    try:
        keyring.unlock([Fernet.generate_key().decode()])
        with database.read() as connection:
            assert connection.execute(select(Person.id, Person.name)).one().name is None
    finally:
        keyring.unlock([SECRET_KEY])


def test_an_instant_without_a_zone_is_refused(database):
    late = datetime(2026, 11, 24)  # noqa: DTZ001
    with database.write() as connection, pytest.raises(StatementError, match="time zone"):
        connection.execute(insert(TicketEvent).values(number="x", kind="x", to_state="x", at=late))


def test_people_are_masked_in_lists():
    assert masked_person("张三丰", "o1") == "张**"
    assert masked_person("李", "o1") == "李*"
    assert masked_person(None, "oABCDEFG1234") == "wechat:…1234"


def test_a_nonce_has_room_for_its_time():
    assert Nonce.__table__.c.nonce.type.length >= 128 + 11


def test_what_was_changed_on_the_disk_is_read_as_nothing():
    """Both ways of sealing notice each changed byte, and each writes the same words differently each time."""
    for shut, opened in ((keyring.encrypt, keyring.decrypt), (keyring.seal, keyring.unseal)):
        whole = shut("张样本 13900000000")
        assert opened(whole) == "张样本 13900000000"
        assert shut("张样本 13900000000") != whole
        raw = whole.encode() if isinstance(whole, str) else whole
        for at in range(len(raw) // 2, len(raw) - 4, 7):
            flipped = raw[:at] + (b"A" if raw[at : at + 1] != b"A" else b"B") + raw[at + 1 :]
            said = opened(flipped.decode() if isinstance(whole, str) else flipped)
            assert not said, at


def test_keys_have_256_bits_and_each_purpose_its_own():
    keyring.unlock([SECRET_KEY])
    for wrong in ("short", "a" * 43, SECRET_KEY[:-5] + "="):
        with pytest.raises(ValueError, match=r".*"):
            keyring.unlock([wrong])
    keyring.unlock([SECRET_KEY])
    made = (
        keyring.digest("csrf", "x"),
        keyring.digest("console", "x"),
        keyring.digest("csrf", "y"),
        keyring.digest("csrfx"),
    )
    assert len(set(made)) == 4
    assert all(len(each) == 32 for each in made)
