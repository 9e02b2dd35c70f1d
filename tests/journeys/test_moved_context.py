"""What a message was understood by may change before it is acted on: it is understood again, never acted on as it was."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import select, update

from storage.models import Account, Place


def _waits_for_the_lock(chat, thread):
    """Gives the message the time to be read and to reach the lock that this test holds."""
    time.sleep(0.4)
    assert thread.is_alive()


def test_a_home_that_changes_while_a_message_waits_is_the_home_it_is_filed_at(chat):
    chat.subdistrict()
    resident = chat.person("李阿姨")
    resident.says("我住梧桐里2号院1幢")
    (nine,) = [row.id for row in chat.rows(select(Place.id).where(Place.name == "9幢"))]
    answers = []
    says = threading.Thread(target=lambda: answers.append(resident.says("3楼楼道灯坏了")))
    with chat.database.write() as connection:
        connection.execute(update(Account).where(Account.openid == resident.openid).values(place_id=nine))
        says.start()
        _waits_for_the_lock(chat, says)
    says.join(10)
    assert "梧桐里2号院9幢3楼楼道" in answers[0]
    assert [ticket.place_id for ticket in chat.tickets()] == [nine]


def test_two_messages_of_one_batch_are_understood_one_after_the_other(chat):
    chat.subdistrict()
    first, resident = chat.person("张大爷"), chat.person("李阿姨")
    with ThreadPoolExecutor(3) as pool:
        with chat.database.write():
            leader = pool.submit(first.says, "你好")
            time.sleep(0.3)
            moves = pool.submit(resident.says, "我住梧桐里2号院1幢")
            time.sleep(0.1)
            reports = pool.submit(resident.says, "3楼楼道灯坏了")
            time.sleep(0.3)
        assert "您好" in leader.result(10)
        assert "记住了" in moves.result(10)
        assert "梧桐里2号院1幢3楼楼道" in reports.result(10)
