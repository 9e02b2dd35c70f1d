"""Pushes that are owed, and what became of them."""

from collections import Counter

from sqlalchemy import insert, select

from storage.models import Account, Outbox


def enqueue_notification(chat, count, kind="news", accounts=None, **more):
    """So many different pushes, one after the other to each account."""
    with chat.database.write() as connection:
        ids = accounts or list(connection.execute(select(Account.id).order_by(Account.id)).scalars())
        now = chat.clock()
        for number in range(count):
            connection.execute(
                insert(Outbox).values(
                    dedupe_key=f"{kind}:{number}:{now.timestamp()}", account_id=ids[number % len(ids)], kind=kind,
                    text=f"通知{number:04d}", state="waiting", attempts=0, not_before=now, created_at=now, **more,
                )
            )  # fmt: skip


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
