"""A backup holds everything but the key, and either database is filled from it."""

import json
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from sqlalchemy import select

from scheduler.housekeeping import back_up
from storage.backup import PARTIAL, opened_backup, read_backup, write_backup
from storage.database import Database
from storage.files import FileStore
from storage.models import Base, Person
from storage.schema import upgrade
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.staff import staff


@pytest.fixture
def filled(chat, tmp_path):
    people = staff(chat)
    first, second = chat.person("李阿姨"), chat.person("张爷爷")
    first.says("梧桐里1号院05幢电梯停运了")
    first.sends_picture()
    second.says("梧桐里1号院05幢电梯坏了")
    second.says("一起")
    chat.work()
    people.worker.says("接单 1")
    people.worker.says("应急 1 换门锁 估300元")
    return chat


def everything(database):
    with database.read() as connection:
        return {
            table.name: sorted(map(str, connection.execute(select(table)).all()))
            for table in Base.metadata.sorted_tables
        }


@pytest.mark.parametrize("into", ["sqlite", "postgresql"])
def test_what_is_restored_is_what_was_there(filled, clock, tmp_path, request, into):
    path = tmp_path / "backup.zip"
    counts = write_backup(filled.database, filled.tools.files, path, clock())
    assert counts["tickets"] == 2
    if into == "sqlite":
        url = f"sqlite:///{tmp_path / 'other.db'}"
    else:
        from tests.postgres import run_sql

        server = request.getfixturevalue("postgres")
        run_sql(server, f"CREATE DATABASE restored{id(filled)}")
        url = server.get_uri(f"restored{id(filled)}")
    other = Database(url)
    upgrade(other)
    files = FileStore(tmp_path / "otherfiles")
    assert read_backup(other, files, path) == counts
    assert everything(other) == everything(filled.database)
    assert len(list((tmp_path / "otherfiles").glob("*/*"))) == 1
    with other.write() as connection:  # keys go on behind the restored ones
        connection.execute(Person.__table__.insert().values(code="NEW", name="新来的"))
    other.close()


def test_a_backup_holds_no_name_in_clear(filled, clock, tmp_path):
    path = tmp_path / "backup.zip"
    write_backup(filled.database, filled.tools.files, path, clock())
    with zipfile.ZipFile(path) as archive:
        people = archive.read("people.jsonl").decode()
    assert "陈试用" not in people
    assert "19900000001" not in people
    assert len([json.loads(line) for line in people.splitlines()]) == 12


def test_by_command_and_into_an_empty_database_only(filled, database_url, tmp_path):
    env = {"LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path / "data"), "LINLI_SECRET_KEY": SECRET_KEY}
    path = str(tmp_path / "b.zip")
    done = linli("backup", path, env=env)
    assert done.returncode == 0, done.stderr
    assert "其中工单 2 件" in done.stdout
    refused = linli("restore", path, env=env)
    assert refused.returncode == 1
    assert "只能恢复到空数据库" in refused.stderr
    fresh = {"LINLI_DATA_DIR": str(tmp_path / "fresh"), "LINLI_SECRET_KEY": SECRET_KEY}
    linli("db", "upgrade", env=fresh)
    assert "其中工单 2 件" in linli("restore", path, env=fresh).stdout
    assert "陈试用" in linli("export", "tickets", env=fresh).stdout
    (tmp_path / "junk.zip").write_bytes(b"junk")
    junk = linli("restore", str(tmp_path / "junk.zip"), env=fresh)
    assert "不是 linli backup 生成的备份" in junk.stderr
    assert "Traceback" not in junk.stderr


def test_workers_that_write_the_nights_backup_at_once_all_come_through_and_sweep_what_a_killed_one_left(
    filled, tmp_path
):
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / f"linli-20250101.zip.half{PARTIAL}").write_bytes(b"PK")
    filled.tools = replace(filled.tools, backups=folder)
    together = Barrier(3)

    def one() -> int:
        together.wait()
        return back_up(filled.tools, "2026-11-25T02:30")

    with ThreadPoolExecutor(3) as pool:
        assert sorted(job.result() for job in [pool.submit(one) for _ in range(3)]) == [0, 0, 1]
    (path,) = folder.iterdir()
    with opened_backup(path) as (archive, _):
        assert archive.testzip() is None
