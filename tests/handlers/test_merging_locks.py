"""Who merges waits for the lower number first, holding nothing: two who merge crosswise never wait for each other."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from tests.staff import staff

LIFTS = ("梧桐里1号院05幢电梯停运了", "梧桐里1号院05幢电梯坏了")
FIRST, SECOND = "NH20261124-0001", "NH20261124-0002"
ROW = text("SELECT number FROM tickets WHERE number = :number FOR UPDATE NOWAIT")
WAITING = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("said", ["合并 2 到 1", "合并 1 到 2"])
def test_the_lower_number_is_locked_first(chat, said):
    people = staff(chat)
    for number, lift in enumerate(LIFTS):
        chat.person(f"邻居{number}").says(lift)
    chat.work()
    with (
        ThreadPoolExecutor(1) as pool,
        chat.database.engine.connect() as other,
        chat.database.engine.connect() as looks,
    ):
        other.execute(ROW, {"number": FIRST})
        answer = pool.submit(people.head.says, said)
        give_up = time.monotonic() + 20
        while not looks.execute(WAITING).scalar_one() and time.monotonic() < give_up:
            looks.rollback()
            time.sleep(0.02)
        try:
            assert looks.execute(ROW, {"number": SECOND}).scalar_one() == SECOND
        except OperationalError:
            pytest.fail("the higher number is held while the lower is waited for")
        finally:
            looks.rollback()
            other.rollback()
        assert "已把" in answer.result()
