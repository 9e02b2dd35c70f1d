"""Our command line as an operator runs it: a process of its own for each command, forked from one that has read the code."""

import multiprocessing
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from types import SimpleNamespace

from sqlalchemy import Connection, Engine, event

from linli.__main__ import COMMANDS

DIE_AT_COMMIT = "DIE_AT_COMMIT"
"""Set in `env`: at which of its commits the command is killed."""
CLOCK = "CLOCK"
"""Set in `env`: the instant at which the command's clock stands, ISO 8601 with its offset."""
ROOT = Path(__file__).parent.parent
READ_BEFOREHAND = [
    "linli.__main__", "linli.doctor", "storage.flat_files", "linli.month_report", "linli.roster_export", "handlers.roster_lines",
    "linli.sample_roster", "linli.wiring", "handlers.roster", "storage.schema", "storage.backup", "openpyxl", "fpdf",
    "scheduler.registry", "linli.web_app", "linli.booklet", "bot.booklet_pdf", "linli.qr_sheets", "holidays.countries.china",
    "handlers.duty.plan_import", "sqlalchemy.dialects.sqlite", "sqlalchemy.dialects.postgresql.psycopg", "psycopg",
    "alembic.command", "alembic.autogenerate", "handlers.office.passwords", "zxcvbn",
    *sorted({each.module for each in COMMANDS.values()}),
]  # fmt: skip


@dataclass(frozen=True)
class Finished:
    """How a command ended and what it wrote."""

    returncode: int
    stdout: str
    stderr: str


def _context() -> ForkServerContext:
    assert all(map(find_spec, READ_BEFOREHAND)), (
        "what is not there would be passed over in silence, and every command be slow"
    )
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(READ_BEFOREHAND)
    return context


_CONTEXT = _context()


def _run(arguments: tuple[str, ...], env: dict[str, str], folder: str, where: str) -> None:
    """In the new process: its own environment, folder, input and output, then the command."""
    os.environ.clear()
    os.environ.update(env)
    os.chdir(where)
    for number, name in ((0, f"{folder}/in"), (1, f"{folder}/out"), (2, f"{folder}/err")):
        file = os.open(name, os.O_RDWR | os.O_CREAT)
        os.dup2(file, number)
        os.close(file)
    sys.stdin = os.fdopen(0, encoding="utf-8")
    sys.stdout, sys.stderr = os.fdopen(1, "w", encoding="utf-8"), os.fdopen(2, "w", encoding="utf-8")
    from linli.__main__ import main

    _die_at_commit(int(env.get(DIE_AT_COMMIT, "0")))
    if CLOCK in env:
        _stop_clock(datetime.fromisoformat(env[CLOCK]))
    main(list(arguments), prog_name="linli")


def _stop_clock(instant: datetime) -> None:
    """Lets the one place that reads the machine's clock read this instant."""
    import linli.clock

    linli.clock.datetime = SimpleNamespace(now=instant.astimezone)  # type: ignore[misc, assignment]


def _die_at_commit(number: int) -> None:
    """Kills this process outright just before its n-th commit of something written: what came before is there, the rest is not."""
    left = [number]

    def count(connection: Connection) -> None:
        left[0] -= connection.get_execution_options().get("linli_write", False)
        if left[0] <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    if number:
        event.listen(Engine, "commit", count)


def forked(does: Callable[..., None], *arguments: str) -> ForkServerProcess:
    """A running process of its own that does this and nothing else."""
    process = _CONTEXT.Process(target=does, args=arguments)
    process.start()
    return process


def linli(
    *arguments: str, env: dict[str, str], timeout: float = 60, typed: str = "", where: Path = ROOT
) -> Finished:  # fmt: skip
    """Runs our command line as an operator would: `typed` is what comes in by standard input, `where` the folder they are in."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("LINLI_")}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "in").write_text(typed, encoding="utf-8")
        process = _CONTEXT.Process(target=_run, args=(arguments, {**clean, **env}, folder, str(where)))
        process.start()
        process.join(timeout)
        if process.exitcode is None:
            process.kill()
            process.join()
            raise AssertionError(f"linli {' '.join(arguments)} did not end")
        out, err = (Path(folder, name).read_text(encoding="utf-8") for name in ("out", "err"))
        return Finished(process.exitcode, out, err)
