"""A platform in trouble is left alone for a while: one breaker for all processes, in Redis."""

import time

from redis import Redis
from redis.exceptions import RedisError

FAILURES = 8
"""So many calls in a row that did not get through open it."""
OPEN_S = 20
"""For so long no call is made; then one tries."""
_KEEP_S = 300


class Breaker:
    """Counts calls that did not get through. While Redis is away it is closed: a fuse must not be what fails."""

    def __init__(self, redis: Redis, name: str) -> None:
        self._redis = redis
        self._failures, self._open = f"linli:breaker:{name}:failures", f"linli:breaker:{name}:open"

    def is_open(self) -> bool:
        """Whether calls are to be spared now."""
        try:
            return bool(self._redis.exists(self._open))
        except RedisError:
            return False

    def failed(self) -> None:
        """A call did not get through."""
        try:
            count = int(self._redis.incr(self._failures))
            self._redis.expire(self._failures, _KEEP_S)
            if count >= FAILURES:
                self._redis.set(self._open, str(int(time.time())), ex=OPEN_S)
        except RedisError:
            return

    def went_through(self) -> None:
        """The platform answered, well or not."""
        try:
            self._redis.delete(self._failures, self._open)
        except RedisError:
            return


class Pace:
    """How many calls all processes together make in a second; while Redis is away each goes at its own pace."""

    def __init__(self, redis: Redis, name: str, a_second: int) -> None:
        self._redis, self._key, self._most = redis, f"linli:pace:{name}", a_second

    def wait(self) -> None:
        """Sleeps until a second with room begins; after ten of them the call is made anyhow."""
        for _ in range(10):
            now = time.time()
            key = f"{self._key}:{int(now)}"
            try:
                count = int(self._redis.incr(key))
                self._redis.expire(key, 5)
            except RedisError:
                return
            if count <= self._most:
                return
            time.sleep(int(now) + 1 - now)
