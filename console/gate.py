"""How often somebody who is not signed in may ask: counted in Redis for all processes, and by each alone while Redis is away."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import structlog
from limits import RateLimitItem, RateLimitItemPerMinute
from limits.errors import StorageError
from limits.storage import MemoryStorage, RedisStorage
from limits.strategies import FixedWindowRateLimiter
from redis import Redis

from governance.rules import Rules
from storage import keyring
from storage.console.api_keys import GoodKey

log = structlog.get_logger("linli.console")

HOUR = 60


@dataclass(frozen=True)
class Allowance:
    """So many in so many minutes; a word instead of a number is the rule of the rules file that says it."""

    name: str
    amount: int | str
    minutes: int | str = 1

    def item(self, rules: Rules) -> RateLimitItem:
        """As it is counted where these rules hold."""
        amount, minutes = (
            getattr(rules, each) if isinstance(each, str) else each for each in (self.amount, self.minutes)
        )
        return RateLimitItemPerMinute(amount, minutes, namespace=self.name)


PAGES_OF_SOURCE = Allowance("pages", 120)
"""Sign-in pages that one address is shown."""
LOOKS_OF_BROWSER = Allowance("looks", 120)
LOOKS_OF_SOURCE = Allowance("looks-source", 1200)
"""How often a browser that shows a code looks whether it was sent; a whole office may stand behind one address."""
CODES_OF_BROWSER = Allowance("codes", 6)
CODES_OF_SOURCE = Allowance("codes-source", "sign_in_codes")
PICTURES = Allowance("pictures", 60)
"""Codes to scan that the platform is asked for, by all together; beyond these a code is to be typed."""
TRIES_OF_BROWSER = Allowance("tries-browser", "sign_in_tries_browser", "sign_in_address_minutes")
TRIES_OF_SOURCE = Allowance("tries-source", "sign_in_tries_address", "sign_in_address_minutes")
TRIES_ON_ACCOUNT_FROM = Allowance("tries-account-source", "sign_in_tries", "sign_in_minutes")
"""One address on one account; the owner, who sits elsewhere, does not notice."""
TRIES_ON_ACCOUNT = Allowance("tries-account", "sign_in_tries_account", HOUR)
"""All addresses together on one account; a browser in which its owner has signed in before is counted by itself."""
TRIES_OF_KNOWN_BROWSER = Allowance("tries-known", "sign_in_tries", "sign_in_minutes")
TRIES_OF_ALL = Allowance("tries-all", 300, 10)
NOTES_OF_SOURCE = Allowance("notes", 1, 10)
"""How often the audit notes that an address was turned away: not with each try."""
KEYS_OF_SOURCE = Allowance("wall-keys", "sign_in_tries_address", "sign_in_address_minutes")
REFUSED_SIGN_INS = Allowance("refused-sign-ins", 20, 5)
REFUSED_RIGHTS = Allowance("refused-rights", 30, 5)
REFUSED_MESSAGES = Allowance("refused-messages", 20, 5)
REFUSED_KEYS = Allowance("refused-keys", 20, 5)
"""What is refused at the doors, before somebody is told of an attack; nothing is held off by these."""
NOTES_OF_ATTACK = Allowance("notes-attack", 1, 10)
"""How often the audit notes an attack of one kind."""

PREFIX = "linli:limits"
AWAY_S = 5.0
"""So long Redis is left alone after it did not answer: nobody waits for it with each request."""

Ask = tuple[Allowance, str]
"""An allowance, and whose."""


class Gate:
    """Counts what is asked. Flushed or away, Redis opens no gate for good: each process then counts by itself."""

    def __init__(self, redis: "Redis | None" = None, rules: Callable[[], Rules] = Rules) -> None:
        self._rules = rules
        self._alone = FixedWindowRateLimiter(MemoryStorage())
        self._shared = None if redis is None else FixedWindowRateLimiter(_storage(redis))
        self._away_until = 0.0

    def admits(self, *asks: Ask) -> bool:
        """Whether each of these allowances has room for one more; one that is full uses nothing of those behind it."""
        return all(self._hit(each.item(self._rules()), keyring.digest("gate", whose)) for each, whose in asks)

    def reads(self, key: GoodKey) -> bool:
        """Whether another system may read once more in this minute."""
        return self.admits((Allowance("api", key.a_minute), key.name))

    def forgive(self, *asks: Ask) -> None:
        """What was used of these is forgotten: it was no attack."""
        for each, whose in asks:
            item, name = each.item(self._rules()), keyring.digest("gate", whose)
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


class _Counts(RedisStorage):
    """Over the one client that we use; by itself the library reads another one besides, with all of asyncio's part."""

    DEPENDENCIES = {"redis": RedisStorage.DEPENDENCIES["redis"]}  # noqa: RUF012 - a plain field in the library, too


def _storage(redis: "Redis") -> RedisStorage:
    return _Counts("redis://", redis.connection_pool, PREFIX, wrap_exceptions=True)
