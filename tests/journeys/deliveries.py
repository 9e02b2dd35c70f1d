"""Pushes that are owed, and what became of them."""

from collections import Counter
from datetime import datetime
from pathlib import Path

from redis import Redis
from sqlalchemy import insert, select

from bot.api import PlatformApi
from bot.delivery import deliver_due
from bot.tools import Tools
from storage import keyring
from storage.database import Database
from storage.files import FileStore
from storage.models import Account, Outbox


def enqueue_notification(chat, count, kind="news", accounts=None, first=0, **more):
    """So many different pushes, one after the other to each account; they are numbered from `first` on."""
    with chat.database.write() as connection:
        ids = accounts or list(connection.execute(select(Account.id).order_by(Account.id)).scalars())
        now = chat.clock()
        owed = [
            {
                "dedupe_key": f"{kind}:{number}:{now.timestamp()}", "account_id": ids[number % len(ids)], "kind": kind,
                "text": f"通知{number:04d}", "state": "waiting", "attempts": 0, "not_before": now, "created_at": now, **more,
            }
            for number in range(first, first + count)
        ]  # fmt: skip
        connection.execute(insert(Outbox), owed)


def received(chat):
    """How often each notice stands on somebody's phone."""
    words = [
        word
        for bubble in chat.platform.journal.snapshot()
        if bubble["side"] == "account"
        for word in bubble["text"].split()
        if word.startswith("通知")
    ]
    return Counter(words)


def states(chat):
    return Counter(row.state for row in chat.rows(select(Outbox.state, Outbox.text)) if row.text.startswith("通知"))


def until_done(chat, clock, most=40, **step):
    for _ in range(most):
        chat.work()
        if states(chat)["waiting"] == states(chat)["sending"] == 0:
            return
        clock.turn(**(step or {"seconds": 30}))


def deliver(database, api_base, app_id, app_secret, redis, key, now):
    """What a worker of its own does: sends what is due at this instant, until it is killed."""
    keyring.unlock([key])
    api = PlatformApi(api_base, app_id, app_secret, Redis.from_url(redis), 10_000)
    here = Path("/tmp")
    deliver_due(Tools(Database(database), api, FileStore(here), lambda: datetime.fromisoformat(now), here))
