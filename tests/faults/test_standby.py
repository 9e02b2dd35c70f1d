"""The primary is killed under load and its standby promoted: every answered message is there, none twice, without a restart."""

import threading
import time
from collections import Counter

import pytest

from governance.alarms.metrics import ALARMS
from handlers import texts
from storage.alarms import read_figures
from storage.database import Database
from storage.schema import upgrade
from tests.chat import Chat
from tests.standby import two_nodes

PEOPLE = 6
WITHIN_S = 15


@pytest.fixture
def nodes():
    with two_nodes() as found:
        yield found


@pytest.fixture
def database(nodes):
    first, second = nodes
    first.sql("CREATE DATABASE linli")
    database = Database(f"postgresql://postgres@{first.host}:{first.port},{second.host}:{second.port}/linli")
    upgrade(database)
    yield database
    database.close()


@pytest.mark.soak
def test_a_standby_that_is_promoted_has_every_answered_message_once(nodes, database, clock, redis, tmp_path):
    first, second = nodes
    chat = Chat(database, clock, redis, tmp_path / "files")
    answered, stopping, when = [], threading.Event(), []

    def talk(person, number):
        for turn in range(10_000):
            if stopping.is_set():
                return
            reply = person.says(f"{number}幢{turn % 9 + 1}楼楼道灯坏了，第{turn}次")
            if reply and reply != texts.BUSY and "NH2026" in reply:
                answered.append(reply)
                when.append(time.monotonic())

    people = [chat.person(f"居民{number}") for number in range(PEOPLE)]
    threads = [threading.Thread(target=talk, args=(person, number)) for number, person in enumerate(people, 1)]
    for thread in threads:
        thread.start()
    time.sleep(2)
    killed = time.monotonic()
    first.stop("immediate")
    second.sql("ALTER SYSTEM RESET synchronous_standby_names")
    second.promote()
    second.sql("SELECT pg_reload_conf()")
    promoted = time.monotonic()
    while not any(at > promoted for at in when) and time.monotonic() < killed + 60:
        time.sleep(0.1)
    time.sleep(2)
    stopping.set()
    for thread in threads:
        thread.join()
    assert min(at for at in when if at > promoted) - killed < WITHIN_S
    assert any(at < killed for at in when)
    said = "\n".join(answered)
    assert set(Counter(ticket.text for ticket in chat.tickets()).values()) == {1}, "each of these texts was sent once"
    named = {word for word in said.replace("，", " ").replace("。", " ").split() if word.startswith("NH2026")}
    assert named <= {ticket.number for ticket in chat.tickets()}
    first.comes_back_behind(second)
    second.waits_for_standby()
    first.sql("SELECT pg_wal_replay_pause()")  # a standby that lags
    for _ in range(6):
        second.sql("CHECKPOINT")
        second.sql("CREATE TABLE IF NOT EXISTS filler AS SELECT 1 AS a")
        second.sql("INSERT INTO filler VALUES (1)")
        second.sql("SELECT pg_switch_wal()")
    with database.read() as connection:
        lag = read_figures(connection, clock())["linli_standby_lag_bytes"].value
    assert ALARMS["linli_standby_lag_bytes"].holds(lag)
    first.sql("SELECT pg_wal_replay_resume()")
    assert "NH2026" in people[0].says("9幢门口积水")
    chat.close()
