"""How often somebody who is not signed in may ask: counted in Redis for all processes, and by each alone while Redis is away."""

import time

import structlog
from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.errors import StorageError
from limits.storage import MemoryStorage, RedisStorage
from limits.strategies import FixedWindowRateLimiter
from redis import Redis

from storage import keyring

log = structlog.get_logger("linli.console")

PAGES_OF_SOURCE = RateLimitItemPerMinute(120, namespace="pages")
"""Sign-in pages that one address is shown."""
LOOKS_OF_BROWSER = RateLimitItemPerMinute(120, namespace="looks")
LOOKS_OF_SOURCE = RateLimitItemPerMinute(1200, namespace="looks-source")
"""How often a browser that shows a code looks whether it was sent; a whole office may stand behind one address."""
CODES_OF_BROWSER = RateLimitItemPerMinute(6, namespace="codes")
CODES_OF_SOURCE = RateLimitItemPerMinute(20, namespace="codes-source")
PICTURES = RateLimitItemPerMinute(60, namespace="pictures")
"""Codes to scan that the platform is asked for, by all together; beyond these a code is to be typed."""
TRIES_OF_BROWSER = RateLimitItemPerMinute(10, 10, namespace="tries-browser")
TRIES_OF_SOURCE = RateLimitItemPerMinute(20, 10, namespace="tries-source")
TRIES_ON_ACCOUNT_FROM = RateLimitItemPerMinute(5, 15, namespace="tries-account-source")
"""One address on one account; the owner, who sits elsewhere, does not notice."""
TRIES_ON_ACCOUNT = RateLimitItemPerHour(100, namespace="tries-account")
"""All addresses together on one account; a browser in which its owner has signed in before is counted by itself."""
TRIES_OF_KNOWN_BROWSER = RateLimitItemPerMinute(5, 15, namespace="tries-known")
TRIES_OF_ALL = RateLimitItemPerMinute(300, 10, namespace="tries-all")
NOTES_OF_SOURCE = RateLimitItemPerMinute(1, 10, namespace="notes")
"""How often the audit notes that an address was turned away: not with each try."""
KEYS_OF_SOURCE = RateLimitItemPerMinute(20, 10, namespace="wall-keys")

PREFIX = "linli:limits"
AWAY_S = 5.0
"""So long Redis is left alone after it did not answer: nobody waits for it with each request."""

Ask = tuple[RateLimitItem, str]
"""An allowance, and whose."""


class Gate:
    """Counts what is asked. Flushed or away, Redis opens no gate for good: each process then counts by itself."""

    def __init__(self, redis: "Redis | None" = None) -> None:
        self._alone = FixedWindowRateLimiter(MemoryStorage())
        self._shared = None if redis is None else FixedWindowRateLimiter(_storage(redis))
        self._away_until = 0.0

    def admits(self, *asks: Ask) -> bool:
        """Whether each of these allowances has room for one more; one that is full uses nothing of those behind it."""
        return all(self._hit(item, keyring.digest("gate", whose)) for item, whose in asks)

    def forgive(self, *asks: Ask) -> None:
        """What was used of these is forgotten: it was no attack."""
        for item, whose in asks:
            name = keyring.digest("gate", whose)
            self._alone.clear(item, name)
            if self._shared is not None and time.monotonic() >= self._away_until:
                try:
                    self._shared.clear(item, name)
                except StorageError:
                    self._is_away()

    def _hit(self, item: RateLimitItem, name: str) -> bool:
        if self._shared is not None and time.monotonic() >= self._away_until:
            try:
                return self._shared.hit(item, name)
            except StorageError:
                self._is_away()
        return self._alone.hit(item, name)

    def _is_away(self) -> None:
        self._away_until = time.monotonic() + AWAY_S
        log.warning("limits are counted by each process: redis does not answer")


def _storage(redis: "Redis") -> RedisStorage:
    return RedisStorage("redis://", redis.connection_pool, PREFIX, wrap_exceptions=True)
