"""The product as real processes over a folder of its own: `linli up`, which starts again what was killed."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from linli.drill.texts import NOT_STARTED
from linli.errors import Stop
from linli.parts import die_with_parent
from linli.ports import free_port
from linli.settings import Settings
from simulator.others import is_ready

START_S, END_S, LOOK_S = 60, 30, 0.1
WORKER, WEB = r"linli worker$", r"^\S*granian|linli web$"
"""What a process is known by in the machine's list."""


class Processes:
    """What was started: where it answers, and how often a part of it was killed."""

    def __init__(self, supervisor: "subprocess.Popen[bytes]", base: str, log: Path) -> None:
        self._supervisor, self._log = supervisor, log
        self.base, self.killed = base, 0

    def kill(self, part: str) -> None:
        """Ends a part outright, as soon as it runs again after the last time."""
        deadline = time.monotonic() + START_S
        while time.monotonic() < deadline:
            for pid in _children(self._supervisor.pid, part):
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
                    self.killed += 1
                    return
            time.sleep(LOOK_S)

    def wait_until_ready(self) -> None:
        """Until the web processes answer. Raises Stop when they don't."""
        deadline = time.monotonic() + START_S
        while time.monotonic() < deadline and self._supervisor.poll() is None:
            if is_ready(self.base):
                return
            time.sleep(LOOK_S)
        raise Stop(NOT_STARTED.format(log=self._log.read_text("utf-8", "replace")[-300:]))


@contextmanager
def running(settings: Settings, folder: Path) -> Iterator[Processes]:
    """All of it with these settings, in the drill's folder, where no `.env` of the real product lies."""
    port, log = free_port(), folder / "up.log"
    environment = _environment(settings, f"127.0.0.1:{port}", f"127.0.0.1:{free_port()}")
    with open(log, "ab") as output:
        supervisor = subprocess.Popen(
            [sys.executable, "-m", "linli", "up"], env=environment, cwd=folder, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=output, stderr=output, preexec_fn=die_with_parent,
        )  # fmt: skip
    try:
        found = Processes(supervisor, f"http://127.0.0.1:{port}", log)
        found.wait_until_ready()
        yield found
    finally:
        supervisor.terminate()
        try:
            supervisor.wait(END_S)
        except subprocess.TimeoutExpired:
            supervisor.kill()
            supervisor.wait()


def _children(parent: int, part: str) -> list[int]:
    """The numbers of its processes that are this part."""
    listed = subprocess.run(["ps", "-axo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    rows = (line.split(maxsplit=2) for line in listed.splitlines())
    return [int(row[0]) for row in rows if len(row) == 3 and int(row[1]) == parent and re.search(part, row[2].strip())]


def _environment(settings: Settings, bind: str, figures: str) -> dict[str, str]:
    """The machine's, with these settings and no others of ours."""
    chosen = {
        **settings.model_dump(), "bind": bind, "metrics_bind": figures, "database_url": settings.sqlalchemy_url,
        "rules": settings.rules and settings.rules.absolute(),
        "connectors": settings.connectors and settings.connectors.absolute(),
    }  # fmt: skip
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("LINLI_", "PROMETHEUS_"))}
    return clean | {f"LINLI_{key.upper()}": str(value) for key, value in chosen.items() if value not in (None, "")}
