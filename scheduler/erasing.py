"""What the clock erases: whose data was asked to go, and what is past its keeping; and what follows outside the database."""

from datetime import timedelta

from bot.tools import Tools
from governance.periods import Daily
from handlers.context import Context
from handlers.jobs import AnyJob, Job, Lane
from handlers.periodic import due_parts
from handlers.texts import jobs as words
from storage.audit import CLOCK
from storage.data_requests import DONE, decide, erasures_due, request_by_id
from storage.erasing import erase, settle, unsettled
from storage.job_runs import PART, first_run
from storage.owed_steps import owed_fills
from storage.retention import KEEPINGS
from storage.subject import subject_of_account, subject_of_person
from storage.unit_of_work import UnitOfWork

RETENTION, RETENTION_AT = "retention", Daily(3, 40)


def _asked(ctx: Context) -> list[str]:
    """Nobody while old words still wait to be masked: who is mentioned in them is not known yet."""
    due = [str(request) for request in erasures_due(ctx.uow, ctx.now)]
    return [] if due and owed_fills(ctx.uow.connection) else due


def erase_asked(tools: Tools, item: str) -> int:
    """Erases whoever asked for it, in one transaction with the request's end."""
    now = tools.clock()
    with tools.database.write() as connection:
        uow = UnitOfWork(connection)
        request = request_by_id(uow, int(item), free=True)
        if request is None:
            return 0
        subject = None if request.person_id is None else subject_of_person(uow, request.person_id)
        if subject is None and request.account_id is not None:
            subject = subject_of_account(uow, request.account_id)
        decide(uow, request.id, DONE, None, now)
        if subject is not None:
            erase(connection, subject, CLOCK, now)
        uow.finish()
    return 1


def _unsettled(ctx: Context) -> list[str]:
    return [str(erasure) for erasure in unsettled(ctx.uow)]


def settle_erasure(tools: Tools, item: str) -> int:
    """Removes the files, and writes the ledger that a restore goes by."""
    return settle(tools.database, tools.files, tools.backups, int(item), tools.clock())


def _parts(_ctx: Context) -> list[int]:
    return list(range(len(KEEPINGS)))


def keep_no_longer(tools: Tools, item: str) -> int:
    """Drops all of one kind that is past its keeping, a step a transaction; the period itself when all kinds are done."""
    _, _, part = item.partition(PART)
    count = 0
    while part:
        keeping, now = KEEPINGS[int(part)], tools.clock()
        with tools.database.write() as connection:
            dropped = keeping.drop(connection, now - timedelta(days=keeping.days(tools.config.rules)), now)
        count += dropped
        if not dropped:
            break
    with tools.database.write() as connection:
        new = first_run(UnitOfWork(connection), RETENTION, item, tools.clock())
    return count or int(new and bool(part))


JOBS: tuple[AnyJob[Tools], ...] = (
    Job("erase_data", *words.ERASE_DATA, Lane.FILES, _asked, erase_asked),
    Job(
        RETENTION,
        *words.RETENTION,
        Lane.BRIEFS,
        due_parts(RETENTION, RETENTION_AT, _parts),
        keep_no_longer,
        RETENTION_AT,
    ),
    Job("settle_erasures", *words.SETTLE_ERASURES, Lane.FILES, _unsettled, settle_erasure),
)
