"""Delivers what the outbox owes: several accounts at once, each account's pushes in order, each with a recorded end."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import groupby

import structlog

from bot.channels import MOST_ATTEMPTS, Bundle, backoff, bundles, deliver_with_fallback, later
from bot.claims import Claims
from bot.reply import MOST_BYTES
from bot.tools import Tools
from governance.notices import is_muted, quiet_until
from handlers.jobs import failed
from storage.group_commit import GroupCommit
from storage.job_failures import failing_items, forget_failure
from storage.outbox_delivery import End, OwedPush, claim, give_up_lost_claims, renew_claims, settle
from storage.unit_of_work import UnitOfWork

CONNECTIONS = 8
"""Calls to the platform that a process makes at once."""
WAITING = 16
"""Beside them so many may wait for their end to be written: an fsync keeps no connection idle."""
BATCH = 200
PUSHES, HAZARD_PUSHES = "pushes", "hazard_pushes"
"""The jobs that deliver."""

log = structlog.get_logger("linli.delivery")

Settled = GroupCommit[Sequence[End], None]


def deliver_due(tools: Tools, job: str = PUSHES, danger: bool | None = None) -> int:
    """Sends every push that is due (of dangers, of the others, or all); answers how many went out."""
    give_up_lost_claims(tools.database, tools.clock())
    with tools.database.read() as connection:
        failing = set(failing_items(UnitOfWork(connection), job))
    claims = Claims(lambda ids: renew_claims(tools.database, ids, tools.clock()))

    def write(batch: Sequence[Sequence[End]]) -> list[None]:
        ends = [end for each in batch for end in each]
        settle(tools.database, ends, tools.clock())
        claims.settled(end.push_id for end in ends)
        return [None] * len(batch)

    settled: Settled = GroupCommit(write)
    sent = 0
    calls = threading.Semaphore(CONNECTIONS)
    with claims.renewed(), ThreadPoolExecutor(CONNECTIONS + WAITING, thread_name_prefix="deliver") as pool:
        while (claimed := claim(tools.database, tools.clock(), job, danger, BATCH)).pushes or claimed.broken:
            claims.hold([*claimed.broken, *(push.id for push in claimed.pushes)])
            broken, ends, ready = _sorted_out(tools, claimed.pushes)
            broken |= claimed.broken
            for push_id, error in broken.items():
                failed(tools, job, str(push_id), error)
            held = [*ends, *(End(push_id, "waiting", error="failed", again=True) for push_id in broken)]
            if held:
                settled.submit(held)
            _forget(tools, job, failing & {str(push.id) for push in ready})
            sent += sum(pool.map(lambda group: _deliver(tools, group, calls, settled), _by_account(ready)))
    return sent


def _sorted_out(tools: Tools, pushes: Sequence[OwedPush]) -> tuple[dict[int, Exception], list[End], list[OwedPush]]:
    """What raises, what ends or waits before anything is tried, and what is to be sent."""
    broken: dict[int, Exception] = {}
    ends, ready = [], []
    for push in pushes:
        try:
            end = _held(tools, push)
        except Exception as error:
            broken[push.id] = error
            continue
        if end is None:
            ready.append(push)
        else:
            ends.append(end)
    return broken, ends, ready


def _by_account(pushes: Sequence[OwedPush]) -> list[list[OwedPush]]:
    """Each account's pushes, the account with the most urgent first."""
    order = {push.id: place for place, push in enumerate(pushes)}
    ordered = sorted(pushes, key=lambda push: push.account_id)
    groups = [list(group) for _, group in groupby(ordered, key=lambda push: push.account_id)]
    return sorted(groups, key=lambda group: order[group[0].id])


def _forget(tools: Tools, job: str, items: set[str]) -> None:
    """These can be sent after all."""
    if items:
        with tools.database.write() as connection:
            for item in items:
                forget_failure(UnitOfWork(connection), job, item)


def _deliver(tools: Tools, pushes: Sequence[OwedPush], calls: threading.Semaphore, settled: Settled) -> int:
    """One account's pushes, in order."""
    sent = 0
    for bundle in bundles(pushes, MOST_BYTES):
        with calls:
            ends = _send(tools, bundle)
        settled.submit(ends)
        sent += sum(end.state == "sent" for end in ends)
        if ends[0].state != "sent":
            log.warning("push not sent", push=ends[0].push_id, state=ends[0].state, error=ends[0].error)
    return sent


def _send(tools: Tools, bundle: Bundle) -> list[End]:
    """A fault of our own holds back this message, with its reason, and no other."""
    now = tools.clock()
    try:
        return deliver_with_fallback(tools, bundle, now)
    except Exception as error:
        log.error("push failed", exc_info=True, push=bundle.first.id)
        return later(bundle, f"failed: {type(error).__name__}", now)


def _held(tools: Tools, push: OwedPush) -> End | None:
    """What ends, or waits, before anything is tried."""
    now = tools.clock()
    if push.unsubscribed:
        return End(push.id, "dropped", error="unsubscribed")
    if is_muted(push.kind, push.muted):
        return End(push.id, "dropped", error="muted")
    if push.picture is not None and push.picture.state != "stored":
        if push.picture.state == "pending" and push.attempts < MOST_ATTEMPTS:
            return End(push.id, "waiting", error="picture not here yet", not_before=now + backoff(push.attempts))
        return End(push.id, "dropped", error=f"picture {push.picture.state}")
    quiet = quiet_until(now, tools.config.zone, tools.config.rules)
    awake = now - push.last_inbound_at <= timedelta(minutes=tools.config.rules.awake_minutes)
    if quiet is not None and not push.by_night and not awake:
        return End(push.id, "waiting", error="quiet hours", not_before=quiet, again=True)
    return None
