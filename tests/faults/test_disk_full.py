"""A disk without room for another byte: nothing that was answered is lost, what is not taken is said, and room mends it."""

import os
import sys
import uuid
from dataclasses import replace
from io import BytesIO, FileIO, TextIOWrapper

import psutil
import pytest
import requests
from alembic import command as alembic
from sqlalchemy import select

from console import texts as console_texts
from handlers import texts
from handlers.texts.jobs import FULL_DISK
from linli import logs
from linli import texts as linli_texts
from storage import schema
from storage.database import Database
from storage.models import Attachment, Inbound, JobFailure, JobRun
from storage.schema import current_version
from tests.chat import Chat
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.databases import opened
from tests.linli.test_kill import SECRET, deliver_until_answered
from tests.office import Office, plain
from tests.pictures import snapshot
from tests.postgres import run_sql
from tests.processes import command, descendants, free_address, wait_for
from tests.staff import staff


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request, disk):
    """A database without any table whose rows lie on the small disk: SQLite's file, or a tablespace of PostgreSQL's."""
    if request.param == "sqlite":
        yield f"sqlite:///{disk.folder / 'linli.db'}"
        return
    server, name = request.getfixturevalue("postgres"), f"f{uuid.uuid4().hex}"
    space, owner = disk.folder / "space", server.pgdata.stat()
    space.mkdir(mode=0o700)
    os.chown(space, owner.st_uid, owner.st_gid)
    run_sql(server, f"CREATE TABLESPACE {name} LOCATION '{space}'")
    run_sql(server, f"CREATE DATABASE {name} TABLESPACE {name}")
    yield server.get_uri(name)
    run_sql(server, f"DROP DATABASE {name} WITH (FORCE)")
    run_sql(server, f"DROP TABLESPACE {name}")


@pytest.fixture
def tight_chat(empty_url, clock, redis, tmp_path):
    database = opened(empty_url)
    schema.upgrade(database)
    chat = Chat(database, clock, redis, tmp_path / "files")
    yield chat
    chat.close()
    database.close()


@pytest.fixture
def filing_chat(database, clock, redis, disk):
    """The files lie on the small disk, the database does not."""
    chat = Chat(database, clock, redis, disk.folder / "files")
    yield chat
    chat.close()


def told_until_refused(speaker, most=400):
    """What was answered before the first refusal, by what was said."""
    answered = {}
    for number in range(most):
        words = f"{number}幢楼道灯坏了，" + "请尽快来看一看" * 20
        answer = speaker.says(words)
        if answer == texts.BUSY:
            return answered, words
        answered[words] = answer
    raise AssertionError("the disk was never full")


def test_a_message_on_a_full_disk_is_refused_in_words_and_loses_no_answered_ticket(tight_chat, disk):
    resident = tight_chat.person("李阿姨")
    resident.says("3幢楼道灯坏了")
    disk.fill()
    answered, refused = told_until_refused(resident)
    assert resident.says(refused) == texts.BUSY
    assert tight_chat.app.test_client().get("/healthz").status_code == 200
    disk.free()
    kept = {row.text: row.number for row in tight_chat.tickets()}
    assert kept.keys() == {"3幢楼道灯坏了", *answered}
    assert all(kept[words] in answer for words, answer in answered.items())
    assert len(tight_chat.rows(select(Inbound.dedupe_key))) == 1 + len(answered)
    assert "NH20261124-" in resident.says(refused)
    assert len(tight_chat.tickets()) == 2 + len(answered)


def test_a_page_says_that_the_disk_is_full_and_not_that_the_database_is_away(tight_chat, disk):
    resident = tight_chat.person("李阿姨")
    people = staff(tight_chat)
    resident.says("3幢楼道灯坏了")
    office = Office(tight_chat).signs_in(people.dispatcher)
    number = tight_chat.tickets()[0].number
    disk.fill()
    told_until_refused(resident)
    status, said = office.does(number, "dispatch", whom="R1")
    assert (status, console_texts.NO_ROOM in said) == (507, True), said
    disk.free()


def test_an_upload_without_room_is_refused_in_words_and_leaves_nothing_behind(filing_chat, disk):
    people = staff(filing_chat)
    filing_chat.person("李阿姨").says("梧桐里1号院05幢3楼楼道灯坏了")
    office = Office(filing_chat).signs_in(people.dispatcher)
    address = f"/console/tickets/{filing_chat.tickets()[0].number}/picture"
    picture = snapshot()

    def send():
        form = {"csrf": office.csrf, "picture": (BytesIO(picture), "p.jpg")}
        answer = office.web.post(address, data=form, headers={"HX-Request": "true"})
        return answer.status_code, plain(answer.text).strip()

    disk.fill()
    assert send() == (507, console_texts.NO_ROOM)
    assert [path for path in (disk.folder / "files").rglob("*") if path.is_file()] == []
    assert filing_chat.rows(select(Attachment.id)) == []
    disk.free()
    assert send()[0] == 200
    assert len(filing_chat.rows(select(Attachment.id).where(Attachment.state == "stored"))) == 1


def test_a_resident_s_picture_waits_for_room_however_long_that_takes(filing_chat, clock, disk):
    resident = filing_chat.person("李阿姨")
    resident.says("3幢楼道灯坏了")
    resident.sends_picture()
    disk.fill()
    for _ in range(40):  # twenty hours; the platform keeps a picture for three days
        filing_chat.run("downloads")
        clock.turn(minutes=33)
    (failing,) = filing_chat.rows(select(JobFailure.last_error, JobFailure.set_aside_at))
    assert (failing.last_error, failing.set_aside_at) == (FULL_DISK, None)
    assert [row.state for row in filing_chat.rows(select(Attachment.state))] == ["pending"]
    disk.free()
    filing_chat.platform.faults.plan("http_500")  # no attempt was used up by the disk
    for _ in range(3):
        filing_chat.run("downloads", "pictures")
        clock.turn(minutes=33)
    assert [row.state for row in filing_chat.rows(select(Attachment.state))] == ["stored"]
    assert filing_chat.rows(select(JobFailure.job)) == []
    assert not any("照片" in text and "没" in text for text in resident.notices)


@pytest.fixture
def env(database_url, tmp_path, disk):
    return {
        "LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(disk.folder / "data"), "LINLI_SECRET_KEY": SECRET_KEY,
    }  # fmt: skip


def test_a_backup_without_room_is_said_leaves_nothing_and_keeps_the_one_before(filing_chat, clock, env, disk):
    staff(filing_chat)
    before = disk.folder / "before.zip"
    assert linli("backup", str(before), env=env).returncode == 0
    held = before.read_bytes()
    disk.fill()
    for out in (before, disk.folder / "new.zip"):
        ended = linli("backup", str(out), env=env)
        assert (ended.returncode, ended.stderr.strip()) == (1, linli_texts.NO_ROOM)
    filing_chat.tools = replace(filing_chat.tools, backups=disk.folder / "backups")
    for _ in range(6):
        filing_chat.run("backup")
        clock.turn(minutes=40)
    assert before.read_bytes() == held
    assert {path.name for path in disk.folder.rglob("*.zip*")} == {"before.zip"}
    (failing,) = filing_chat.rows(select(JobFailure.last_error, JobFailure.set_aside_at))
    assert (failing.last_error, failing.set_aside_at) == (FULL_DISK, None)
    disk.free()
    filing_chat.run("backup")
    assert [path.name for path in disk.folder.rglob("linli-*.zip")] == ["linli-20261124.zip"]
    assert filing_chat.rows(select(JobFailure.job)) == []
    assert len(filing_chat.rows(select(JobRun.job).where(JobRun.job == "backup"))) == 1


def test_a_restore_without_room_changes_nothing_and_is_whole_the_second_time(filing_chat, tmp_path, env, disk):
    filing_chat.person("李阿姨").says("3幢楼道灯坏了")
    filing_chat.person("张爷爷").sends_picture()
    filing_chat.work()
    backup = tmp_path / "b.zip"
    assert linli("backup", str(backup), env={**env, "LINLI_DATA_DIR": str(disk.folder)}).returncode == 0
    fresh = {**env, "LINLI_DATABASE_URL": f"sqlite:///{tmp_path / 'fresh.db'}"}
    linli("db", "upgrade", env=fresh)
    disk.fill()
    ended = linli("restore", str(backup), env=fresh)
    assert (ended.returncode, ended.stderr.splitlines()[-1]) == (1, linli_texts.NO_ROOM)
    disk.free()
    again = linli("restore", str(backup), env=fresh)
    assert "其中工单 1 件" in again.stdout, again.stderr
    assert len(list((disk.folder / "data" / "files").glob("*/*"))) == 1


def test_a_migration_without_room_changes_nothing_and_goes_through_when_there_is(empty_url, tmp_path, disk):
    env = {"LINLI_DATABASE_URL": empty_url, "LINLI_DATA_DIR": str(tmp_path / "data"), "LINLI_SECRET_KEY": SECRET_KEY}
    database = Database(empty_url)
    with database.migrate() as connection:
        config = schema.config()
        config.attributes["connection"] = connection
        alembic.upgrade(config, "0001")

    def version():
        with database.read() as connection:
            return current_version(connection)

    before = version()
    assert before.startswith("0001")
    disk.fill()
    ended = linli("db", "upgrade", env=env)
    assert (ended.returncode, ended.stderr.strip()) == (1, linli_texts.NO_ROOM)
    assert version() == before
    disk.free()
    assert linli("db", "upgrade", env=env).returncode == 0
    assert linli("db", "check", env=env).stdout.strip() == linli_texts.DATABASE_OK
    database.close()


def test_a_log_without_room_keeps_nobody_from_an_answer(chat):
    resident = chat.person("李阿姨")
    with FileIO("/dev/full", "w") as full:
        stream = TextIOWrapper(full, write_through=True)
        logs.configure(stream)
        try:
            answer = resident.says("3幢楼道灯坏了")
        finally:
            logs.configure(sys.stderr)
            stream.detach()
    assert chat.tickets()[0].number in answer


def processes_of(web):
    lines = {child: " ".join(child.cmdline()) for child in descendants(web)}
    return [child for child, line in lines.items() if "resource_tracker" not in line and "valkey" not in line]


def test_web_processes_that_start_on_a_full_disk_live_and_answer(sqlite_template, disk, tmp_path):
    address, data = free_address(), disk.folder / "data"
    settings = {
        "LINLI_DATA_DIR": str(data), "LINLI_BIND": address, "LINLI_WECHAT_TOKEN": SECRET.token, "LINLI_WEB_PROCESSES": "1",
        "TMPDIR": str(disk.folder),
        "LINLI_WECHAT_AES_KEY": SECRET.aes_key, "LINLI_WECHAT_APP_ID": SECRET.app_id,
    }  # fmt: skip
    data.mkdir()
    (data / "linli.db").write_bytes(sqlite_template.read_bytes())
    url = f"http://{address}/wechat"
    with command("web", settings=settings, log=tmp_path / "log") as web:
        wait_for(f"http://{address}/readyz")
        assert "已登记" in deliver_until_answered(url, 0)
        large = b"x" * 200_000  # waits in a file till all of it is there
        assert requests.post(url, large, timeout=5).status_code == 403
        disk.fill()
        assert requests.post(url, large, timeout=5).status_code == 507
        workers = processes_of(web)
        for worker in workers:
            worker.kill()
        psutil.wait_procs(workers)
        assert deliver_until_answered(url, 1) == texts.BUSY
        successors = processes_of(web)
        assert all(deliver_until_answered(url, number) == texts.BUSY for number in range(2, 14))
        assert [child for child in successors if child.is_running()] == successors != []
        disk.free()
        assert "已登记" in deliver_until_answered(url, 1)
    assert "Traceback" not in (tmp_path / "log").read_text()
