"""Judges the product's own figures and tells the administrators: once a fault, once when it is over."""

from collections.abc import Sequence
from datetime import datetime

import structlog
from sqlalchemy import Connection

from governance.alarms.judging import Fault, Judgement, judge
from governance.alarms.metrics import ALARMS
from governance.notices import NoticeKind
from handlers.alarms import texts
from handlers.context import Context
from handlers.jobs import Job, JobTools, Lane, in_transaction
from handlers.notices import tell
from handlers.posts import administrators
from handlers.texts import jobs as words
from storage.alarms import drop_fault, first_to_tell, keep_faults, read_figures, standing_faults
from storage.outbox_delivery import anything_due

JUDGE = "judge"
_KINDS = {True: NoticeKind.ALARM, False: NoticeKind.UPKEEP}
"""Of what is told of the grave faults, and of the others."""

log = structlog.get_logger("linli.alarms")


def judged(ctx: Context) -> Judgement:
    """How the figures are now, against the faults that stand."""
    return judge(read_figures(ctx.uow.connection, ctx.now), standing_faults(ctx.uow), ctx.now)


def faults_told(ctx: Context) -> list[Fault]:
    """Those that stand and were told, the grave ones first."""
    told = [fault for fault in standing_faults(ctx.uow).values() if fault.told_at is not None and fault.name in ALARMS]
    return sorted(told, key=lambda fault: (not ALARMS[fault.name].grave, fault.since))


def telling_due(connection: Connection, now: datetime) -> bool:
    """Whether something that was told has not gone out yet and could."""
    return anything_due(connection, now, [kind.value for kind in _KINDS.values()])


def _due(ctx: Context) -> list[str]:
    return [JUDGE] if judged(ctx).changes else []


def _judge(ctx: Context, _item: str) -> int:
    """Answers of how many it told; that one still holds is only written down."""
    found = judged(ctx)
    keep_faults(ctx.uow, found.kept)
    raised = [fault for fault in found.raised if first_to_tell(ctx.uow, fault)]
    over = [fault for fault in found.over if drop_fault(ctx.uow, fault)]
    for fault in found.gone:
        drop_fault(ctx.uow, fault)
    for what, faults in (("raised", raised), ("over", over)):
        for fault in faults:
            log.warning("alarm", what=what, figure=fault.name, value=fault.value, place=fault.place)
        _tell(ctx, faults, what)
    return len(raised) + len(over)


def _tell(ctx: Context, faults: Sequence[Fault], what: str) -> None:
    """One message of the grave ones, one of the others, which waits for the morning."""
    for grave, kind in _KINDS.items():
        these = [fault for fault in faults if ALARMS[fault.name].grave is grave]
        if these:
            said = texts.raised(these, ctx.config.zone) if what == "raised" else texts.over(these, ctx.config.zone)
            key = f"alarm:{what}:{these[0].name}:{these[0].since:%Y%m%d%H%M%S}"
            tell(ctx, administrators(ctx), key, kind, said, again=True)


ALARM_JOB: Job[JobTools] = Job("alarms", *words.ALARMS, Lane.BRIEFS, _due, in_transaction(_judge))
JOBS: tuple[Job[JobTools], ...] = (ALARM_JOB,)
