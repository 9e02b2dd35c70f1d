"""Wrong codes of meetings' rooms: noted in the audit, so that nobody tries them one by one."""

from datetime import datetime

from sqlalchemy import func, select

from storage.audit import AuditEntry, note
from storage.models import Audit
from storage.unit_of_work import UnitOfWork

_ACTION = "council.code_wrong"


def wrong_codes_since(uow: UnitOfWork, account_id: int, since: datetime) -> int:
    """How many an account has said since then."""
    theirs = (Audit.subject == f"account:{account_id}", Audit.at >= since, Audit.action == _ACTION)
    return int(uow.execute(select(func.count()).select_from(Audit).where(*theirs)).scalar_one())


def note_wrong_code(uow: UnitOfWork, account_id: int, now: datetime) -> None:
    """One more."""
    note(uow, account_id, AuditEntry(_ACTION, f"account:{account_id}"), now)
