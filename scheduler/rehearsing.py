"""Each week the newest backup is restored, for practice: into a database of its own, which goes again."""

import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.tools import Tools
from governance.notices import NoticeKind
from governance.periods import Daily
from handlers.alarms import texts
from handlers.context import Context
from handlers.jobs import AnyJob, Job, Lane
from handlers.notices import tell
from handlers.periodic import due_parts
from handlers.posts import administrators
from handlers.texts import jobs as words
from storage.backup import erasures_known, read_backup, verify_backup
from storage.database import Database
from storage.erasing import LEDGER
from storage.errors import NotABackup, OtherVersion, WrongBackupKey
from storage.files import FileStore
from storage.job_runs import first_run
from storage.schema import differences, upgrade
from storage.unit_of_work import UnitOfWork

REHEARSAL, REHEARSED = "rehearsal", "rehearsed"
"""The job, and under what it stands that it went well."""
AT = Daily(4, 30, weekday=6)
_FOLDER, LEFT_FOR_S = ".rehearsal-", 6 * 3600


@dataclass(frozen=True)
class Rehearsal:
    """What became of it: in words, and whether it went well."""

    passed: bool
    said: str


def rehearse(tools: Tools, period: str) -> int:
    """Restores the newest backup beside the product, and tells the administrators; answers 1 where there was one."""
    found = _newest(tools.backups)
    outcome = None if found is None else _tried(tools, found)
    with tools.database.write() as connection:
        ctx = Context(UnitOfWork(connection), tools.config, tools.clock(), tools.book)
        new = first_run(ctx.uow, REHEARSAL, period, ctx.now)
        if outcome is None or not new:
            return 0
        if outcome.passed:
            first_run(ctx.uow, REHEARSED, period, ctx.now)
        tell(ctx, administrators(ctx), f"rehearsal:{period}", NoticeKind.UPKEEP, outcome.said, again=True)
        ctx.uow.finish()
    tools.wake()
    return 1


def _newest(folder: Path | None) -> Path | None:
    found = sorted(folder.glob("linli-*.zip")) if folder is not None and folder.exists() else []
    return found[-1] if found else None


def _tried(tools: Tools, backup: Path) -> Rehearsal:
    begun = time.monotonic()
    try:
        rows, tickets, files = _restored(tools, backup)
    except NotABackup:
        return Rehearsal(False, texts.REHEARSAL_BROKEN.format(name=backup.name))
    except WrongBackupKey:
        return Rehearsal(False, texts.REHEARSAL_KEY.format(name=backup.name))
    except OtherVersion as error:
        return Rehearsal(False, texts.REHEARSAL_VERSION.format(name=backup.name, version=error))
    seconds = max(round(time.monotonic() - begun), 1)
    said = texts.REHEARSED.format(name=backup.name, rows=rows, tickets=tickets, files=files, seconds=seconds)
    return Rehearsal(True, said)


def _restored(tools: Tools, backup: Path) -> tuple[int, int, int]:
    """Rows, tickets and files that were there again; whom the ledger names is erased, as in earnest."""
    known = verify_backup(backup, tools.backup_keys)
    ledger = backup.parent / LEDGER
    erased = erasures_known(ledger) if ledger.exists() else []
    for left in backup.parent.glob(f"{_FOLDER}*"):  # by a process that was killed
        if time.time() - left.stat().st_mtime > LEFT_FOR_S:
            shutil.rmtree(left, ignore_errors=True)
    with TemporaryDirectory(prefix=_FOLDER, dir=backup.parent) as folder:
        database = Database(f"sqlite:///{Path(folder) / 'linli.db'}")
        try:
            upgrade(database)
            files = FileStore(Path(folder) / "files")
            counts = read_backup(database, files, backup, erased, tools.backup_keys)
            if counts != known.counts or differences(database):
                raise NotABackup
        finally:
            database.close()
    return sum(counts.values()), counts["tickets"], known.files


def _nothing(_ctx: Context) -> list[int]:
    return []


JOBS: tuple[AnyJob[Tools], ...] = (
    Job(REHEARSAL, *words.REHEARSAL, Lane.FILES, due_parts(REHEARSAL, AT, _nothing), rehearse, AT),
)
