"""How long after its start the product answers, and what that takes: `python -m benchmarks.start [up|web] [ROUNDS]`.

Seconds by the wall say what this machine was doing besides; the processor time of all our processes is the figure to compare.
Each round begins anew over the same database of the example roster; Valkey is one of our processes.
"""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.messages import AES_KEY, APP_ID, TOKEN, requests
from benchmarks.servers import ROOT, SECRET_KEY, free_port, migrated, with_roster

PATIENCE_S, AT_REST_S, MESSAGES = 120, 10, 10
MB = 2**20


@dataclass(frozen=True)
class Round:
    """One start. Seconds, but for messages and pages: milliseconds; megabytes of each process, proportional."""

    ready: float
    processor: float
    first: float
    later: float
    page: float
    page_again: float
    memory: dict[str, float]


def measured(part: str, folder: Path, seed: int) -> Round:
    """Starts `linli PART` over what lies in the folder, asks for what a first morning asks for, and ends it."""
    port, sent = free_port(), requests(MESSAGES, seed)
    begun = time.monotonic()
    with open(folder / "server.log", "ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "linli", part], env=_environment(folder, port), cwd=ROOT, stdout=log, stderr=log
        )
    try:
        _wait(port, process)
        ready, processor = time.monotonic() - begun, sum(_taken(each) for each in _all(process))
        took = [_answered(port, each) for each in sent]
        pages = [_page(port) for _ in range(4)]
        time.sleep(AT_REST_S)
        memory = {f"{_name(each)} {each.pid}": each.memory_full_info().pss / MB for each in _all(process)}
    finally:
        process.terminate()
        process.wait(30)
    return Round(ready, processor, took[0], statistics.median(took[1:]), pages[0], min(pages[1:]), memory)


def _environment(folder: Path, port: int) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **clean,
        "LINLI_WECHAT_TOKEN": TOKEN, "LINLI_WECHAT_AES_KEY": AES_KEY, "LINLI_WECHAT_APP_ID": APP_ID,
        "LINLI_BIND": f"127.0.0.1:{port}", "LINLI_METRICS_BIND": f"127.0.0.1:{free_port()}",
        "LINLI_DATA_DIR": str(folder), "LINLI_SECRET_KEY": SECRET_KEY,
    }  # fmt: skip


def _wait(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Until /readyz answers 200; looks a hundred times a second, which costs us and not them."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if _asked(port, "/readyz") == 200:
                return
        except (OSError, http.client.HTTPException):
            pass
        time.sleep(0.01)
    raise RuntimeError("it does not answer: see server.log")


def _asked(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


def _page(port: int) -> float:
    begun = time.monotonic()
    _asked(port, "/console/sign-in")
    return (time.monotonic() - begun) * 1000


def _answered(port: int, request: bytes) -> float:
    """Milliseconds until a message is answered, over a connection of its own."""
    begun = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), 30) as connection:
        connection.sendall(request)
        head = connection.recv(65_536)
    if b" 200 " not in head.partition(b"\r\n")[0]:
        raise RuntimeError(head.decode(errors="replace"))
    return (time.monotonic() - begun) * 1000


def _all(process: "subprocess.Popen[bytes]") -> list[psutil.Process]:
    top = psutil.Process(process.pid)
    return [top, *top.children(recursive=True)]


def _taken(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system + times.children_user + times.children_system


def _name(process: psutil.Process) -> str:
    return " ".join(process.cmdline()[-1:]) or process.name()


def main(part: str, rounds: int) -> None:
    """Prints the figures of each round and their medians."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with_roster(migrated(f"sqlite:///{folder / 'linli.db'}"))
        found = []
        for number in range(rounds):
            found.append(measured(part, folder, number + 1))
            print(_shown(found[-1]), flush=True)
    for process, size in found[-1].memory.items():
        print(f"  {process}: {size:.0f} MB")
    print(f"linli {part}, median of {rounds}: ", end="")
    middle = [statistics.median(getattr(each, what) for each in found) for what in Round.__match_args__[:-1]]
    print(_shown(Round(*middle, found[-1].memory)))


def _shown(found: Round) -> str:
    return (
        f"ready after {found.ready:.2f} s, {found.processor:.2f} s of processor time; "
        f"first message {found.first:.0f} ms, later {found.later:.0f}; "
        f"first page {found.page:.0f} ms, later {found.page_again:.0f}; "
        f"memory {sum(found.memory.values()):.0f} MB, the largest process {max(found.memory.values()):.0f}"
    )


if __name__ == "__main__":
    arguments = [*sys.argv[1:], *("up", "5")[len(sys.argv) - 1 :]]
    main(arguments[0], int(arguments[1]))
