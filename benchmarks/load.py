"""A small closed- and open-loop HTTP load generator: pre-built requests over kept-alive connections, one thread.

Cheap on purpose (a few tens of microseconds a request), since it shares the machine with the server.
"""

import selectors
import socket
import time
from collections import deque
from dataclasses import dataclass, field

LONGEST_S = 180
"""No run lasts longer, whatever the server does."""


@dataclass
class Outcome:
    """What a run gave: latencies in seconds, bodies of answers when asked for, failures, and how long it took."""

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)
    failures: int = 0

    @property
    def throughput(self) -> float:
        return len(self.latencies) / self.seconds if self.seconds else 0.0

    def percentile(self, share: float) -> float:
        ordered = sorted(self.latencies)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


class _Connection:
    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer = b""
        self.due = 0.0

    def send(self, request: bytes, due: float) -> None:
        self.due = due
        self.socket.sendall(request)

    def answered(self) -> int | None:
        """The status when the whole answer is here, None while it is not."""
        self.buffer += self.socket.recv(65536)
        head, separator, body = self.buffer.partition(b"\r\n\r\n")
        if not separator:
            return None
        lowered = head.lower()
        at = lowered.find(b"content-length:")
        length = int(lowered[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0
        if len(body) < length:
            return None
        self.buffer = b""
        return int(head[9:12])


def run(port: int, requests: list[bytes], connections: int, rate: float | None = None) -> Outcome:
    """Sends all requests once. `rate` None: as fast as answers come; else that many a second, latency from the due time."""
    outcome = Outcome()
    selector = selectors.DefaultSelector()
    idle: deque[_Connection] = deque()
    for _ in range(connections):
        connection = _Connection(port)
        selector.register(connection.socket, selectors.EVENT_READ, connection)
        idle.append(connection)
    started = time.perf_counter()
    sent = done = 0
    total = len(requests)
    while done < total:
        now = time.perf_counter()
        if now - started > LONGEST_S:
            raise TimeoutError(f"{done} of {total} answers in {LONGEST_S} s")
        while idle and sent < total:
            due = started + sent / rate if rate else now
            if due > now:
                break
            idle.popleft().send(requests[sent], due)
            sent += 1
        wait = max(0.0, started + sent / rate - now) if rate and sent < total and idle else 5.0
        for key, _ in selector.select(wait):
            connection = key.data
            status = connection.answered()
            if status is None:
                continue
            done += 1
            outcome.latencies.append(time.perf_counter() - connection.due)
            outcome.failures += status != 200
            idle.append(connection)
    outcome.seconds = time.perf_counter() - started
    for key in list(selector.get_map().values()):
        key.data.socket.close()
    selector.close()
    return outcome
