"""Delivers what the outbox owes: several accounts at once, each account's pushes in order, each with a recorded end."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby

import structlog

from bot.bundling import Bundle, bundles
from bot.channels import deliver_with_fallback, later
from bot.claims import Claims
from bot.keeping_back import keeping_back
from bot.reply import MOST_BYTES
from bot.tools import Tools
from handlers.jobs import failed
from storage import spans
from storage.group_commit import GroupCommit
from storage.job_failures import failing_items, forget_failure
from storage.outbox_delivery import Claimed, anything_due, claim, give_up_lost_claims, renew_claims, settle
from storage.outbox_rows import End, OwedPush
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
    with tools.database.read() as connection:
        if not anything_due(connection, tools.clock()):
            return 0
        failing = set(failing_items(UnitOfWork(connection), job))
    give_up_lost_claims(tools.database, tools.clock())
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
        while (claimed := _taken(tools, job, danger)).pushes or claimed.broken or claimed.ended:
            claims.hold([*claimed.broken, *(push.id for push in claimed.pushes)])
            for push_id, error in claimed.broken.items():
                failed(tools, job, str(push_id), error)
            if claimed.broken:
                settled.submit([End(push_id, "waiting", error="failed", again=True) for push_id in claimed.broken])
            ready = [push for push in claimed.pushes if push.id not in claimed.broken]
            _forget(tools, job, failing & {str(push.id) for push in ready})
            sent += sum(pool.map(lambda group: _deliver(tools, group, calls, settled), _by_account(ready)))
    return sent


def _taken(tools: Tools, job: str, danger: bool | None) -> Claimed:
    now = tools.clock()
    return claim(tools.database, now, job, danger, BATCH, keeping_back(tools, now))


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
            began = spans.now()
            ends = _send(tools, bundle)
            if began:
                _traced(bundle, ends, began)
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


def _traced(bundle: Bundle, ends: Sequence[End], began: int) -> None:
    """A span for each push of a message, in the trace that it came of."""
    end_of = {end.push_id: end for end in ends}
    for push in bundle.pushes:
        end = end_of.get(push.id, ends[0])
        facts: spans.Facts = {"linli.push": push.kind, "linli.state": end.state, "linli.channel": end.channel or ""}
        spans.note("push", push.trace, began, facts)
