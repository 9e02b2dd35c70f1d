"""Other platforms are talked to: what they are owed is posted, signed, until they have it; those that can be asked are asked."""

import json
import secrets
import threading
from collections import defaultdict
from datetime import timedelta
from typing import Any

import requests
import structlog

from bot.tools import Tools
from governance.connectors.mapping import Platform
from governance.connectors.reading import at
from governance.connectors.retry import given_up, refused_for_good, taken, wait_after
from governance.connectors.signing import NONCE, SIGNATURE, TIMESTAMP, signature
from governance.connectors.writing import Unsayable, written
from handlers.connectors.taking import MOST_RECORDS, take_records
from handlers.context import Context
from handlers.jobs import AnyJob, Job, Lane
from handlers.texts import jobs as words
from storage.connectors.out import (
    SET_ASIDE,
    ToGive,
    change_out,
    given,
    next_to_give,
    platforms_owed,
    still_pending,
)
from storage.connectors.platforms import Connected, all_connected, change_connected, connected, note_seen
from storage.unit_of_work import UnitOfWork

TIMEOUT_S = (3, 8)
MOST = 100
ASK_EVERY = timedelta(minutes=1)
MOST_BYTES = 4 * 1024 * 1024
MOST_PAGES = 20
_giving: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
log = structlog.get_logger("linli.platforms")


def owed(ctx: Context) -> list[str]:
    """The platforms to which something may be given now."""
    names = [name for name in platforms_owed(ctx.uow, ctx.now) if name in ctx.config.platforms]
    return [name for name in names if (each := connected(ctx.uow, name)) is not None and _up(each, ctx)]


def _up(each: Connected, ctx: Context) -> bool:
    return each.is_on and bool(each.gives_to) and (each.down_until is None or each.down_until <= ctx.now)


def give_out(tools: Tools, name: str) -> int:
    """Posts what is owed to one of them: one that fails holds up no other. Of two threads the second would only post the same."""
    if not _giving[name].acquire(blocking=False):
        return 0
    try:
        with tools.database.read() as connection:
            each = connected(UnitOfWork(connection), name)
        return 0 if each is None else _give_to(tools, each)
    finally:
        _giving[name].release()


def _give_to(tools: Tools, each: Connected) -> int:
    """Until nothing is left, or they can't be reached."""
    done = 0
    with requests.Session() as session:
        while True:
            with tools.database.read() as connection:
                rows = next_to_give(UnitOfWork(connection), each.platform, tools.clock(), MOST)
            if not rows:
                return done
            for row in rows:
                if not _give(tools, session, each, row):
                    return done
                done += 1


def _give(tools: Tools, session: requests.Session, each: Connected, row: ToGive) -> bool:
    """One of them; False when they are out of reach. What another worker has ended meanwhile is not sent again; what was sent
    and not noted is sent again under the same number, by which they know it.
    """
    platform = tools.config.platforms[each.platform]
    event_id = f"{each.platform}-{row.link_id}-{row.sequence}"
    try:
        body = written(platform, event_id, row.sequence, row.theirs, json.loads(row.payload or "{}"))
    except Unsayable as error:
        return _ended(tools, row, error=str(error), aside=True)
    status, said = _post(session, each, event_id, body, platform, tools)
    if taken(status):
        return _ended(tools, row)
    if refused_for_good(status):
        return _ended(tools, row, error=f"{status} {said}", aside=True)
    _later(tools, each, row, f"{status} {said}" if status else said)
    return False


def _post(
    session: requests.Session, each: Connected, event_id: str, body: dict[str, Any], platform: Platform, tools: Tools
) -> tuple[int, str]:
    """The status and the beginning of the answer; 0 where there was none."""
    content = json.dumps(body, ensure_ascii=False).encode()
    media = "application/cloudevents+json" if platform.envelope == "cloudevents" else "application/json"
    headers = {"Content-Type": media, "Idempotency-Key": event_id, **signed(each.secret, content, tools)}
    try:
        answer = session.post(each.gives_to, data=content, headers=headers, timeout=TIMEOUT_S, allow_redirects=False)
    except requests.RequestException as error:
        return 0, type(error).__name__
    return answer.status_code, answer.text[:80]


def signed(secret: str, content: bytes, tools: Tools) -> dict[str, str]:
    """The headers that say that a body is ours."""
    timestamp, nonce = str(int(tools.clock().timestamp())), secrets.token_urlsafe(16)
    return {TIMESTAMP: timestamp, NONCE: nonce, SIGNATURE: signature(secret, timestamp, nonce, content)}


def _ended(tools: Tools, row: ToGive, error: str = "", *, aside: bool = False) -> bool:
    now = tools.clock()
    with tools.database.write() as connection:
        uow = UnitOfWork(connection)
        again = still_pending(uow, row.id)
        if again is None:
            return True
        if aside:
            change_out(uow, row.id, state=SET_ASIDE, attempts=row.attempts + 1, last_error=error[:200])
        else:
            given(uow, again, now)
            note_seen(uow, row.platform, now)
            change_connected(uow, row.platform, fails=0, down_until=None)
        uow.finish()
    return True


def _later(tools: Tools, each: Connected, row: ToGive, error: str) -> None:
    """They are left alone for a while, each time longer; a matter that was tried often enough is set aside."""
    now = tools.clock()
    log.warning("platform out of reach", platform=each.platform, error=error[:60])
    with tools.database.write() as connection:
        uow = UnitOfWork(connection)
        fails = each.fails + 1
        change_connected(uow, each.platform, fails=fails, down_until=now + wait_after(fails))
        if still_pending(uow, row.id) is not None:
            attempts = row.attempts + 1
            state = {"state": SET_ASIDE} if given_up(attempts) else {}
            change_out(uow, row.id, attempts=attempts, last_error=error[:200], **state)
        uow.finish()


def to_ask(ctx: Context) -> list[str]:
    """The platforms that are asked for what is new, each once a minute."""
    found = [each for each in all_connected(ctx.uow) if each.asks_at and each.platform in ctx.config.platforms]
    return [each.platform for each in found if each.asked_at is None or ctx.now - each.asked_at >= ASK_EVERY]


def ask(tools: Tools, name: str) -> int:
    """Asks one of them, from where its last answer ended."""
    with tools.database.read() as connection:
        each = connected(UnitOfWork(connection), name)
    return 0 if each is None else _ask(tools, each)


def _ask(tools: Tools, each: Connected) -> int:
    """Page by page; records and cursor are kept together, so that none is lost and none comes twice."""
    platform, cursor, count = tools.config.platforms[each.platform], each.cursor, 0
    for _ in range(MOST_PAGES):
        answer = _page(each, cursor, tools)
        if answer is None:
            break
        records, coming = at(answer, platform.items or "items"), str(at(answer, platform.cursor) or cursor)
        raws = records[:MOST_RECORDS] if isinstance(records, list) else []
        with tools.database.write() as connection:
            uow = UnitOfWork(connection)
            count += take_records(uow, platform, "poll", raws, tools.clock()).new
            change_connected(uow, each.platform, cursor=coming[:200], asked_at=tools.clock())
            uow.finish()
        if not raws or coming == cursor:
            break
        cursor = coming
    if count:
        tools.wake()
    return count


def _page(each: Connected, cursor: str, tools: Tools) -> Any:
    try:
        headers = signed(each.secret, cursor.encode(), tools)
        answer = requests.get(
            each.asks_at, params={"cursor": cursor}, headers=headers, timeout=TIMEOUT_S, allow_redirects=False
        )
        if answer.status_code != 200 or len(answer.content) > MOST_BYTES:
            raise requests.RequestException(str(answer.status_code))
        return answer.json()
    except (requests.RequestException, ValueError) as error:
        log.warning("platform not asked", platform=each.platform, error=type(error).__name__)
        return None


JOBS: tuple[AnyJob[Tools], ...] = (
    Job("connector_ask", *words.CONNECTOR_ASK, Lane.OUTSIDE, to_ask, ask),
    Job("connector_out", *words.CONNECTOR_OUT, Lane.OUTSIDE, owed, give_out),
)
