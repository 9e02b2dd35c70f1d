"""The durable path against the bare echo, and against itself with a million tickets: ratios inside one run.

`python -m benchmarks.webhook [scattered] [storm] [growth] [servers]`; all four without arguments.
"""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text

from benchmarks.growth import fill
from benchmarks.load import Outcome, run
from benchmarks.messages import Text, requests, scattered, storm
from benchmarks.servers import Setup, migrated, postgres, serving, with_roster
from storage.database import Database

ROUNDS, CONNECTIONS = 5, 64
OLD_TICKETS, OPEN_TICKETS = 1_000_000, 20_000


@dataclass(frozen=True)
class Series:
    """What is written, and how much of it in one round. Nothing is handled meanwhile, so all of it stays open."""

    name: str
    text: Text
    messages: int


SCATTERED = Series("scattered", scattered, 400)
STORM = Series("one building's storm", storm, 100)


def interleaved(ports: dict[str, int], series: Series = SCATTERED, rounds: int = ROUNDS) -> dict[str, list[Outcome]]:
    """The same load on each server in turn, after a round to warm up."""
    for port in ports.values():
        run(port, requests(series.messages // 2, seed=rounds, text=series.text), CONNECTIONS)
    outcomes: dict[str, list[Outcome]] = {name: [] for name in ports}
    for number in range(rounds):
        for name, port in ports.items() if number % 2 else reversed(ports.items()):
            load = requests(series.messages, seed=number, text=series.text)
            outcomes[name].append(run(port, load, CONNECTIONS))
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


def ratio(folder: Path, urls: dict[str, str], series: Series) -> None:
    for name, url in urls.items():
        with serving("benchmarks.echo", Setup(), _sub(folder)) as echo:
            with serving("linli.web", Setup(), _sub(folder), url) as durable:
                outcomes = interleaved({"echo": echo, "durable": durable}, series)
                compare(f"{name}, {series.name}", outcomes, "durable", "echo")
                rate = 0.7 * statistics.median(outcome.throughput for outcome in outcomes["durable"])
                load = requests(min(int(rate * 10), series.messages), seed=ROUNDS + 1, text=series.text)
                calm = run(durable, load, CONNECTIONS, rate)
        pairs = zip(outcomes["durable"], outcomes["echo"], strict=True)
        by_round = " ".join(f"{own.throughput / bare.throughput:.2f}" for own, bare in pairs)
        print(f"   round by round, while the open tickets pile up: {by_round}")
        quiet = f"p50 {calm.percentile(0.5) * 1000:.0f} ms, p99 {calm.percentile(0.99) * 1000:.0f} ms"
        print(f"   at 70 % of that load ({rate:.0f}/s, {len(load)} messages) {quiet}, failures {calm.failures}")
        check(url)


FILED = 0.99
"""So many at least are filed; of the others the bot asks what is meant."""


def check(url: str) -> None:
    """Nearly every message is a ticket at a known place, and most were asked whether they are a neighbour's."""
    database = Database(url)
    with database.read() as connection:
        tickets, placed, inbound, asked = (
            connection.execute(text(f"SELECT count(*) FROM {what}")).scalar_one()
            for what in (
                "tickets", "tickets WHERE place_id IS NOT NULL", "inbound", "dialogues WHERE kind = 'join'"
            )
        )  # fmt: skip
    database.close()
    if tickets != placed or tickets < FILED * inbound:
        raise RuntimeError(f"{tickets} tickets, {placed} of them at a known place, for {inbound} messages")
    print(f"   {tickets} tickets for {inbound} messages, {asked} of them asked about a neighbour's", flush=True)


def growth(folder: Path, urls: dict[str, str], large: dict[str, str]) -> None:
    for name, url in large.items():
        database = Database(url)
        seconds = fill(database, OLD_TICKETS, OPEN_TICKETS)
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
            "SQLite": with_roster(migrated(f"sqlite:///{folder / f'bench{suffix}.db'}")),
            "PostgreSQL": with_roster(migrated(server.get_uri(f"bench{suffix}"))),
        }


def _sub(folder: Path) -> Path:
    return Path(tempfile.mkdtemp(dir=folder))


def main(wanted: set[str]) -> None:
    for part in PARTS:
        if part not in wanted:
            continue
        with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
            folder = Path(name)
            folder.chmod(0o755)
            urls = stack.enter_context(databases(folder, "small"))
            if part == "growth":
                growth(folder, urls, stack.enter_context(databases(folder, "large")))
            elif part == "servers":
                servers(folder, urls)
            else:
                ratio(folder, urls, {"scattered": SCATTERED, "storm": STORM}[part])


PARTS = ("scattered", "storm", "growth", "servers")

if __name__ == "__main__":
    main(set(sys.argv[1:]) or set(PARTS))
