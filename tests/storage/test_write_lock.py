"""Writers of several processes take turns; a killed one frees its turn."""

import subprocess
import sys
import threading
import time

import pytest
from sqlalchemy import text

from handlers import texts
from storage.database import Database
from storage.errors import WriteLockTimeout
from storage.write_lock import WriteLock
from tests.conftest import ROOT

HOLD = """
import sys, time
from pathlib import Path
from storage.write_lock import WriteLock
with WriteLock(Path(sys.argv[1])).held():
    print("held", flush=True)
    time.sleep(30)
"""


def test_a_killed_holder_frees_the_lock(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'x.db'}")
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path / "x.db.lock")], stdout=subprocess.PIPE)
    assert holder.stdout.readline() == b"held\n"
    holder.kill()
    holder.wait()
    holder.stdout.close()
    started = time.monotonic()
    with database.write() as connection:
        connection.execute(text("CREATE TABLE x (a INTEGER)"))
    assert time.monotonic() - started < 5
    database.close()


@pytest.fixture
def held(tmp_path):
    """Another process that writes and does not come to an end."""
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path / "linli.db.lock")], stdout=subprocess.PIPE)
    assert holder.stdout.readline() == b"held\n"
    yield holder
    holder.kill()
    holder.wait()
    holder.stdout.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_who_waits_too_long_for_a_writer_is_told_and_may_try_again(chat, held):
    resident = chat.person("李阿姨")
    started = time.monotonic()
    assert resident.says("3幢楼道灯坏了") == texts.BUSY
    assert time.monotonic() - started < 5  # the platform's patience
    held.kill()
    held.wait()
    assert "NH20261124-0001" in resident.says("3幢楼道灯坏了")
    assert len(chat.tickets()) == 1


def test_a_waiter_that_gave_up_lets_the_lock_go_when_it_comes(tmp_path):
    lock = WriteLock(tmp_path / "linli.db.lock")
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path / "linli.db.lock")], stdout=subprocess.PIPE)
    assert holder.stdout.readline() == b"held\n"
    for _ in range(3):
        with pytest.raises(WriteLockTimeout), lock.held(0.1):
            raise AssertionError("nobody may write now")
    holder.kill()
    holder.wait()
    holder.stdout.close()
    other = WriteLock(tmp_path / "linli.db.lock")
    for each in (lock, other, lock):
        with each.held(2):
            pass


def test_a_thread_of_the_same_process_waits_no_longer_either(tmp_path):
    lock = WriteLock(tmp_path / "linli.db.lock")
    with lock.held():
        started = time.monotonic()
        waited = []

        def wait():
            try:
                with lock.held(0.3):
                    waited.append("held")
            except WriteLockTimeout:
                waited.append("told")

        thread = threading.Thread(target=wait)
        thread.start()
        thread.join(5)
        assert waited == ["told"]
        assert time.monotonic() - started < 2


def test_processes_that_write_at_once_never_write_together(tmp_path):
    """Several processes add one to a number in a file, again and again: none of the additions is lost."""
    counter = tmp_path / "counter"
    counter.write_text("0")
    add = (
        "import sys; from pathlib import Path; from storage.write_lock import WriteLock\n"
        "lock, counter = WriteLock(Path(sys.argv[1])), Path(sys.argv[2])\n"
        "for _ in range(200):\n"
        "    with lock.held(20):\n"
        "        counter.write_text(str(int(counter.read_text()) + 1))\n"
    )
    adders = [
        subprocess.Popen([sys.executable, "-c", add, str(tmp_path / "x.lock"), str(counter)], cwd=ROOT)
        for _ in range(3)
    ]
    assert [adder.wait(60) for adder in adders] == [0, 0, 0]
    assert counter.read_text() == "600"
