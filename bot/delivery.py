"""Delivers what the outbox owes: several accounts at once, each account's pushes in order, each with a recorded end."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from itertools import groupby

import structlog

from bot.ladder import MOST_ATTEMPTS, Bundle, Postman, backoff, bundles, climb, later
from bot.reply import MOST_BYTES
from governance.notices import MUTABLE, kind_of, quiet_until
from storage.group_commit import GroupCommit
from storage.outbox_delivery import End, OwedPush, claim, give_up_lost_claims, settle

CONNECTIONS = 8
"""Calls to the platform that a process makes at once."""
WAITING = 16
"""Beside them so many may wait for their end to be written: an fsync keeps no connection idle."""
BATCH = 200

log = structlog.get_logger("linli.delivery")

Settled = GroupCommit[Sequence[End], None]


def deliver_due(postman: Postman, now: datetime) -> int:
    """Sends every push that is due; answers how many went out."""
    give_up_lost_claims(postman.database, now)

    def write(batch: Sequence[Sequence[End]]) -> list[None]:
        settle(postman.database, [end for ends in batch for end in ends], now)
        return [None] * len(batch)

    settled: Settled = GroupCommit(write)
    sent = 0
    calls = threading.Semaphore(CONNECTIONS)
    with ThreadPoolExecutor(CONNECTIONS + WAITING, thread_name_prefix="deliver") as pool:
        while pushes := claim(postman.database, now, BATCH):
            held = [end for push in pushes if (end := _held(postman, push, now)) is not None]
            if held:
                settled.submit(held)
            waiting = {end.push_id for end in held}
            ready = sorted((p for p in pushes if p.id not in waiting), key=lambda push: push.account_id)
            by_account = [list(group) for _, group in groupby(ready, key=lambda push: push.account_id)]
            by_account.sort(key=lambda group: pushes.index(group[0]))
            sent += sum(pool.map(lambda group: _deliver(postman, group, calls, settled, now), by_account))
    return sent


def _deliver(
    postman: Postman, pushes: Sequence[OwedPush], calls: threading.Semaphore, settled: Settled, now: datetime
) -> int:
    """One account's pushes, in order."""
    sent = 0
    for bundle in bundles(pushes, MOST_BYTES):
        with calls:
            ends = _climb(postman, bundle, now)
        settled.submit(ends)
        sent += sum(end.state == "sent" for end in ends)
        if ends[0].state != "sent":
            log.warning("push not sent", push=ends[0].push_id, state=ends[0].state, error=ends[0].error)
    return sent


def _climb(postman: Postman, bundle: Bundle, now: datetime) -> list[End]:
    """A fault of our own holds back this message, with its reason, and no other."""
    try:
        return climb(postman, bundle, now)
    except Exception as error:
        log.error("push failed", exc_info=True, push=bundle.first.id)
        return later(bundle, f"failed: {type(error).__name__}", now)


def _held(postman: Postman, push: OwedPush, now: datetime) -> End | None:
    """What ends, or waits, before anything is tried."""
    if push.unsubscribed:
        return End(push.id, "dropped", error="unsubscribed")
    kind = kind_of(push.kind)
    if kind.group in MUTABLE and kind.group.value in push.muted.split(","):
        return End(push.id, "dropped", error="muted")
    if push.picture is not None and push.picture.state != "stored":
        if push.picture.state == "pending" and push.attempts < MOST_ATTEMPTS:
            return End(push.id, "waiting", error="picture not here yet", not_before=now + backoff(push.attempts))
        return End(push.id, "dropped", error=f"picture {push.picture.state}")
    quiet = quiet_until(now, postman.zone, postman.rules)
    awake = now - push.last_inbound_at <= timedelta(minutes=postman.rules.awake_minutes)
    if quiet is not None and not push.by_night and not awake:
        return End(push.id, "waiting", error="quiet hours", not_before=quiet, again=True)
    return None
