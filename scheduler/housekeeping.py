"""What is done at night: the backup, and forgetting what is past its keeping."""

from collections.abc import Callable
from datetime import timedelta

import structlog

from bot.tools import Tools
from governance.clock import local_day
from governance.periods import Daily
from handlers.context import Context
from handlers.jobs import AnyJob, Job, Lane
from handlers.periodic import due_parts
from handlers.texts import jobs as words
from storage.area_audience import forget_recipients
from storage.audit_chain import drop_before, seal, unsealed
from storage.backup import PARTIAL, write_backup
from storage.connectors.items import forget_items
from storage.connectors.mail import forget_files
from storage.connectors.out import forget_outs
from storage.connectors.subjects import forget_subjects
from storage.console.sessions import forget_sessions
from storage.data_requests import forget_copies
from storage.inbound import forget_old
from storage.job_failures import forget_stale
from storage.job_runs import PART, first_run, forget_parts
from storage.outbox import forget_finished
from storage.services import forget_services
from storage.tags import want_tags
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger("linli.jobs")
BACKUPS_KEPT = 7
BACKUP, PRUNE = "backup", "prune"
BACKUP_AT, PRUNE_AT = Daily(2, 30), Daily(3, 20)


def back_up(tools: Tools, period: str) -> int:
    """Writes today's backup, once, and drops the oldest ones, and what was left half-written before."""
    if tools.backups is None:
        return 0
    tools.backups.mkdir(parents=True, exist_ok=True)
    path = tools.backups / f"linli-{local_day(tools.clock(), tools.config.zone):%Y%m%d}.zip"
    if not path.exists():
        write_backup(tools.database, tools.files, path, tools.clock(), next(iter(tools.backup_keys), None))
    left = [each for each in tools.backups.glob(f"linli-*{PARTIAL}") if not each.name.startswith(path.name)]
    for old in (*sorted(tools.backups.glob("linli-*.zip"))[:-BACKUPS_KEPT], *left):
        old.unlink(missing_ok=True)  # another worker drops them as well
    return _done(tools, BACKUP, period)


def _in_one(forget: Callable[[Context], object]) -> Callable[[Tools], None]:
    def run(tools: Tools) -> None:
        with tools.database.write() as connection:
            ctx = Context(UnitOfWork(connection), tools.config, tools.clock(), tools.book)
            forget(ctx)
            ctx.uow.finish()

    return run


def _outbox(tools: Tools) -> None:
    forget_finished(tools.database, tools.clock(), tools.config.rules.keep_pushes_days)


def _audit(tools: Tools) -> None:
    now = tools.clock()
    with tools.database.write() as connection:
        drop_before(connection, now - timedelta(days=tools.config.rules.audit_days), now)


def _platforms(ctx: Context) -> None:
    before = ctx.now - timedelta(days=ctx.config.rules.keep_pushes_days)
    forget_items(ctx.uow, before)
    forget_outs(ctx.uow, before)
    forget_files(ctx.uow, before)
    forget_subjects(ctx.uow, before)
    forget_services(ctx.uow, before)


FORGETS: tuple[Callable[[Tools], None], ...] = (
    _in_one(lambda ctx: forget_old(ctx.uow, ctx.now, ctx.config.rules.keep_messages_days)),
    _in_one(lambda ctx: forget_copies(ctx.uow, ctx.now)),
    _in_one(lambda ctx: forget_sessions(ctx.uow, ctx.now)),
    _outbox,
    _in_one(lambda ctx: forget_recipients(ctx.uow, ctx.now - timedelta(days=ctx.config.rules.keep_pushes_days))),
    _in_one(lambda ctx: forget_stale(ctx.uow, ctx.now)),
    _in_one(lambda ctx: forget_parts(ctx.uow, ctx.now)),
    _in_one(lambda ctx: want_tags(ctx.uow, ctx.now)),
    _audit,
    _in_one(_platforms),
)
"""Inbound rows and nonces, addresses of copies, sign-ins, finished pushes, who got which
notice, failures of what is not due any more, parts of old
periods; the tags of those whose term has begun or ended, for their menu; the audit past its keeping; what came from other
platforms and went to them. Each by itself.
"""


def _unsealed(ctx: Context) -> list[str]:
    return ["chain"] if unsealed(ctx.uow) else []


def seal_audit(tools: Tools, _item: str) -> int:
    """Seals the next rows of the audit. The new head goes into the log, where nobody can write the chain anew unseen."""
    with tools.database.write() as connection:
        count, head = seal(connection)
    if head is not None and count:
        log.info("audit sealed", rows=count, head=f"{head.seq}:{head.link}")
    return count


def prune(tools: Tools, item: str) -> int:
    """Does one of them; the period itself when all are done."""
    _, _, part = item.partition(PART)
    if part:
        FORGETS[int(part)](tools)
    new = _done(tools, PRUNE, item)
    return new if part else 0


def _done(tools: Tools, job: str, item: str) -> int:
    with tools.database.write() as connection:
        return int(first_run(UnitOfWork(connection), job, item, tools.clock()))


def _no_parts(_ctx: Context) -> list[int]:
    return []


def _all_parts(_ctx: Context) -> list[int]:
    return list(range(len(FORGETS)))


JOBS: tuple[AnyJob[Tools], ...] = (
    Job(BACKUP, *words.BACKUP, Lane.BRIEFS, due_parts(BACKUP, BACKUP_AT, _no_parts), back_up, BACKUP_AT),
    Job("seal_audit", *words.SEAL_AUDIT, Lane.BRIEFS, _unsealed, seal_audit),
    Job(PRUNE, *words.PRUNE, Lane.BRIEFS, due_parts(PRUNE, PRUNE_AT, _all_parts), prune, PRUNE_AT),
)
