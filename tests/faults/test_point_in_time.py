"""PostgreSQL is taken back to an instant before an accident, from a base backup and its archived log; who was erased stays so."""

import shutil
import time
from datetime import timedelta

import pytest
from sqlalchemy import delete, func, select

from storage.database import Database
from storage.erasing import LEDGER, apply_erasures, erase, ledger_lines, settle, unsettled
from storage.files import FileStore
from storage.models import Account, Inbound, Ticket
from storage.schema import upgrade
from storage.subject import Subject
from tests.chat import Chat
from tests.standby import Node, folder_for_nodes


@pytest.fixture
def node():
    with folder_for_nodes() as folder:
        (folder / "archive").mkdir()
        (folder / "archive").chmod(0o777)
        first = Node(folder / "first")
        first.create()
        with open(first.folder / "postgresql.conf", "a") as file:
            file.write(f"archive_mode = on\narchive_command = 'cp %p {folder}/archive/%f'\n")
        first.start()
        try:
            yield first
        finally:
            first.stop("immediate")


@pytest.mark.soak
def test_a_database_is_taken_back_to_an_instant_and_who_was_erased_since_is_erased_again(node, clock, redis, tmp_path):
    node.sql("CREATE DATABASE linli")
    database = Database(f"postgresql://postgres@{node.host}:{node.port}/linli")
    upgrade(database)
    chat = Chat(database, clock, redis, tmp_path / "files")
    chat.person("李阿姨").says("梧桐里1号院05幢楼道灯坏了")
    base = Node(node.folder.parent / "second")
    base.run("pg_basebackup", "-D", str(base.folder), "-c", "fast", "-d", node.source())
    chat.person("张爷爷").says("梧桐里1号院05幢电梯停运了")
    time.sleep(0.1)
    (instant,) = node.sql("SELECT now()::text")[0]
    time.sleep(0.1)
    clock.turn(hours=1)
    with database.write() as connection:
        (first, *_) = connection.execute(select(Account.id).order_by(Account.id)).scalars()
        erase(connection, Subject(None, None, (first,)), "test", clock())
        left = unsettled(connection)
        connection.execute(delete(Inbound))  # the accident
    settle(database, FileStore(tmp_path / "files"), tmp_path, left[0], clock())
    node.sql("SELECT pg_switch_wal()")
    chat.close()
    database.close()
    node.stop("fast")
    with open(base.folder / "postgresql.conf", "a") as file:
        file.write(f"restore_command = 'cp {node.folder.parent}/archive/%f %p'\n")
        file.write(f"recovery_target_time = '{instant}'\nrecovery_target_action = 'promote'\n")
    (base.folder / "recovery.signal").touch()
    shutil.chown(base.folder / "recovery.signal", base.folder.owner())
    base.start()
    base.waits_till_it_takes_writes()
    back = Database(f"postgresql://postgres@{base.host}:{base.port}/linli")
    try:
        with back.write() as connection:
            assert connection.execute(select(func.count()).select_from(Ticket)).scalar() == 2
            assert connection.execute(select(func.count()).select_from(Inbound)).scalar() > 1
            openids = list(connection.execute(select(Account.openid).order_by(Account.id)).scalars())
            ledger = list(ledger_lines((tmp_path / LEDGER).read_text().splitlines()))
            apply_erasures(connection, ledger, clock() - timedelta(minutes=30))
        with back.read() as connection:
            after = list(connection.execute(select(Account.openid).order_by(Account.id)).scalars())
        assert after[0] != openids[0]
        assert after[1:] == openids[1:]
    finally:
        back.close()
        base.stop("immediate")
