"""Calls for help with a ticket at once: made, locked, taken, and ended."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from governance.projects.take_on import CallState
from storage.lock_order import Lock
from storage.models import Outbox, TakeOnCall
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class CallRow:
    """A call for help. `stage`: so many stages are done. Instants are UTC."""

    id: int
    ticket_number: str
    note: str | None
    state: CallState
    stage: int
    next_at: datetime | None
    called_by: int | None
    called_at: datetime
    taken_by: int | None
    organisation_id: int | None
    taken_at: datetime | None


_CALLS = select(TakeOnCall.__table__)
_RUNS = TakeOnCall.state == CallState.CALLING.value
KEY = "takeon:{id}:"
"""What the keys of all pushes of a call begin with."""


def _read(rows: Any) -> list[CallRow]:
    return [CallRow(**{**row._mapping, "state": CallState(row.state)}) for row in rows]


def make_call(
    uow: UnitOfWork, ticket: str, note: str | None, called_by: int | None, now: datetime, next_at: datetime
) -> CallRow | None:
    """Writes a call whose first stage comes at once; None where one runs for the ticket already."""
    row = {"ticket_number": ticket, "note": note, "called_by": called_by, "called_at": now, "next_at": next_at}
    if not insert_once(uow, TakeOnCall, state=CallState.CALLING.value, stage=0, **row):
        return None
    return running_call(uow, ticket)


def running_call(uow: UnitOfWork, ticket: str) -> CallRow | None:
    """The call that runs for a ticket, not locked."""
    return next(iter(_read(uow.execute(_CALLS.where(TakeOnCall.ticket_number == ticket, _RUNS)))), None)


def last_call(uow: UnitOfWork, ticket: str) -> CallRow | None:
    """The newest call for a ticket, whatever became of it."""
    statement = _CALLS.where(TakeOnCall.ticket_number == ticket).order_by(TakeOnCall.id.desc()).limit(1)
    return next(iter(_read(uow.execute(statement))), None)


def running_calls(uow: UnitOfWork) -> list[CallRow]:
    """All calls that nobody has taken yet, the oldest first."""
    return _read(uow.execute(_CALLS.where(_RUNS).order_by(TakeOnCall.id)))


def recent_calls(uow: UnitOfWork, since: datetime) -> list[CallRow]:
    """All that were made since then, the newest first."""
    return _read(uow.execute(_CALLS.where(TakeOnCall.called_at >= since).order_by(TakeOnCall.id.desc())))


def calls_due(uow: UnitOfWork, now: datetime) -> list[int]:
    """Calls whose next stage has come."""
    statement = select(TakeOnCall.id).where(_RUNS, TakeOnCall.next_at <= now).order_by(TakeOnCall.id)
    return list(uow.execute(statement).scalars())


def ticket_of_call(uow: UnitOfWork, number: int) -> str | None:
    """The ticket that a call is for."""
    found: str | None = uow.execute(select(TakeOnCall.ticket_number).where(TakeOnCall.id == number)).scalar()
    return found


def lock_call(uow: UnitOfWork, number: int) -> CallRow | None:
    """The call, locked until the transaction ends."""
    statement = _CALLS.where(TakeOnCall.id == number)
    return next(iter(_read(uow.lock(statement, Lock.TAKE_ON, [number]))), None)


def change_call(uow: UnitOfWork, number: int, **values: Any) -> None:
    """Writes columns of one call."""
    written = dict(values)
    if "state" in written:
        written["state"] = CallState(written["state"]).value
    uow.execute(update(TakeOnCall).where(TakeOnCall.id == number).values(**written))


def stop_calling(uow: UnitOfWork, number: int) -> None:
    """What was to call more people is not sent any more."""
    unsent = (Outbox.dedupe_key.startswith(KEY.format(id=number)), Outbox.state.in_(("waiting", "kept")))
    uow.execute(update(Outbox).where(*unsent).values(state="dropped", last_error="taken"))


def accounts_called(uow: UnitOfWork, number: int) -> list[int]:
    """The accounts that a call was sent to, or is to be."""
    called = (Outbox.dedupe_key.startswith(KEY.format(id=number)), Outbox.account_id.is_not(None))
    return list(uow.execute(select(Outbox.account_id).where(*called).order_by(Outbox.id)).scalars())
