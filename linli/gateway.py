"""Before the application: takes each request's body in, within a size and a time, and hands it to the threads of its area.

A body that comes slowly waits here, on the event loop, and holds no thread; so nobody who sends slowly, however many times
at once, keeps a message of WeChat's waiting.
"""

import asyncio
import json
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any, TypeVar

import structlog
from granian.rsgi import HTTPProtocol, ProtocolClosed, Scope  # type: ignore[attr-defined]

from bot.refusals import HEADERS
from linli import texts
from linli.wsgi import Answer, environ_of, run
from storage.room import no_room

KIB = 1024
IN_MEMORY = 64 * KIB
"""What is larger waits in a temporary file."""
MOST_UPLOADS = 4
"""Bodies larger than a form's that are taken in at once, in one process."""
MOST_RESTING = 32
"""Requests that wait in an area with rests; who comes then is asked to come again."""
FILES = "multipart/form-data"

log = structlog.get_logger("linli.gateway")
WsgiApp = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
SignedIn = Callable[[str], bool]
"""Whether cookies are those of a browser in which somebody is signed in."""
Done = TypeVar("Done")


@dataclass(frozen=True)
class Area:
    """A part of the addresses: how large a body may be and how long it may take, and how a refusal reads there.

    `most_file`, `file_seconds`: of a form with a file, where somebody is signed in; 0: none may be sent. `rests`: for so many
    times as long as a request took of the processor, the next one waits; the area has a single thread then.
    """

    name: str
    prefix: str
    most_bytes: int
    seconds: float
    media_type: str = "text/plain"
    says: Callable[[int], str] = lambda _status: ""
    most_file: int = 0
    file_seconds: float = 0
    rests: float = 0


def _page(status: int) -> str:
    return texts.GATE_PAGE.format(said=texts.GATE[status])


def _errors(status: int) -> str:
    return json.dumps([{"code": status, "description": texts.GATE[status]}], ensure_ascii=False)


WEBHOOK = Area("webhook", "/wechat", 1024 * KIB, 4)
STATUS = Area("status", "", 0, 2)
OPEN311 = Area("open", "/open311/", 64 * KIB, 10, "application/json", _errors)
OFFICE = Area("office", "/console/", 256 * KIB, 10, "text/html", _page, 11 * KIB * KIB, 60)
CONNECT = Area("connect", "/connect/", 1024 * KIB, 10, "application/json", _errors, rests=1)
API = Area("open", "/api/", 16 * KIB, 10, "application/json", _errors)
PUBLIC = Area("open", "/", 16 * KIB, 10, "text/html", _page)
AREAS = (WEBHOOK, OPEN311, CONNECT, API, OFFICE, PUBLIC)
_ASKED_BY_TOOLS = frozenset({"/healthz", "/readyz", "/metrics"})


class Refused(Exception):
    """A request that is answered before the application sees it: 400, 408, 413, 503 or 507."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Gateway:
    """An RSGI application around a WSGI one; a pool of threads for each area, so that none can starve another."""

    def __init__(
        self, app: WsgiApp, signed_in: SignedIn, threads: int, areas: tuple[Area, ...] = AREAS,
        headers: Mapping[str, str] = HEADERS,
    ) -> None:  # fmt: skip
        sizes = {
            WEBHOOK.name: threads,
            OFFICE.name: max(threads // 2, 4),
            OPEN311.name: max(threads // 4, 2),
            STATUS.name: 2,
            **{area.name: 1 for area in areas if area.rests},
        }
        self._app, self._signed_in, self._areas, self._headers = app, signed_in, areas, list(headers.items())
        self._uploads = 0
        self._most_waiting = threads * 4
        self._pools = {name: ThreadPoolExecutor(size, f"web-{name}") for name, size in sizes.items()}
        self._busy = dict.fromkeys(sizes, 0)
        self._rested = dict.fromkeys(sizes, 0.0)

    async def __rsgi__(self, scope: Scope, proto: HTTPProtocol) -> None:
        area = _area_of(scope.path, self._areas)
        with suppress(ProtocolClosed):
            try:
                status, headers, body = await self._answer(area, scope, proto)
            except Refused as refusal:
                log.warning("refused before it was read", area=area.name, status=refusal.status)
                status, headers, body = _refusal(area, refusal.status, self._headers)
            proto.response_bytes(status, headers or self._headers, body)

    def __rsgi_del__(self, _loop: object) -> None:
        for pool in self._pools.values():
            pool.shutdown(wait=False, cancel_futures=True)

    async def _answer(self, area: Area, scope: Scope, proto: HTTPProtocol) -> Answer:
        is_file = await self._may_send_file(area, scope)
        most, seconds = (area.most_file, area.file_seconds) if is_file else (area.most_bytes, area.seconds)
        length = _declared(scope, most)
        most_waiting = MOST_RESTING if area.rests else self._most_waiting
        if self._busy[area.name] >= most_waiting or (is_file and self._uploads >= MOST_UPLOADS):
            raise Refused(503)
        self._uploads += is_file
        with tempfile.SpooledTemporaryFile(IN_MEMORY) as body:
            try:
                size = await _take_in(proto, body, length, most, seconds)
            finally:
                self._uploads -= is_file
            body.seek(0)
            return await self._work(area, lambda: self._run(area, environ_of(scope, body, size)))

    def _run(self, area: Area, environ: dict[str, Any]) -> Answer:
        """In a thread of the area's, after its rest: other platforms send as fast as they can, and people wait beside them."""
        if not area.rests:
            return run(self._app, environ)
        time.sleep(max(0.0, self._rested[area.name] - time.monotonic()))
        begun = time.thread_time()
        try:
            return run(self._app, environ)
        finally:
            self._rested[area.name] = time.monotonic() + (time.thread_time() - begun) * area.rests

    async def _may_send_file(self, area: Area, scope: Scope) -> bool:
        """Only who is signed in may send one: places for files are few, and nobody else is to hold them. That the page is
        theirs as well is the application's to say.
        """
        cookies = scope.headers.get("cookie", "")
        if not area.most_file or not cookies or not scope.headers.get("content-type", "").startswith(FILES):
            return False
        if self._busy[area.name] >= self._most_waiting:
            raise Refused(503)
        try:
            return await self._work(area, lambda: self._signed_in(cookies))
        except Exception as error:
            log.error("request failed", exc_info=True)
            raise Refused(503) from error

    async def _work(self, area: Area, does: Callable[[], Done]) -> Done:
        self._busy[area.name] += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pools[area.name], does)
        finally:
            self._busy[area.name] -= 1


def _declared(scope: Scope, most: int) -> int | None:
    """How long the body says that it is, None where it does not; what is too large is refused before any of it is read."""
    length = scope.headers.get("content-length")
    if length is None:
        return None if scope.headers.get("transfer-encoding") is not None else 0
    if not length.isdecimal() or int(length) > most:
        raise Refused(413)
    return int(length)


async def _take_in(proto: HTTPProtocol, body: IO[bytes], length: int | None, most: int, seconds: float) -> int:
    """Takes the body in; answers its size."""
    if length == 0:
        return 0
    size = 0
    try:
        async with asyncio.timeout(seconds):
            async for piece in proto:
                size += len(piece)
                if size > most:
                    raise Refused(413)
                body.write(piece)
    except TimeoutError as error:
        raise Refused(408) from error
    except OSError as error:
        if no_room(error):
            raise Refused(507) from error
        raise
    if length is not None and size < length:
        raise Refused(400)  # cut off: nobody is there any more
    return size


def _area_of(path: str, areas: tuple[Area, ...]) -> Area:
    return STATUS if path in _ASKED_BY_TOOLS else next(area for area in areas if path.startswith(area.prefix))


def _refusal(area: Area, status: int, headers: list[tuple[str, str]]) -> Answer:
    about = [("content-type", f"{area.media_type}; charset=utf-8"), ("connection", "close")]
    return status, about + headers, area.says(status).encode()
