"""A worker killed outright while one answer goes to hundreds of reporters: each gets each answer once."""

from collections import Counter

import pytest
from sqlalchemy import func, insert, select, update

from handlers.events.telling import CHUNK
from storage.models import Account, Event, EventReport, EventWord, Outbox, Place, Ticket
from tests.faults.killing import NEVER, until_done, worker_of
from tests.staff import staff

EVENT, MANY = "SJ20261124-01", 2 * CHUNK + 30
JOBS = ("event_words",)


def account_of(connection, number, now):
    row = {"channel": "wechat", "openid": f"x{number:05d}", "last_inbound_at": now, "subscribed_at": now}
    return connection.execute(insert(Account).values(**row).returning(Account.id)).scalar_one()


@pytest.fixture
def many(chat):
    """An event with so many reporters, of whom each tenth has reported twice."""
    staff(chat)
    now = chat.clock()
    with chat.database.write() as connection:
        place = connection.execute(select(Place.id).where(Place.code == "Y1-1")).scalar_one()
        event = {"number": EVENT, "kind": "no_water", "title": "梧桐里1号院停水", "places": str(place), "state": "open"}
        connection.execute(insert(Event).values(**event, proposed_at=now, last_report_at=now))
        accounts = [account_of(connection, number, now) for number in range(MANY)]
        for at, account in enumerate([*accounts, *accounts[::10]], 1):
            number = f"NH20261124-{at:04d}"
            words = {"text": "停水了", "summary": "停水了", "urgency": "urgent", "channel": "wechat"}
            ticket = {"state": "reported", "draft": False, "by_hand": True, "opened_at": now, "account_id": account}
            connection.execute(insert(Ticket).values(number=number, place_id=place, **ticket, **words))
            report = {"kind": "no_water", "at": now, "looked": True, "joined_at": now, "account_id": account, "told": 0}
            connection.execute(insert(EventReport).values(number=number, place_id=place, event_number=EVENT, **report))
    return accounts


def say(chat, *texts):
    with chat.database.write() as connection:
        for text in texts:
            row = {"event_number": EVENT, "kind": "update", "text": text, "at": chat.clock()}
            word = connection.execute(insert(EventWord).values(**row).returning(EventWord.id)).scalar_one()
            connection.execute(update(Event).where(Event.number == EVENT).values(last_word=word))


@pytest.mark.parametrize("plan", [(1, 2, 1, NEVER), pytest.param((1, 2, 3, 1, 1, 2), marks=pytest.mark.soak)])
def test_each_reporter_is_told_each_answer_once_whatever_is_killed(
    chat, many, database_url, tmp_path, valkey_url, plan
):
    worker = worker_of(chat, database_url, tmp_path, valkey_url)
    say(chat, "正在抢修")
    kills = until_done(worker, JOBS, plan)
    say(chat, "阀门到了", "预计今天 16:00来水")
    kills += until_done(worker, JOBS, plan)
    assert kills >= 6
    owed = Counter(row.account_id for row in chat.rows(select(Outbox.account_id).where(Outbox.kind == "event_news")))
    assert owed == dict.fromkeys(many, 3)
    last = select(func.max(EventWord.id)).scalar_subquery()
    assert chat.rows(select(EventReport.number).where(EventReport.told != last)) == []
    assert chat.run(*JOBS) == {"event_words": 0}
