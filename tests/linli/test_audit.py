"""The audit as an operator and an administrator meet it: sealed without making anybody wait, searched, checked, exported."""

import csv
import io
import json
from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, select, update

from storage.audit import AuditEntry, write_audit
from storage.audit_chain import erase_about, seal
from storage.audit_check import check_chain
from storage.backup import read_backup, write_backup
from storage.database import Database
from storage.files import FileStore
from storage.models import Audit
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.databases import opened
from tests.office import Office
from tests.staff import ADMIN, lines_with_admin

DAY = timedelta(days=1)


@pytest.fixture
def env(database_url, tmp_path):
    return {"LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path), "LINLI_SECRET_KEY": SECRET_KEY}


@pytest.fixture
def admin(chat):
    """A subdistrict with an administrator, whose phone is bound."""
    chat.subdistrict(lines_with_admin())
    return chat.invited(ADMIN[0])


def sealed(chat):
    return chat.run("seal_audit")["seal_audit"]


def tamper(chat, statement):
    with chat.database.write() as connection:
        connection.execute(statement)


def row_id(chat, action):
    return chat.rows(select(Audit.id).where(Audit.action == action).order_by(Audit.id))[0][0]


def test_a_changed_a_missing_an_emptied_and_a_rewritten_row_is_found(chat, admin, env):
    chat.bound("王样本", "0005").says("解绑")
    assert sealed(chat) > 10
    whole = linli("audit", "verify", env=env)
    assert whole.returncode == 0, whole.stderr
    assert "校验链完整" in whole.stdout
    head = whole.stdout.partition("链头 ")[2].partition("（")[0]
    unbind = row_id(chat, "account.unbind")
    before = chat.rows(select(Audit.__table__).where(Audit.id == unbind))[0]
    other = {"actor": "account:1", "whose": "person:R9", "address": "10.0.0.9", "detail": "x", "at": chat.clock() - DAY}
    for column, value in other.items():
        tamper(chat, update(Audit).where(Audit.id == unbind).values({column: value}))
        with chat.database.read() as connection:
            assert [flaw.row for flaw in check_chain(connection).flaws] == [unbind], column
        if column == "at":
            told = linli("audit", "verify", env=env)
            assert told.returncode == 1
            assert f"（编号 {unbind}）和封存时不一样" in told.stderr
        tamper(chat, update(Audit).where(Audit.id == unbind).values({column: getattr(before, column)}))
    tamper(chat, update(Audit).where(Audit.id == unbind).values(subject="erased", salt=None, erased_at=chat.clock()))
    assert "内容没有了，但审计里没有依法删除的记录" in linli("audit", "verify", env=env).stderr
    tamper(chat, delete(Audit).where(Audit.id == unbind))
    assert f"第 {before.seq} 号封存的记录不见了" in linli("audit", "verify", env=env).stderr
    tamper(chat, insert(Audit).values(before._mapping))
    assert linli("audit", "verify", "--head", head, env=env).returncode == 0
    tamper(chat, delete(Audit).where(Audit.seq.in_((1, 2))))
    assert "第 1 至 2 号封存的记录不见了" in linli("audit", "verify", env=env).stderr
    strange = linli("audit", "verify", "--head", f"3:{'0' * 64}", env=env)
    assert "第 3 号链头不在这条链上" in strange.stderr
    assert "看不懂" in linli("audit", "verify", "--head", "x", env=env).stderr


def test_the_newest_row_cannot_be_cut_off_and_none_slipped_in(chat, admin, env):
    sealed(chat)
    last = chat.rows(select(Audit.__table__).order_by(Audit.seq.desc()).limit(1))[0]
    tamper(chat, delete(Audit).where(Audit.id == last.id))
    assert f"第 {last.seq} 号封存的记录不见了" in linli("audit", "verify", env=env).stderr
    tamper(chat, insert(Audit).values({**last._mapping, "detail": "something else"}))
    assert "和封存时不一样" in linli("audit", "verify", env=env).stderr


def test_who_writes_waits_for_no_seal_and_what_commits_late_is_sealed_too(postgres_copy, clock):
    with postgres_copy("sealing") as url:
        database, other, other_two = opened(url), opened(url), opened(url)
        with other.write() as slow:
            write_audit(slow, "late", [AuditEntry("job.retry", "job:a")], clock())
            with database.write() as sealing:
                write_audit(sealing, "early", [AuditEntry("job.retry", "job:b")], clock())
            with database.write() as sealing:
                assert seal(sealing)[0] == 1  # of two rows the one that is committed, though its key is the later one
                with other_two.write() as meanwhile:
                    write_audit(meanwhile, "meanwhile", [AuditEntry("job.retry", "job:c")], clock())
                with other_two.write() as another:
                    assert seal(another) == (0, None)  # who finds a sealer at work leaves it to them
        with database.write() as sealing:
            assert seal(sealing)[0] == 2
        with database.read() as reading:
            assert list(reading.execute(select(Audit.actor).order_by(Audit.seq)).scalars()) == [
                "early",
                "late",
                "meanwhile",
            ]
            assert check_chain(reading).flaws == ()
        for each in (database, other, other_two):
            each.close()


def test_what_the_law_erases_leaves_the_chain_whole(chat, admin, env):
    chat.bound("王样本", "0005").says("解绑")
    sealed(chat)
    with chat.database.write() as connection:
        assert erase_about(connection, ["person:R5"], "test", chat.clock()) >= 2
    kept = chat.rows(select(Audit.__table__).where(Audit.action == "account.unbind"))[0]
    assert (kept.subject, kept.whose, kept.detail, kept.salt) == ("erased", "", "", None)
    assert kept.actor.startswith("account:")
    found = linli("audit", "verify", env=env)
    assert found.returncode == 0, found.stderr
    sealed(chat)
    found = linli("audit", "verify", env=env)
    assert found.returncode == 0, found.stderr
    assert "依法删除内容的 0 条" not in found.stdout
    tamper(chat, delete(Audit).where(Audit.action == "audit.erase"))
    assert "没有依法删除的记录" in linli("audit", "verify", env=env).stderr


def test_it_is_kept_for_its_time_and_the_rest_stays_whole(chat, admin, env, clock):
    sealed(chat)
    many = len(chat.rows(select(Audit.id)))
    clock.turn(days=200)
    with chat.database.write() as connection:
        write_audit(connection, "clock", [AuditEntry("job.retry", "job:later")], clock())
    sealed(chat)
    chat.run("prune")
    assert len(chat.rows(select(Audit.id))) == many + 1  # six months and more
    clock.turn(days=201)
    chat.run("prune")
    sealed(chat)
    left = [row.subject for row in chat.rows(select(Audit.subject).order_by(Audit.id))]
    assert left == ["job:later", "audit"]
    assert linli("audit", "verify", env=env).returncode == 0
    tamper(chat, delete(Audit).where(Audit.action == "audit.prune"))
    assert "没有到期清理的记录" in linli("audit", "verify", env=env).stderr


def test_an_administrator_searches_it_and_every_look_is_in_it(chat, admin, env):
    chat.bound("王样本", "0005")
    office = Office(chat).signs_in(admin)
    page = office.sees("/console/audit?q=王样本")
    assert "R5 王** 绑定微信 R5 王** R5 王** wechat" in page
    assert "导入" not in page.partition("已封存")[2]
    assert "王样本" not in page.partition("已封存")[2]
    assert "绑定微信" in office.sees("/console/audit?q=R5&action=account.bind&from=2026-11-24&to=2026-11-24")
    assert "没有符合的记录" in office.sees("/console/audit?q=R5&from=2026-11-25")
    odd = office.web.get("/console/audit?from=0001-01-01")
    assert odd.status_code == 400  # every parameter is read strictly, in one place
    assert "开始日期" in odd.text
    looks = office.sees("/console/audit?action=audit.read")
    assert "A1 毛管理 查看审计 审计 127.0.0.1" in looks
    assert "王样本" not in looks.partition("已封存")[2]


def test_it_comes_out_as_a_file_by_page_and_command(chat, admin, env):
    office = Office(chat).signs_in(admin)
    sealed(chat)
    rows = list(
        csv.DictReader(io.StringIO(office.web.get("/console/audit.csv?action=account.bind").text.lstrip("\ufeff")))
    )
    assert {row["whose"] for row in rows} == {"person:A1"}
    assert all(len(row["link"]) == 64 for row in rows)
    said = linli("audit", "export", "--find", ADMIN[0], "--from", "2026-11-24", env=env).stdout
    assert "account.bind" in {json.loads(line)["action"] for line in said.splitlines()}
    assert linli("audit", "export", "--from", "gestern", env=env).returncode == 1
    exports = chat.rows(select(Audit.actor, Audit.address, Audit.detail).where(Audit.action == "audit.export"))
    assert [row.actor for row in exports] == ["console:A1", "linli audit export"]
    assert exports[0].address == "127.0.0.1"
    assert "1 rows" in exports[0].detail
    assert exports[1].address.startswith("shell:")


def test_who_is_no_administrator_sees_nothing_of_it(chat, admin):
    for name, phone in (("何派单", "0033"), ("魏领导", "0031"), ("吴范例", "0006"), ("陈试用", "0001")):
        office = Office(chat).signs_in(chat.bound(name, phone))
        assert office.web.get("/console/audit").status_code == 403
        assert office.web.get("/console/audit.csv").status_code == 403
        assert "/console/audit" not in office.web.get("/console/").text
    assert chat.app.test_client().get("/console/audit").status_code == 302


def test_what_is_done_at_the_office_says_from_where(chat, admin):
    office = Office(chat).signs_in(admin)
    office.web.environ_base = {"REMOTE_ADDR": "192.0.2.7"}
    form = {"csrf": office.csrf, "text": "邀请 王样本", "nonce": "n1"}
    assert "邀请码" in office.web.post("/console/say", data=form).text
    chat.person("路人").says("绑定 赵演示 0002")
    found = {
        row.action: row.address
        for row in chat.rows(select(Audit.action, Audit.address).where(Audit.actor != "clock").order_by(Audit.id))
    }
    assert found["person.invite"] == "192.0.2.7"
    assert found["account.bind"] == "wechat"


def test_a_backup_takes_the_chain_along(chat, admin, tmp_path, sqlite_template):
    sealed(chat)
    path, files = tmp_path / "b.zip", FileStore(tmp_path / "otherfiles")
    write_backup(chat.database, chat.tools.files, path, chat.clock())
    (tmp_path / "other.db").write_bytes(sqlite_template.read_bytes())
    other = Database(f"sqlite:///{tmp_path / 'other.db'}")
    read_backup(other, files, path)
    with chat.database.read() as here, other.read() as there:
        assert check_chain(there) == check_chain(here)
    other.close()
