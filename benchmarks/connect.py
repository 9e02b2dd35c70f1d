"""What a burst of another platform costs the webhook: `python -m benchmarks.connect [RECORDS] [RATE] [postgresql URL]`.

The same rate of messages in turn with nobody else there, and while so many records are posted at once; the ratio of the p99
counts. Also how long it takes until all of them are taken in, and until each has its ticket.
"""

import multiprocessing
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sqlalchemy import func, select

from benchmarks.load import run
from benchmarks.messages import AES_KEY, APP_ID, TOKEN, requests
from linli.drill.connecting import AT_ONCE, NAME, SECRET, Connection, connection
from linli.drill.plan import buildings_of
from linli.drill.records import Load, coming
from linli.sample_roster import sample_roster
from linli.settings import Settings
from simulator.envelope import Secrets
from simulator.others import Body, OtherPlatform, cloud_event, over_http, read_cloud_event
from storage.models import ConnectorLink

ROUNDS, SECONDS, REST_S = 3, 12, 60


def burst(base: str, bodies: list[Body], took: "multiprocessing.Queue[float]") -> None:
    """All of them, one a body, over a few connections; in a process of its own, so that the load's is not slowed."""
    them = _them(base)
    begun = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        statuses = set(pool.map(lambda body: them.sends_all([body])[0], bodies))
    if statuses != {202}:
        raise RuntimeError(f"not all were taken: {statuses}")
    took.put(time.perf_counter() - begun)


def _them(base: str) -> OtherPlatform:
    from datetime import UTC, datetime

    return OtherPlatform(
        NAME, SECRET, over_http(base), lambda: datetime.now(UTC), cloud_event("burst"), read_cloud_event,
        "application/cloudevents-batch+json",
    )  # fmt: skip


def measured(found: Connection, rate: float, seed: int, bodies: list[Body]) -> tuple[list[float], float, float]:
    """Latencies of one round beside these records, and the seconds until they were taken in and until each was a ticket."""
    took: multiprocessing.Queue[float] = multiprocessing.Queue()
    before, begun = _linked(found), time.perf_counter()
    other = multiprocessing.Process(target=burst, args=(found.processes.base, bodies, took))
    if bodies:
        other.start()
    port = int(found.processes.base.rpartition(":")[2])
    outcome = run(port, requests(int(rate * SECONDS), seed=seed), 32, rate)
    if outcome.failures:
        raise RuntimeError(f"{outcome.failures} messages were not answered")
    if not bodies:
        return outcome.latencies, 0.0, 0.0
    other.join()
    while _linked(found) - before < len(bodies) and time.perf_counter() - begun < REST_S:
        time.sleep(0.1)
    return outcome.latencies, took.get(timeout=1), time.perf_counter() - begun


def _linked(found: Connection) -> int:
    with found.database.read() as reading:
        return int(reading.execute(select(func.count()).where(ConnectorLink.theirs.is_not(None))).scalar_one())


def main(records: int, rate: float, url: str) -> None:
    """Prints the figures."""
    account, quiet, beside, taken, worked = Secrets(TOKEN, AES_KEY, APP_ID, "s" * 32), [], [], [], []
    settings = Settings(_env_file=None, database_url=url)
    with tempfile.TemporaryDirectory() as folder, connection(settings, Path(folder), account) as found:
        places = buildings_of(sample_roster())
        all_bodies = [
            each.body for each in coming(_them(""), Load(records * ROUNDS * 2, 0, 0), places, 3) if each.first
        ]
        measured(found, rate, 99, [])
        for number in range(ROUNDS):
            for own, bodies in ((quiet, []), (beside, all_bodies[number * records : (number + 1) * records])):
                latencies, came, done = measured(found, rate, number, bodies)
                own += latencies
                if bodies:
                    taken.append(came)
                    worked.append(done)
                print(
                    f"{len(bodies)} records: p99 {_at(0.99, latencies):.0f} ms, {came:.1f} s, {done:.1f} s",
                    file=sys.stderr,
                )
                time.sleep(5)
    shown = ", ".join(
        f"p{int(share * 100)} {_at(share, quiet):.0f} → {_at(share, beside):.0f} ms" for share in (0.5, 0.99)
    )
    print(f"{records} records at once, {rate:.0f} messages/s: {shown}, ", end="")
    print(f"p99 ÷ quiet = {_at(0.99, beside) / _at(0.99, quiet):.2f} ({len(quiet)} messages each)")
    print(f"taken in after {max(taken):.1f} s at most, worked off after {max(worked):.1f} s at most")


def _at(share: float, latencies: list[float]) -> float:
    return sorted(latencies)[int(len(latencies) * share)] * 1000


if __name__ == "__main__":
    arguments = [*sys.argv[1:], *("1000", "20", "")[len(sys.argv) - 1 :]]
    main(int(arguments[0]), float(arguments[1]), arguments[2])
