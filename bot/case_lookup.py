"""The government services are asked how a case stands: two seconds, then whoever asked hears that there was no answer."""

import json
import threading
import time
from queue import Empty, SimpleQueue
from typing import Any

import requests
import structlog

from bot.platforms import signed
from bot.tools import Tools
from governance.connectors.services import case_of
from handlers.connectors.looking_up import answer_case, asked_platform
from handlers.context import Context
from handlers.jobs import AnyJob, Job, Lane
from handlers.texts import jobs as words
from storage.connectors.platforms import Connected
from storage.services import lookups_due, take_lookup
from storage.unit_of_work import UnitOfWork

TIMEOUT_S = 2.0
"""For all of it: the name, the connection, the head and the body."""
MOST_OPEN = 8
"""Who drips is left to drip, in a thread that ends by itself; with so many of them nobody is asked any more."""
PIECE = 64
MOST = 50
MOST_BYTES = 64 * 1024
Answer = tuple[int, Any]
NO_ANSWER: Answer = (0, None)
_open = threading.BoundedSemaphore(MOST_OPEN)
log = structlog.get_logger("linli.platforms")


def due(ctx: Context) -> list[str]:
    """The questions that wait."""
    return [str(each) for each in lookups_due(ctx.uow, ctx.now, MOST)]


def answer(tools: Tools, item: str) -> int:
    """One of them: taken first, so that it is asked once, and asked outside any transaction."""
    with tools.database.write() as connection:
        ctx = Context(UnitOfWork(connection), tools.config, tools.clock(), tools.book)
        taken, platform = take_lookup(ctx.uow, int(item), ctx.now), asked_platform(ctx)
        ctx.uow.finish()
    if taken is None:
        return 0
    waiting, fresh = taken
    status, raw = _asked(tools, platform, waiting.number) if platform is not None and fresh else NO_ANSWER
    mapping = None if platform is None else tools.config.platforms[platform.platform]
    found = None if mapping is None or status != 200 else case_of(mapping, raw, waiting.number)
    if status == 200 and found is None:
        log.warning("case answer not read", platform=platform.platform if platform else "")
    with tools.database.write() as connection:
        ctx = Context(UnitOfWork(connection), tools.config, tools.clock(), tools.book)
        label = "" if mapping is None else mapping.label
        done = answer_case(ctx, waiting, label, found, reached=status == 404)
        ctx.uow.finish()
    tools.wake()
    return done


def _asked(tools: Tools, platform: Connected, number: str) -> Answer:
    """The status and what the body says; 0 where there was no whole answer in time, however the other side drips."""
    if not _open.acquire(blocking=False):
        log.warning("case not asked", platform=platform.platform, error="TooManyOpen")
        return NO_ANSWER
    answers: SimpleQueue[Answer] = SimpleQueue()
    until = time.monotonic() + TIMEOUT_S

    def ask() -> None:
        try:
            answers.put(_fetched(tools, platform, number, until))
        finally:
            _open.release()

    threading.Thread(target=ask, name="case", daemon=True).start()
    try:
        return answers.get(timeout=TIMEOUT_S)
    except Empty:
        log.warning("case not asked", platform=platform.platform, error="TooSlow")
        return NO_ANSWER


def _fetched(tools: Tools, platform: Connected, number: str, until: float) -> Answer:
    try:
        with requests.get(
            platform.looks_at, params={"number": number}, headers=signed(platform.secret, number.encode(), tools),
            timeout=TIMEOUT_S, allow_redirects=False, stream=True,
        ) as found:  # fmt: skip
            content = b""
            for piece in found.iter_content(PIECE):
                content += piece
                if len(content) > MOST_BYTES or time.monotonic() > until:
                    raise requests.RequestException("too long")
            return found.status_code, json.loads(content) if found.status_code == 200 else None
    except (requests.RequestException, ValueError, RecursionError) as error:
        log.warning("case not asked", platform=platform.platform, error=type(error).__name__)
        return NO_ANSWER


JOBS: tuple[AnyJob[Tools], ...] = (Job("case_lookups", *words.CASE_LOOKUPS, Lane.OUTSIDE, due, answer),)
