"""What is erased stays erased: past its keeping, by command, and when an older backup is restored."""

import json
from contextlib import nullcontext
from dataclasses import replace
from zipfile import ZipFile

import pytest
from sqlalchemy import func, select, update

from governance.rule_limits import LIMITS
from governance.rules import Rules
from handlers.context import SubdistrictConfig
from linli import seen_texts
from linli.errors import Stop
from linli.rules_file import read_rules
from storage.audit_check import check_chain
from storage.backup import write_backup
from storage.database import Database
from storage.erasing import erase
from storage.models import (
    Account,
    Attachment,
    Audit,
    DutyRecord,
    Erasure,
    Inbound,
    Nomination,
    Objection,
    Person,
    Ticket,
    TicketEvent,
)
from storage.subject import find_subject
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.staff import staff


@pytest.fixture
def env(database_url, tmp_path):
    return {"LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path), "LINLI_SECRET_KEY": SECRET_KEY}


@pytest.fixture
def worked(chat, tmp_path):
    """A ticket of a resident's that is closed, with a picture; backups go beside the files."""
    people = staff(chat)
    resident = chat.person("李阿姨")
    resident.phone.follow()
    resident.says("我住梧桐里1号院05幢")
    resident.says("电梯停运了，打我电话19900000777")
    resident.sends_picture()
    chat.work()
    chat.tools = replace(chat.tools, backups=tmp_path / "backups")
    return people, resident


def closed(chat, days=0):
    with chat.database.write() as connection:
        connection.execute(update(Ticket).values(state="closed", ended_at=chat.clock()))
    chat.clock.turn(days=days)


def nightly(chat):
    for job in ("retention", "prune", "settle_erasures"):
        chat.run(job)


@pytest.fixture
def empty(sqlite_template, tmp_path):
    """Makes the environment of another machine with an empty database."""

    def made(name, url=None):
        path = tmp_path / f"{name}.db"
        path.write_bytes(sqlite_template.read_bytes())
        return {
            "LINLI_DATABASE_URL": url or f"sqlite:///{path}", "LINLI_DATA_DIR": str(tmp_path / name),
            "LINLI_SECRET_KEY": SECRET_KEY,
        }  # fmt: skip

    return made


def test_a_restore_erases_again_whoever_was_erased_since_the_backup(chat, worked, env, tmp_path, empty, postgres_copy):
    """From either database into the other."""
    _, resident = worked
    stranger = chat.person("张大爷")
    stranger.says("梧桐里2号院9幢下水道堵了")
    old, ledger = tmp_path / "old.zip", tmp_path / "backups" / "erasures.jsonl"
    write_backup(chat.database, chat.tools.files, old, chat.clock())
    chat.clock.turn(minutes=5)
    resident.says("确认删除我的资料")
    chat.clock.turn(hours=13)
    chat.work()
    assert linli("person", "forget", "R5", "--yes", env={**env, "CLOCK": "2027-01-02T10:00+08:00"}).returncode == 0
    assert len(ledger.read_text().splitlines()) == 2
    assert "R5" not in ledger.read_text()
    assert resident.openid not in ledger.read_text()
    with postgres_copy(f"again{id(chat)}") if chat.database.is_sqlite else nullcontext() as url:
        there = empty("there", url)
        done = linli("restore", str(old), "--erasures", str(ledger), env=there)
        assert done.returncode == 0, done.stderr
        _erased_there(there["LINLI_DATABASE_URL"], resident, stranger)
    assert not list((tmp_path / "there" / "files").glob("*/*"))


def test_a_ledger_that_is_none_is_said_in_a_sentence(env, tmp_path):
    ledger = tmp_path / "other.zip"
    with ZipFile(ledger, "w") as archive:
        archive.writestr("word/document.xml", "")
    wrong = linli("person", "forget-again", "--since", "2026-11-24T10:00", "--erasures", str(ledger), env=env)
    assert wrong.returncode == 1
    assert wrong.stderr.strip() == seen_texts.NOT_A_BACKUP.format(path=ledger)


def _erased_there(url, resident, stranger):
    restored = Database(url)
    with restored.read() as connection:
        texts = [row.text for row in connection.execute(select(Ticket.text).order_by(Ticket.number))]
        people = {row.code: row.name for row in connection.execute(select(Person.code, Person.name))}
        openids = set(connection.execute(select(Account.openid)).scalars())
        audited = set(connection.execute(select(Audit.whose)).scalars())
        assert check_chain(connection).flaws == ()
    restored.close()
    assert texts == ["（已按本人要求隐去）", "梧桐里2号院9幢下水道堵了"]
    assert "R5" not in people
    assert people["R1"] == "陈试用"
    assert resident.openid not in openids
    assert stranger.openid in openids
    assert "person:R5" not in audited


def test_a_restore_takes_the_ledger_of_its_own_folder_a_newer_backup_or_says_that_it_has_none(
    chat, worked, env, tmp_path, empty
):
    old, newer = tmp_path / "old.zip", tmp_path / "newer.zip"
    write_backup(chat.database, chat.tools.files, old, chat.clock())
    chat.clock.turn(minutes=1)
    with chat.database.write() as connection:
        erase(connection, find_subject(connection, "R5"), "test", chat.clock())
    chat.run("settle_erasures")
    write_backup(chat.database, chat.tools.files, newer, chat.clock())
    one, two = empty("one"), empty("two")
    wrong = linli("restore", str(old), "--erasures", str(tmp_path / "none"), env=one)
    assert wrong.returncode == 1
    assert "Traceback" not in wrong.stderr
    assert linli("restore", str(old), "--erasures", str(newer), env=one).returncode == 0
    assert linli("person", "show", "R5", env=one).returncode == 1
    assert "没有找到删除名单" in linli("restore", str(old), env=two).stderr
    assert linli("person", "show", "R5", env=two).returncode == 0
    beside = {**empty("three"), "LINLI_DATA_DIR": str(tmp_path)}
    assert "删除名单" in linli("restore", str(old), env=beside).stderr
    assert linli("person", "show", "R5", env=beside).returncode == 1


def test_an_erasure_that_stops_before_its_files_are_gone_goes_on(chat, worked, tmp_path):
    _, resident = worked
    resident.says("确认删除我的资料")
    chat.clock.turn(hours=13)
    assert chat.run("erase_data") == {"erase_data": 1}
    assert list((tmp_path / "files").glob("*/*"))  # the worker died here
    assert chat.run("settle_erasures") == {"settle_erasures": 1}
    assert not list((tmp_path / "files").glob("*/*"))
    assert chat.run("erase_data", "settle_erasures") == {"erase_data": 0, "settle_erasures": 0}
    with chat.database.write() as connection:  # and died again before it noted that
        connection.execute(update(Erasure).values(settled_at=None))
    chat.run("settle_erasures")
    assert len((tmp_path / "backups" / "erasures.jsonl").read_text().splitlines()) == 1


def test_reports_and_pictures_lose_their_words_after_their_time_and_not_before(chat, worked, tmp_path):
    closed(chat, days=364)
    nightly(chat)
    assert list((tmp_path / "files").glob("*/*"))
    chat.clock.turn(days=2)
    nightly(chat)
    assert not list((tmp_path / "files").glob("*/*"))
    assert [row.state for row in chat.rows(select(Attachment.state))] == ["forgotten"]
    assert "19900000777" in chat.tickets()[0].original  # what is searched is masked
    chat.clock.turn(days=1095 - 366 + 1)
    nightly(chat)
    ticket = chat.tickets()[0]
    assert ticket.text == ticket.summary == "（已过保存期，内容已删除）"
    assert ticket.original is None
    assert ticket.category is not None  # what is counted stays
    assert ticket.place_id is not None
    assert not any("19900000777" in (row.note or "") for row in chat.rows(select(TicketEvent.note)))


def test_what_is_not_ended_keeps_its_words_however_old(chat, worked):
    chat.clock.turn(days=2000)
    chat.run("retention")
    assert "19900000777" in chat.tickets()[0].original  # what is searched is masked


def test_records_nominations_leavers_and_silent_accounts_go_after_their_time(chat, worked, tmp_path):
    people, resident = worked
    people.leader.says("调解记录 张三李四，楼道堆物，和好了")
    with chat.database.write() as connection:
        row = select(Person.id).where(Person.code == "R8").scalar_subquery()
        connection.execute(
            DutyRecord.__table__.insert().values(
                kind="mediation", person_id=row, parties="张三李四", matter="堆物", outcome="和好", at=chat.clock()
            )
        )
        connection.execute(update(Person).where(Person.code == "R9").values(left_at=chat.clock()))
    resident.phone.unfollow()
    closed(chat, days=731)
    nightly(chat)
    codes = {row.code for row in chat.rows(select(Person.code))}
    assert "R9" not in codes
    assert "R8" in codes
    kept = chat.rows(select(DutyRecord.parties, DutyRecord.outcome))
    assert [row.parties for row in kept if row.outcome == "和好"] == ["张三李四"]
    chat.clock.turn(days=1096 - 731)
    nightly(chat)
    assert {row.parties for row in chat.rows(select(DutyRecord.parties))} == {None}
    openids = {row.openid for row in chat.rows(select(Account.openid))}
    assert resident.openid not in openids
    assert people.worker.openid in openids  # follows still
    assert chat.rows(select(func.count()).select_from(Inbound)) == [(0,)]
    assert not any(row.reason for row in chat.rows(select(Nomination.reason)))
    assert chat.rows(select(func.count()).select_from(Objection)) == [(0,)]
    lines = (tmp_path / "backups" / "erasures.jsonl").read_text().splitlines()
    assert len(lines) == len({json.loads(line)["subjects"] for line in lines}) == 2


def test_the_rules_file_says_how_long_and_what_the_notice_says(chat, worked, tmp_path):
    path = tmp_path / "rules.toml"
    path.write_text('keep_pictures_days = 40\n[privacy]\nname = "示例街道"\ncontact = "一楼窗口"\nversion = "2"\n')
    own = read_rules(path)
    chat.tools = replace(chat.tools, config=SubdistrictConfig(rules=own.rules, privacy=own.privacy))
    assert own.privacy.version == "2026-11-26/2"
    closed(chat, days=41)
    nightly(chat)
    assert not list((tmp_path / "files").glob("*/*"))
    for wrong in ("[privacy]\nname = 3\n", '[privacy]\nother = "x"\n', "audit_days = 100\n", "erase_hours = 48\n"):
        path.write_text(wrong)
        with pytest.raises(Stop):
            read_rules(path)
    assert LIMITS["audit_days"][0] >= 184  # six months, whichever they are
    assert Rules().erase_hours <= LIMITS["erase_hours"][1] == 24
