"""Backups that are encrypted, read through, or not to be read; and the weekly rehearsal of a restore."""

import io
import json
import zipfile
from dataclasses import replace

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import func, select

from storage.backup import opened_backup, read_backup, verify_backup, write_backup
from storage.database import Database
from storage.errors import NewerVersion, NotABackup, WrongBackupKey
from storage.files import FileStore
from storage.models import JobRun, Ticket
from storage.schema import upgrade
from storage.sealed_file import SealingWriter, is_sealed, unseal_into
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.staff import staff_and_admin

KEY, OTHER = (Fernet.generate_key().decode() for _ in range(2))


def sealed(content, key=KEY):
    out = io.BytesIO()
    writer = SealingWriter(out, key)
    writer.write(content)
    writer.close()
    return out.getvalue()


def opened(data, *keys):
    out = io.BytesIO()
    unseal_into(io.BytesIO(data), out, keys)
    return out.getvalue()


@pytest.mark.parametrize("size", [0, 1, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024])
def test_what_was_sealed_comes_back_and_says_nothing_in_clear(size):
    content = b"secret" * (size // 6) + b"x" * (size % 6)
    data = sealed(content)
    assert is_sealed(io.BytesIO(data))
    assert b"secretsecret" not in data
    assert opened(data, OTHER, KEY) == content


def test_another_key_or_a_changed_file_opens_nothing():
    data = sealed(b"a" * (2 * 1024 * 1024 + 5))
    with pytest.raises(WrongBackupKey):
        opened(data, OTHER)
    chunk = 1024 * 1024 + 16 + 4
    head = data[:32]
    first, second, last = data[32 : 32 + chunk], data[32 + chunk : 32 + 2 * chunk], data[32 + 2 * chunk :]
    flipped = bytearray(data)
    flipped[100] ^= 1
    for changed in (
        head + first,
        head + second + first + last,
        head + first + last,
        data + b"x",
        bytes(flipped),
        data[:-3],
    ):
        with pytest.raises(NotABackup):
            opened(changed, KEY)


@pytest.fixture
def filled(chat):
    person = chat.person("李阿姨")
    person.says("梧桐里1号院05幢电梯停运了")
    person.sends_picture()
    chat.work()
    return chat


def test_an_encrypted_backup_is_restored_and_read_through(filled, clock, tmp_path):
    path = tmp_path / "b.zip"
    counts = write_backup(filled.database, filled.tools.files, path, clock(), KEY)
    assert not zipfile.is_zipfile(path)
    found = verify_backup(path, (OTHER, KEY))
    assert (found.counts, found.files, found.at) == (counts, 1, clock())
    with pytest.raises(WrongBackupKey):
        verify_backup(path, (OTHER,))
    other = Database(f"sqlite:///{tmp_path / 'other.db'}")
    upgrade(other)
    assert read_backup(other, FileStore(tmp_path / "of"), path, (), (KEY,)) == counts
    other.close()


def rewritten(source, out, change):
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = change(name, before.read(name))
            if content is not None:
                after.writestr(name, content)
    return out


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_one_that_is_broken_or_of_a_newer_program_is_said_and_changes_nothing(filled, clock, tmp_path):
    path = tmp_path / "b.zip"
    write_backup(filled.database, filled.tools.files, path, clock())

    def without_a_row(name, content):
        return content.partition(b"\n")[2] if name == "tickets.jsonl" else content

    def with_another_file(name, content):
        return b"other" if name.startswith("files/") else content

    def without_a_table(name, content):
        return None if name == "people.jsonl" else content

    for number, change in enumerate((without_a_row, with_another_file, without_a_table)):
        with pytest.raises(NotABackup):
            verify_backup(rewritten(path, tmp_path / f"{number}.zip", change))

    def newer(name, content):
        return json.dumps({**json.loads(content), "version": "9000"}) if name == "about.json" else content

    with pytest.raises(NewerVersion), opened_backup(rewritten(path, tmp_path / "newer.zip", newer)):
        pass
    env = {"LINLI_DATA_DIR": str(tmp_path / "fresh"), "LINLI_SECRET_KEY": SECRET_KEY}
    assert "先把程序升级" in linli("backup", "verify", str(tmp_path / "newer.zip"), env=env).stderr
    assert "已损坏" in linli("backup", "verify", str(tmp_path / "0.zip"), env=env).stderr
    (tmp_path / "sealed.zip").write_bytes(sealed(path.read_bytes()))
    wrong = linli("backup", "verify", str(tmp_path / "sealed.zip"), env={**env, "LINLI_BACKUP_KEY": OTHER})
    assert wrong.returncode == 1
    assert "手上的密钥都打不开" in wrong.stderr
    well = linli("backup", "verify", str(tmp_path / "sealed.zip"), env={**env, "LINLI_BACKUP_KEY": f"{OTHER},{KEY}"})
    assert "完好" in well.stdout, well.stderr


@pytest.fixture
def admin(filled):
    return staff_and_admin(filled)[1]


def rehearsals(chat, admin):
    chat.clock.turn(hours=5)  # by day, when it is no grave matter
    admin.says("你好")
    chat.work()
    return [text for text in admin.notices if text.startswith("恢复演练")]


def test_each_week_the_newest_backup_is_restored_for_practice_and_told_once(filled, admin, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    filled.tools = replace(filled.tools, backups=folder, backup_keys=(KEY,))
    filled.clock.turn(days=4, hours=19)  # Sunday, 05:00
    write_backup(filled.database, filled.tools.files, folder / "linli-20261129.zip", filled.clock(), KEY)
    assert filled.run("rehearsal") == {"rehearsal": 1}
    assert filled.run("rehearsal") == {"rehearsal": 0}
    (told,) = rehearsals(filled, admin)
    assert "恢复演练通过：备份 linli-20261129.zip" in told
    assert "工单 1 件、文件 1 个" in told
    assert [path.name for path in folder.iterdir()] == ["linli-20261129.zip"]
    assert filled.rows(select(func.count()).select_from(Ticket))[0][0] == 1
    assert [row.job for row in filled.rows(select(JobRun).where(JobRun.job == "rehearsed"))] == ["rehearsed"]
    filled.clock.turn(days=6, hours=20)
    (folder / "linli-20261205.zip").write_bytes(b"junk")
    filled.run("rehearsal")
    assert "没有通过：备份 linli-20261205.zip 读不出来" in rehearsals(filled, admin)[1]
    assert len(filled.rows(select(JobRun).where(JobRun.job == "rehearsed"))) == 1
