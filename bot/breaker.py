"""A platform in trouble is left alone for a while: one breaker for all processes, in Redis."""

import threading
import time

from redis import Redis
from redis.exceptions import RedisError

FAILURES = 8
"""So many calls in a row that did not get through open it."""
OPEN_S = 20
"""For so long no call is made; then one tries."""
_KEEP_S = 300
LOOK_S = 0.5
"""So long a process goes by what it saw last."""


class Breaker:
    """Counts calls that did not get through. While Redis is away it is closed: a fuse must not be what fails."""

    def __init__(self, redis: Redis, name: str) -> None:
        self._redis = redis
        self._looked_at, self._was_open, self._failed_lately = 0.0, False, True
        self._failures, self._open = f"linli:breaker:{name}:failures", f"linli:breaker:{name}:open"

    def is_open(self) -> bool:
        """Whether calls are to be spared now."""
        now = time.monotonic()
        if now - self._looked_at > LOOK_S:
            self._was_open, self._looked_at = self._ask(), now
        return self._was_open

    def _ask(self) -> bool:
        try:
            return bool(self._redis.exists(self._open))
        except RedisError:
            return False

    def failed(self) -> None:
        """A call did not get through."""
        self._failed_lately, self._looked_at = True, 0.0
        try:
            count = int(self._redis.incr(self._failures))
            self._redis.expire(self._failures, _KEEP_S)
            if count >= FAILURES:
                self._redis.set(self._open, "1", ex=OPEN_S)
        except RedisError:
            return

    def went_through(self) -> None:
        """The platform answered, well or not; said to the others once after a failure."""
        if not self._failed_lately:
            return
        self._failed_lately = False
        try:
            self._redis.delete(self._failures, self._open)
        except RedisError:
            return


class Pace:
    """How many calls all processes together make in a second; while Redis is away each goes at its own pace."""

    def __init__(self, redis: Redis, name: str, a_second: int) -> None:
        self._redis, self._key, self._most = redis, f"linli:pace:{name}", a_second
        self._share = max(1, a_second // 20)
        self._lock, self._second, self._left = threading.Lock(), 0, 0

    def wait(self) -> None:
        """Sleeps until a second with room begins; after ten of them the call is made anyhow."""
        for _ in range(10):
            now = time.time()
            if self._room(int(now)):
                return
            time.sleep(int(now) + 1 - now)

    def _room(self, second: int) -> bool:
        """Whether this second has room for one more; a process takes a twentieth of the second at a time."""
        with self._lock:
            if self._second == second and self._left > 0:
                self._left -= 1
                return True
            key = f"{self._key}:{second}"
            try:
                calls = self._redis.pipeline()
                calls.incrby(key, self._share)
                calls.expire(key, 5)
                taken = calls.execute()[0]
            except RedisError:
                return True
            if taken > self._most + self._share - 1:
                return False
            self._second, self._left = second, self._share - 1
            return True
