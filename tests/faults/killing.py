"""A worker that is killed outright at its commits, job by job, until each job comes to its end."""

import json
import os
import signal
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from redis import Redis

from bot.api import PlatformApi
from bot.tools import Tools
from handlers.jobs import run_job
from linli.fonts import FONTS
from scheduler.registry import JOBS, LANES
from storage import keyring
from storage.files import FileStore
from tests import commands
from tests.databases import opened

if TYPE_CHECKING:
    from tests.chat import Chat

MOST_KILLS, PATIENCE_S = 200, 120
NEVER = 10_000
CLAIM_IS_FREE = timedelta(minutes=3)
"""What a dead worker held is free again after two minutes."""

IN_ORDER = [job.name for lane in LANES for job in JOBS if job.lane is lane]
"""As `linli tick` goes through them."""


@dataclass(frozen=True)
class Worker:
    """What a worker needs, as it can be handed to another process."""

    url: str
    files: str
    backups: str
    api_base: str
    app_id: str
    app_secret: str
    redis: str
    key: str
    now: str


def worker_of(chat: "Chat", url: str, folder: Path, redis: str) -> Worker:
    """One that works beside the chat, at the instant at which its clock stands, with its files in the folder."""
    from tests.conftest import SECRET_KEY  # here, for the process that is killed needs none of it

    secret = chat.platform.secret
    return Worker(
        url, str(folder / "files"), str(folder / "backups"), chat.api_base, secret.app_id, secret.app_secret, redis, SECRET_KEY,
        chat.clock().isoformat(),
    )  # fmt: skip


def work(spared: Worker, killed: Worker, plan: tuple[int, ...]) -> tuple[dict[str, int], dict[str, int]]:
    """Runs each job once in the one database, left alone, and in the other until it comes to its end, killed again and again.

    `plan`: at which commit it is killed the first time, the second time …, again from the start when all are used up. Answers how
    much each job did when it was left alone, and how often it was killed.
    """
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "told.json")
        process = commands._CONTEXT.Process(target=_both, args=(spared, killed, plan, str(told)))
        process.start()
        process.join(PATIENCE_S)
        if process.exitcode is None:
            process.kill()
        assert process.exitcode == 0, f"the jobs did not come to their end: {process.exitcode}"
        done, kills = json.loads(told.read_text())
        return done, kills


def until_done(worker: Worker, jobs: tuple[str, ...], plan: tuple[int, ...]) -> int:
    """Runs these jobs until each comes to its end, killed by the plan; answers how often that was."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "told.json")
        process = commands._CONTEXT.Process(target=_killed_at, args=(worker, jobs, plan, str(told)))
        process.start()
        process.join(PATIENCE_S)
        if process.exitcode is None:
            process.kill()
        assert process.exitcode == 0, f"the jobs did not come to their end: {process.exitcode}"
        return int(json.loads(told.read_text()))


def _killed_at(worker: Worker, jobs: tuple[str, ...], plan: tuple[int, ...], told: str) -> None:
    keyring.unlock([worker.key])
    kills = 0
    for job in jobs:
        while not _lived(worker, job, kills, plan):
            kills += 1
            assert kills < MOST_KILLS, f"{job} never comes to its end"
    Path(told).write_text(json.dumps(kills))


def _both(spared: Worker, killed: Worker, plan: tuple[int, ...], told: str) -> None:
    """First the one that is left alone, in this process: all that is forked from it afterwards has read and compiled everything."""
    keyring.unlock([spared.key])
    done = {job: _run(spared, job, datetime.fromisoformat(spared.now)) for job in IN_ORDER}
    kills = dict.fromkeys(IN_ORDER, 0)
    for job in IN_ORDER:
        while not _lived(killed, job, kills[job], plan):
            kills[job] += 1
            assert kills[job] < MOST_KILLS, f"{job} never comes to its end"
    Path(told).write_text(json.dumps((done, kills)))


def _lived(worker: Worker, job: str, killed: int, plan: tuple[int, ...]) -> bool:
    """Runs the job in a child; whether it came to its end."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            commands._die_at_commit(plan[killed % len(plan)])
            _run(worker, job, datetime.fromisoformat(worker.now) + CLAIM_IS_FREE * killed)
            status = 0
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return False
    assert os.WEXITSTATUS(status) == 0, f"{job} raised"
    return True


def _run(worker: Worker, job: str, now: datetime) -> int:
    redis = Redis.from_url(worker.redis)
    api = PlatformApi(worker.api_base, worker.app_id, worker.app_secret, redis, 10_000)
    database = opened(worker.url)
    tools = Tools(database, api, FileStore(Path(worker.files)), lambda: now, FONTS, backups=Path(worker.backups))
    done = run_job(tools, next(each for each in JOBS if each.name == job))
    database.close()
    redis.close()
    api.client._http.close()
    return done
