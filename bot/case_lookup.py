"""The government services are asked how a case stands: two seconds, then whoever asked hears that there was no answer."""

import json
import time
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
from storage.services import lookup, lookups_waiting
from storage.unit_of_work import UnitOfWork

TIMEOUT_S = 2.0
"""For all of it: the connection, the head and the body."""
MOST = 50
MOST_BYTES = 64 * 1024
log = structlog.get_logger("linli.platforms")


def due(ctx: Context) -> list[str]:
    """The questions that wait."""
    return [str(each) for each in lookups_waiting(ctx.uow, MOST)]


def answer(tools: Tools, item: str) -> int:
    """One of them, outside any transaction until the answer is there."""
    with tools.database.read() as connection:
        ctx = Context(UnitOfWork(connection), tools.config, tools.clock(), tools.book)
        waiting, platform = lookup(ctx.uow, int(item)), asked_platform(ctx)
    if waiting is None:
        return 0
    status, raw = (0, None) if platform is None else _asked(tools, platform, waiting.number)
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


def _asked(tools: Tools, platform: Connected, number: str) -> tuple[int, Any]:
    """The status and what the body says; 0 where there was no whole answer in time."""
    until = time.monotonic() + TIMEOUT_S
    try:
        with requests.get(
            platform.looks_at, params={"number": number}, headers=signed(platform.secret, number.encode(), tools),
            timeout=TIMEOUT_S, allow_redirects=False, stream=True,
        ) as found:  # fmt: skip
            content = b""
            for piece in found.iter_content(4096):
                content += piece
                if len(content) > MOST_BYTES or time.monotonic() > until:
                    raise requests.RequestException("too long")
            return found.status_code, json.loads(content) if found.status_code == 200 else None
    except (requests.RequestException, ValueError, RecursionError) as error:
        log.warning("case not asked", platform=platform.platform, error=type(error).__name__)
        return 0, None


JOBS: tuple[AnyJob[Tools], ...] = (Job("case_lookups", *words.CASE_LOOKUPS, Lane.OUTSIDE, due, answer),)
