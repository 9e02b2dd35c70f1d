"""What slow senders at the office cost the webhook: `python -m benchmarks.starving [CONNECTIONS] [RATE]`.

The same rate of messages in turn with nobody else there, and beside so many connections that have each begun a body and
send a byte now and then; ended ones are begun anew. The ratio of the p99 counts.
"""

import multiprocessing
import random
import selectors
import socket
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from benchmarks.load import run
from benchmarks.messages import requests
from benchmarks.servers import Setup, migrated, serving, with_roster

ROUNDS, SECONDS = 6, 8
HEAD = (
    b"POST /console/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    b"Content-Length: 100000\r\n\r\na"
)


def senders(port: int, count: int, begun: object) -> None:
    """Holds so many connections until it is ended."""
    selector = selectors.DefaultSelector()
    held = 0
    while True:
        while held < count:
            with suppress(OSError):
                sent = socket.create_connection(("127.0.0.1", port), timeout=5)
                sent.sendall(HEAD)
                sent.setblocking(False)
                selector.register(sent, selectors.EVENT_READ)
            held = len(selector.get_map())
        begun.set()  # type: ignore[attr-defined]
        for key, _ in selector.select(0.1):
            selector.unregister(key.fileobj)
            key.fileobj.close()  # type: ignore[union-attr]
        for key in random.sample(list(selector.get_map().values()), 20):
            with suppress(OSError):
                key.fileobj.send(b"a")  # type: ignore[union-attr]
        held = len(selector.get_map())


def measured(port: int, rate: float, seed: int, slow: int) -> list[float]:
    """Latencies of one round, beside so many slow senders."""
    begun = multiprocessing.Event()
    other = multiprocessing.Process(target=senders, args=(port, slow, begun), daemon=True)
    if slow:
        other.start()
        begun.wait(60)
    load = requests(int(rate * SECONDS), seed=seed)
    outcome = run(port, load, 32, rate)
    if slow:
        other.terminate()
        other.join()
        time.sleep(1)
    if outcome.failures:
        raise RuntimeError(f"{outcome.failures} messages were not answered")
    return outcome.latencies


def at(share: float, latencies: list[float]) -> float:
    return sorted(latencies)[int(len(latencies) * share)] * 1000


def main(slow: int, rate: float) -> None:
    with tempfile.TemporaryDirectory() as name:
        url = with_roster(migrated(f"sqlite:///{Path(name, 'bench.db')}"))
        with serving("linli.web", Setup(), Path(name), url) as port:
            run(port, requests(200), 16)
            quiet: list[float] = []
            beside: list[float] = []
            for number in range(ROUNDS):
                for own, many in ((quiet, 0), (beside, slow))[:: 1 if number % 2 else -1]:
                    own += measured(port, rate, number, many)
    shown = ", ".join(
        f"p{share * 100:.0f} {at(share, quiet):.0f} → {at(share, beside):.0f} ms" for share in (0.5, 0.99)
    )
    print(f"{slow} slow connections at the office, {rate:.0f} messages/s: {shown}, ", end="")
    print(f"p99 ÷ quiet = {at(0.99, beside) / at(0.99, quiet):.2f} ({len(quiet)} messages each)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500, float(sys.argv[2]) if len(sys.argv) > 2 else 40)
