"""Access tokens of both kinds, with the platform's lifetimes and limits. Source: its documents on token and stable_token."""

import secrets
import threading
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from simulator.errors import ApiError

Clock = Callable[[], datetime]

LIFETIME = timedelta(seconds=7200)
OVERLAP = timedelta(minutes=5)
FORCED_A_DAY = 20
FORCED_APART = timedelta(seconds=30)
CALLS_A_MINUTE = 10_000


class TokenDesk:
    """Gives out tokens and knows which of them live."""

    def __init__(self, app_id: str, app_secret: str, clock: Clock) -> None:
        self._app_id, self._app_secret, self._clock = app_id, app_secret, clock
        self._lives: dict[str, datetime] = {}
        self._classic: str | None = None
        self._stable: tuple[str, datetime] | None = None
        self._forced: deque[datetime] = deque()
        self._calls: deque[datetime] = deque()
        self._lock = threading.Lock()

    def classic(self, app_id: str, secret: str) -> dict[str, object]:
        """`GET /cgi-bin/token`: a new token each time; the one before lives five minutes more."""
        self._check(app_id, secret)
        with self._lock:
            now = self._clock()
            if self._classic in self._lives:
                self._lives[self._classic] = min(self._lives[self._classic], now + OVERLAP)
            self._classic = self._new(now)
            return {"access_token": self._classic, "expires_in": int(LIFETIME.total_seconds())}

    def stable(self, app_id: str, secret: str, force: bool) -> dict[str, object]:
        """`POST /cgi-bin/stable_token`: the same token until five minutes before its end, unless forced."""
        self._check(app_id, secret)
        with self._lock:
            now = self._clock()
            self._count_call(now)
            if force:
                self._count_force(now)
                if self._stable is not None:
                    self._lives.pop(self._stable[0], None)
                self._stable = None
            if self._stable is None or self._stable[1] - now <= OVERLAP:
                token = self._new(now)
                self._stable = (token, self._lives[token])
            token, ends = self._stable
            return {"access_token": token, "expires_in": int((ends - now).total_seconds())}

    def require(self, token: str) -> None:
        """Raises ApiError 41001, 40001 or 42001 unless the token lives."""
        if not token:
            raise ApiError(41001, "access_token missing")
        ends = self._lives.get(token)
        if ends is None:
            raise ApiError(40001, "invalid credential, access_token is invalid or not latest")
        if ends <= self._clock():
            raise ApiError(42001, "access_token expired")

    def kill_all(self) -> None:
        """Ends every token at once (a fault on demand)."""
        with self._lock:
            self._lives.clear()
            self._stable = self._classic = None

    def _new(self, now: datetime) -> str:
        token = secrets.token_urlsafe(96)
        self._lives[token] = now + LIFETIME
        return token

    def _check(self, app_id: str, secret: str) -> None:
        if app_id != self._app_id:
            raise ApiError(40013, "invalid appid")
        if secret != self._app_secret:
            raise ApiError(40125, "invalid appsecret")

    def _count_call(self, now: datetime) -> None:
        _forget(self._calls, now - timedelta(minutes=1))
        if len(self._calls) >= CALLS_A_MINUTE:
            raise ApiError(45011, "api minute-quota reach limit")
        self._calls.append(now)

    def _count_force(self, now: datetime) -> None:
        _forget(self._forced, now - timedelta(days=1))
        if len(self._forced) >= FORCED_A_DAY:
            raise ApiError(45009, "reach max api daily quota limit")
        if self._forced and now - self._forced[-1] < FORCED_APART:
            raise ApiError(45011, "force_refresh too often")
        self._forced.append(now)


def _forget(instants: deque[datetime], before: datetime) -> None:
    while instants and instants[0] <= before:
        instants.popleft()
