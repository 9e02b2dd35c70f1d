"""The way to the platform: paced, spared in trouble, never over a connection that may be dead, read no further than agreed."""

import json
import ssl
import time
from typing import Any

import requests
from redis import Redis
from requests.adapters import HTTPAdapter
from urllib3.exceptions import ConnectTimeoutError, MaxRetryError, SSLError

from bot.breaker import Breaker, Pace
from bot.errors import FileTooLarge, PlatformAway, PlatformError

POOL = 16
IDLE_S = 10.0
"""A kept connection older than this is not used again."""
_PIECE = 64 * 1024


class GuardedSession(requests.Session):
    """What wechatpy's client calls through. It answers a response of status 200, not yet read, or raises PlatformAway."""

    def __init__(self, redis: Redis, name: str, a_second: int) -> None:
        super().__init__()
        self.trust_env = False
        for scheme in ("https://", "http://"):
            self.mount(scheme, HTTPAdapter(pool_maxsize=POOL))
        self.breaker = Breaker(redis, name)
        self._file_breaker = Breaker(
            redis, f"{name}:media"
        )  # downloads that hang keep no push, least of all a danger's
        self._pace = Pace(redis, name, a_second)
        self._last_call = time.monotonic()

    def request(self, method: str | bytes, url: str | bytes, *args: Any, **kwargs: Any) -> requests.Response:
        """One call; the caller hands in the time-out and closes the response."""
        file = kwargs.pop("most", None) is not None  # whoever reads the answer keeps to it
        breaker = self._file_breaker if file else self.breaker
        kwargs["stream"], kwargs["allow_redirects"] = True, False  # nobody sends us, or our token, elsewhere
        if breaker.is_open():
            raise PlatformAway("breaker open")
        self._pace.wait()
        self._drop_idle()
        try:
            response = super().request(method, url, *args, **kwargs)
        except requests.RequestException as error:
            breaker.failed()
            raise away(error) from None
        if response.status_code != 200:
            response.close()
            breaker.failed()
            raise PlatformAway(f"HTTP {response.status_code}")
        breaker.went_through()
        return response

    def _drop_idle(self) -> None:
        """Lets go of connections that the other side may have closed: on one of those nobody knows what was taken."""
        now = time.monotonic()
        if now - self._last_call > IDLE_S:
            self.close()
        self._last_call = now


def away(error: requests.RequestException) -> PlatformAway:
    """What kept a call from getting through. It is doubtful unless no connection was made at all."""
    return PlatformAway(type(error).__name__, doubtful=not _never_connected(error))


def _never_connected(error: requests.RequestException) -> bool:
    """Refused, not had in time, a name that nobody knows (a kind of the former, to urllib3), or a certificate not trusted."""
    cause = error.args[0] if error.args else None
    reason = cause.reason if isinstance(cause, MaxRetryError) else cause
    if isinstance(reason, SSLError):
        return any(isinstance(each, ssl.SSLCertVerificationError) for each in reason.args)
    return isinstance(reason, ConnectTimeoutError)


def content_of(response: requests.Response, most: int) -> bytes:
    """The body; raises FileTooLarge when it has more bytes than `most`, and PlatformAway when it breaks off."""
    pieces, size = [], 0
    try:
        for piece in response.iter_content(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > most:
                raise FileTooLarge(-1, f"more than {most} bytes")
    except requests.RequestException as error:
        raise away(error) from None
    return b"".join(pieces)


def is_page(response: requests.Response) -> bool:
    """Whether some gateway on the way answers with a page of its own where the platform would send a file."""
    return str(response.headers.get("Content-Type", "")).lower().startswith("text/html")


def answer_of(content: bytes) -> dict[str, Any]:
    """The platform's answer; raises PlatformError for its errcodes, and PlatformAway for anything but a JSON object."""
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise PlatformAway("answer is not JSON", doubtful=True) from error
    if not isinstance(answer, dict):
        raise PlatformAway("answer is no object", doubtful=True)
    try:
        code = int(answer.get("errcode") or 0)
    except (TypeError, ValueError, OverflowError) as error:
        raise PlatformAway("errcode is no number", doubtful=True) from error
    if code:
        raise PlatformError(code, str(answer.get("errmsg", "")))
    return answer


def word_of(answer: dict[str, Any], name: str) -> str:
    """An id or an address that an answer must have; raises PlatformAway when it has none that can be kept and sent again."""
    word = answer.get(name)
    if not isinstance(word, str) or not word or not word.isascii() or not word.isprintable():
        raise PlatformAway(f"answer without {name}", doubtful=True)
    return word


def number_of(answer: Any, name: str) -> int:
    """A number that an answer must have; raises PlatformAway."""
    number = answer.get(name) if isinstance(answer, dict) else None
    if not isinstance(number, int):
        raise PlatformAway(f"answer without {name}", doubtful=True)
    return number
