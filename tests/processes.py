"""Our commands as real processes, started and ended by a test."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil
import requests

ROOT = Path(__file__).parent.parent


def own_host() -> str:
    """A loopback address that is this process's alone, so that a free port stays free until our command takes it.

    Linux answers on all of 127.0.0.0/8, and no two living processes share a pid (22 bits at most).
    """
    pid = os.getpid()
    return f"127.{64 + (pid >> 16)}.{pid >> 8 & 255}.{pid & 255}"


def free_address() -> str:
    """Host and port where nobody listens."""
    with socket.socket() as probe:
        probe.bind((own_host(), 0))
        return f"{own_host()}:{probe.getsockname()[1]}"


def environment(**settings: str) -> dict[str, str]:
    """The machine's environment with only these settings of ours; where something listens, its figures have an own address."""
    if "LINLI_BIND" in settings:
        settings.setdefault("LINLI_METRICS_BIND", free_address())
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("LINLI_", "PROMETHEUS_"))}
    return {**clean, **settings}


@contextmanager
def command(*arguments: str, settings: dict[str, str], log: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """`linli ARGUMENTS` as it stands here, interrupted at the end."""
    with running([sys.executable, "-m", "linli", *arguments], environment(**settings), ROOT, log) as process:
        yield process


@contextmanager
def running(
    line: Sequence[str | Path], env: dict[str, str], where: Path, log: Path, *, ends: int = signal.SIGINT, patience_s: int = 20,
    stdin: int | None = None,
) -> Iterator["subprocess.Popen[bytes]"]:  # fmt: skip
    """A command line in its own process group; sent the signal at the end, and nothing of it may remain."""
    with open(log, "ab") as output:
        process = subprocess.Popen(
            line, env=env, cwd=where, stdin=stdin, stdout=output, stderr=output, start_new_session=True
        )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(ends)
        try:
            process.wait(patience_s)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise


def wait_for(url: str, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if requests.get(url, timeout=2).status_code == 200:
                return
        except requests.RequestException:
            pass
        time.sleep(0.05)
    raise AssertionError(f"{url} did not answer")


def descendants(process: "subprocess.Popen[bytes]") -> list[psutil.Process]:
    return psutil.Process(process.pid).children(recursive=True)


def using(folder: Path) -> list[str]:
    """Command lines of living processes that name the folder."""
    found = []
    for process in psutil.process_iter(["cmdline", "pid"]):
        line = " ".join(process.info["cmdline"] or [])
        if str(folder) in line and process.info["pid"] != os.getpid():
            found.append(line)
    return found
