"""The durable path against the bare echo, and against itself with a million tickets: ratios inside one run.

`python -m benchmarks.webhook [ratio] [growth] [servers]`; all three without arguments.
"""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from benchmarks.growth import fill
from benchmarks.load import Outcome, run
from benchmarks.messages import requests
from benchmarks.servers import Setup, migrated, postgres, serving
from storage.database import Database

ROUNDS, MESSAGES, CONNECTIONS = 7, 6_000, 128
OLD_TICKETS, OLD_ACCOUNTS = 1_000_000, 20_000


def interleaved(ports: dict[str, int], rounds: int = ROUNDS) -> dict[str, list[Outcome]]:
    """The same load on each server in turn, after a round to warm up."""
    for port in ports.values():
        run(port, requests(2_000), CONNECTIONS)
    outcomes: dict[str, list[Outcome]] = {name: [] for name in ports}
    for number in range(rounds):
        for name, port in ports.items() if number % 2 else reversed(ports.items()):
            outcomes[name].append(run(port, requests(MESSAGES, seed=number), CONNECTIONS))
    failures = sum(outcome.failures for of_one in outcomes.values() for outcome in of_one)
    if failures:
        raise RuntimeError(f"{failures} requests failed")
    return outcomes


def compare(title: str, outcomes: dict[str, list[Outcome]], top: str, bottom: str) -> None:
    pairs = zip(outcomes[top], outcomes[bottom], strict=True)
    ratios = sorted(a.throughput / b.throughput for a, b in pairs)
    figures = "  ".join(
        f"{name} {statistics.median(o.throughput for o in outcomes[name]):.0f}/s" for name in (bottom, top)
    )
    print(
        f"{title}: {top} ÷ {bottom} = {statistics.median(ratios):.2f} [{ratios[0]:.2f} … {ratios[-1]:.2f}]  ({figures})"
    )
    sys.stdout.flush()


def ratio(folder: Path, urls: dict[str, str]) -> None:
    for name, url in urls.items():
        with serving("benchmarks.echo", Setup(), _sub(folder)) as echo:
            with serving("linli.web", Setup(), _sub(folder), url) as durable:
                outcomes = interleaved({"echo": echo, "durable": durable})
                compare(name, outcomes, "durable", "echo")
                rate = 0.7 * statistics.median(o.throughput for o in outcomes["durable"])
                calm = run(durable, requests(int(rate * 10)), CONNECTIONS, rate)
        quiet = f"p50 {calm.percentile(0.5) * 1000:.0f} ms, p99 {calm.percentile(0.99) * 1000:.0f} ms"
        print(f"{name}: at 70 % of that load ({rate:.0f}/s for 10 s) {quiet}, failures {calm.failures}")
        check(url)


def check(url: str) -> None:
    """Every answered message is a ticket."""
    from sqlalchemy import text

    database = Database(url)
    with database.read() as connection:
        tickets = connection.execute(text("SELECT count(*) FROM tickets")).scalar_one()
        inbound = connection.execute(text("SELECT count(*) FROM inbound")).scalar_one()
    database.close()
    print(f"   {tickets} tickets for {inbound} messages")


def growth(folder: Path, urls: dict[str, str], large: dict[str, str]) -> None:
    for name, url in large.items():
        database = Database(url)
        seconds = fill(database, OLD_TICKETS, OLD_ACCOUNTS)
        database.close()
        print(f"{name}: {OLD_TICKETS} tickets written in {seconds:.0f} s")
        with serving("linli.web", Setup(), _sub(folder), urls[name]) as empty:
            with serving("linli.web", Setup(), _sub(folder), url) as full:
                compare(f"{name}, growth", interleaved({"none": empty, "million": full}), "million", "none")


def servers(folder: Path, urls: dict[str, str]) -> None:
    setups = {
        f"{server}-{threads}": Setup(threads=threads, server=server)
        for server in ("granian", "gunicorn")
        for threads in (32, 64)
    }
    for application, url in (("benchmarks.echo", ""), ("linli.web", urls["SQLite"])):
        with ExitStack() as stack:
            ports = {
                name: stack.enter_context(serving(application, setup, _sub(folder), url))
                for name, setup in setups.items()
            }
            for name, outcomes in interleaved(ports, rounds=3).items():
                speed = statistics.median(o.throughput for o in outcomes)
                slow = statistics.median(o.percentile(0.99) for o in outcomes)
                print(f"{application} on {name}: {speed:.0f}/s, p99 {slow * 1000:.0f} ms at full load")


@contextmanager
def databases(folder: Path, suffix: str) -> Iterator[dict[str, str]]:
    with postgres(folder) as server:
        server.psql(f"CREATE DATABASE bench{suffix};")
        yield {
            "SQLite": migrated(f"sqlite:///{folder / f'bench{suffix}.db'}"),
            "PostgreSQL": migrated(server.get_uri(f"bench{suffix}")),
        }


def _sub(folder: Path) -> Path:
    return Path(tempfile.mkdtemp(dir=folder))


def main(wanted: set[str]) -> None:
    for part in ("ratio", "growth", "servers"):
        if part not in wanted:
            continue
        with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
            folder = Path(name)
            folder.chmod(0o755)
            urls = stack.enter_context(databases(folder, "small"))
            if part == "growth":
                growth(folder, urls, stack.enter_context(databases(folder, "large")))
            else:
                {"ratio": ratio, "servers": servers}[part](folder, urls)


if __name__ == "__main__":
    main(set(sys.argv[1:]) or {"ratio", "growth", "servers"})
