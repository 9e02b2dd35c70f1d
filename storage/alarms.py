"""Faults that stand, and the figures of the database by which they are judged."""

import time
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    String,
    and_,
    column,
    delete,
    extract,
    func,
    or_,
    select,
    table,
    update,
)
from sqlalchemy.exc import DBAPIError

from governance.alarms.judging import Fault, Reading
from governance.tickets.states import TicketState
from governance.tickets.urgency import Urgency
from storage.beats import read_beats
from storage.models import AlarmFault, Deadline, JobFailure, JobRun, Outbox, Ticket
from storage.once import insert_once
from storage.outbox_rows import of_danger
from storage.unit_of_work import UnitOfWork

_CALLED = {"backup": "backup", "rehearsed": "rehearsal"}
"""Jobs whose last run is a figure, and its name."""
REFUSED_LATELY = timedelta(hours=1)
_WAITS = Outbox.state == "waiting"
_REFUSED_TEMPLATE = or_(Outbox.last_error.contains("40037"), Outbox.last_error.contains("47003"))
_NOBODYS = and_(
    Ticket.ended_at.is_(None), Ticket.assignee_id.is_(None),
    Ticket.state.in_((TicketState.REPORTED.value, TicketState.ACCEPTED.value, TicketState.RETURNED.value)),
)  # fmt: skip
_STANDBYS, _SLOTS = (
    table("pg_stat_replication", column("replay_lsn")),
    table("pg_replication_slots", column("active", Boolean), column("slot_type", String)),
)
_LAG = select(func.max(func.pg_wal_lsn_diff(func.pg_current_wal_lsn(), _STANDBYS.c.replay_lsn)))
_IDLE = select(func.count()).select_from(_SLOTS).where(~_SLOTS.c.active, _SLOTS.c.slot_type == "physical")


def read_figures(connection: Connection, now: datetime) -> dict[str, Reading]:
    """All figures of METRICS that can be read here and now, and what the processes have said of themselves."""
    values: dict[str, float] = {"linli_database_up": 1}
    values |= _pushes(connection, now) | _tickets(connection, now) | _jobs(connection, now)
    if connection.dialect.name == "postgresql":
        values |= _server(connection)
    return {name: Reading(float(value)) for name, value in values.items()} | read_beats(connection, now)


def _pushes(connection: Connection, now: datetime) -> dict[str, float]:
    due = and_(Outbox.not_before <= now, Outbox.held.is_(None))
    waiting = connection.execute(
        select(
            func.count().label("owed"), func.min(Outbox.created_at).label("oldest"),
            func.min(Outbox.not_before).filter(due).label("due"),
            func.min(Outbox.not_before).filter(due, of_danger(Outbox)).label("danger"),
            func.count().filter(_away()).label("refusing"),
        ).where(_WAITS)
    ).one()  # fmt: skip
    templates = select(func.count()).where(
        Outbox.state == "kept", Outbox.not_before > now - REFUSED_LATELY, _REFUSED_TEMPLATE
    )
    return {
        "linli_pushes_owed": waiting.owed, "linli_push_oldest_seconds": _age(waiting.oldest, now),
        "linli_push_due_seconds": _age(waiting.due, now), "linli_danger_push_due_seconds": _age(waiting.danger, now),
        "linli_platform_refusing": waiting.refusing,
        "linli_templates_refused": connection.execute(templates).scalar_one(),
    }  # fmt: skip


def _away() -> ColumnElement[bool]:
    """What waits because the platform did not take it; not what waits for the morning, or for its picture."""
    said = Outbox.last_error
    return and_(said.is_not(None), Outbox.held.is_(None), said.not_like("picture%"), said != "failed")


def _tickets(connection: Connection, now: datetime) -> dict[str, float]:
    danger = Ticket.urgency == Urgency.HAZARD.value
    nobodys = connection.execute(
        select(func.count().label("count"), func.min(Ticket.opened_at).filter(danger).label("danger")).where(_NOBODYS)
    ).one()
    open_ones = and_(Deadline.met_at.is_(None), Deadline.dropped_at.is_(None))
    promises = connection.execute(
        select(
            func.count().filter(Deadline.breached_at.is_(None), Deadline.stage >= 2).label("risk"),
            func.count().filter(Deadline.breached_at.is_not(None)).label("broken"),
        ).where(open_ones)
    ).one()
    return {
        "linli_tickets_unowned": nobodys.count, "linli_unowned_danger_seconds": _age(nobodys.danger, now),
        "linli_promises_at_risk": promises.risk, "linli_promises_broken": promises.broken,
    }  # fmt: skip


def _jobs(connection: Connection, now: datetime) -> dict[str, float]:
    aside = select(func.count()).where(JobFailure.set_aside_at.is_not(None))
    failing = select(func.max(JobFailure.attempts)).where(JobFailure.job == "backup")
    last = select(JobRun.job, func.max(JobRun.at).label("at")).where(JobRun.job.in_(tuple(_CALLED)))
    ages = {row.job: _age(row.at, now) for row in connection.execute(last.group_by(JobRun.job))}
    return {
        "linli_jobs_set_aside": connection.execute(aside).scalar_one(),
        "linli_backup_failing": connection.execute(failing).scalar() or 0,
        **{f"linli_{_CALLED[job]}_age_seconds": age for job, age in ages.items()},
    }


def _server(connection: Connection) -> dict[str, float]:
    """How far standbys lag, where this user may see it, and how far the server's clock is from ours."""
    off = float(connection.execute(select(extract("epoch", func.clock_timestamp()))).scalar_one()) - time.time()
    found: dict[str, float] = {"linli_clock_off_seconds": abs(off)}
    try:
        with connection.begin_nested():
            lag, idle = connection.execute(_LAG).scalar(), connection.execute(_IDLE).scalar_one()
    except DBAPIError:
        return found
    found["linli_standby_slots_idle"] = idle
    return found if lag is None else found | {"linli_standby_lag_bytes": float(lag)}


def _age(since: datetime | None, now: datetime) -> float:
    return 0.0 if since is None else max((now - since).total_seconds(), 0.0)


def standing_faults(uow: UnitOfWork) -> dict[str, Fault]:
    """Those that stand, by the name of their figure."""
    return {row.name: Fault(**row._mapping) for row in uow.execute(select(AlarmFault.__table__))}


def keep_faults(uow: UnitOfWork, faults: Iterable[Fault]) -> None:
    """Notes faults that nobody has to be told of now."""
    for fault in faults:
        if not insert_once(uow, AlarmFault, **vars(fault)):
            values = {"since": fault.since, "seen_at": fault.seen_at, "value": fault.value, "place": fault.place}
            uow.execute(update(AlarmFault).where(AlarmFault.name == fault.name).values(**values))


def first_to_tell(uow: UnitOfWork, fault: Fault) -> bool:
    """Notes that a fault is told; False when somebody else has told it."""
    untold = (AlarmFault.name == fault.name, AlarmFault.told_at.is_(None))
    return uow.execute(update(AlarmFault).where(*untold).values(told_at=fault.told_at)).rowcount == 1


def drop_fault(uow: UnitOfWork, fault: Fault) -> bool:
    """It is over; False when somebody else has seen that."""
    return uow.execute(delete(AlarmFault).where(AlarmFault.name == fault.name)).rowcount == 1
