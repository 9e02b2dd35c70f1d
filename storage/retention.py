"""What is past its keeping, kind by kind: words, pictures and names go, what is counted stays."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from governance.rules import Rules
from storage.erasing import erase
from storage.models import (
    Account,
    Attachment,
    DutyRecord,
    Erasure,
    EvaluationObjection,
    Mention,
    Nomination,
    Objection,
    Person,
    Project,
    ProjectNeed,
    ProjectStep,
    Rating,
    Resource,
    TakeOnCall,
    Ticket,
    TicketEvent,
    Visit,
)
from storage.picture_looks import forget_looks
from storage.subject import Subject, subject_of_account, subject_of_person
from storage.texts import FORGOTTEN_TEXT, PAST_TEXT

STEP = 200
"""So many rows of a kind go in one transaction."""
ACTOR = "clock"


@dataclass(frozen=True)
class Keeping:
    """A kind of data. `days`: how long the rules keep it; `drop`: takes a step of what is older, and answers how much."""

    name: str
    days: Callable[[Rules], int]
    drop: Callable[[Connection, datetime, datetime], int]


def _reports(connection: Connection, before: datetime, _now: datetime) -> int:
    past = (Ticket.ended_at < before) & Ticket.text.not_in((PAST_TEXT, FORGOTTEN_TEXT))
    numbers = _step(connection, select(Ticket.number).where(past))
    gone = {"text": PAST_TEXT, "original": None, "summary": PAST_TEXT, "place_text": None, "lat": None, "lon": None}
    _set(connection, Ticket, Ticket.number.in_(numbers), **gone)
    connection.execute(delete(Mention).where(Mention.number.in_(numbers)))
    _set(connection, TicketEvent, TicketEvent.number.in_(numbers), note=None)
    _set(connection, Rating, Rating.number.in_(numbers), note=None)
    return len(numbers) + _lists(connection, before)


def _lists(connection: Connection, before: datetime) -> int:
    """What was needed and offered, told of projects, and said in calls for help; what still runs stays."""
    count = 0
    for model in (ProjectNeed, Resource):
        past = (model.ended_at < before) & model.text.not_in((PAST_TEXT, FORGOTTEN_TEXT))
        ids = _step(connection, select(model.id).where(past))
        _set(connection, model, model.id.in_(ids), text=PAST_TEXT)
        count += len(ids)
    ended = select(Project.id).where(Project.ended_at < before)
    steps = ProjectStep.project_id.in_(ended) & ProjectStep.note.is_not(None)
    ids = _step(connection, select(ProjectStep.id).where(steps))
    _set(connection, ProjectStep, ProjectStep.id.in_(ids), note=None)
    calls = _step(connection, select(TakeOnCall.id).where(TakeOnCall.called_at < before, TakeOnCall.note.is_not(None)))
    _set(connection, TakeOnCall, TakeOnCall.id.in_(calls), note=None)
    return count + len(ids) + len(calls)


def _pictures(connection: Connection, before: datetime, now: datetime) -> int:
    ended = select(Ticket.number).where(Ticket.ended_at < before)
    loose = Attachment.number.is_(None) & (Attachment.received_at < before) & (Attachment.kind != "poster")
    past = or_(Attachment.number.in_(ended), loose) & (Attachment.state != "forgotten")
    ids = _step(connection, select(Attachment.id).where(past))
    theirs = Attachment.id.in_(ids)
    held = select(Attachment.sha256).where(theirs, Attachment.sha256.is_not(None))
    digests = {str(digest) for digest in connection.execute(held).scalars()}
    gone = {"state": "forgotten", "media_id": None, "transcript": None, "lat": None, "lon": None, "sha256": None}
    _set(connection, Attachment, theirs, **gone)
    forget_looks(connection, ids)
    kept = set(connection.execute(select(Attachment.sha256).where(Attachment.sha256.in_(digests))).scalars())
    files = ",".join(sorted(digests - kept))
    if files:
        connection.execute(insert(Erasure).values(at=now, subjects="", files=files, settled_at=None))
    return len(ids)


def _records(connection: Connection, before: datetime, _now: datetime) -> int:
    told = or_(DutyRecord.parties.is_not(None), DutyRecord.matter.is_not(None))
    ids = _step(connection, select(DutyRecord.id).where(DutyRecord.at < before, told))
    _set(connection, DutyRecord, DutyRecord.id.in_(ids), parties=None, matter=None, outcome=PAST_TEXT)
    noted = select(Visit.id).where(Visit.at < before, Visit.note.is_not(None), Visit.note != PAST_TEXT)
    visited = _step(connection, noted)
    _set(connection, Visit, Visit.id.in_(visited), note=PAST_TEXT)
    return len(ids) + len(visited)


def _nominations(connection: Connection, before: datetime, _now: datetime) -> int:
    past = (Nomination.at < before) & (Nomination.household != "")  # the words are sealed
    ids = _step(connection, select(Nomination.id).where(past))
    _set(connection, Nomination, Nomination.id.in_(ids), reason=PAST_TEXT, flags="", household="")
    return len(ids) + sum(_objections(connection, model, before) for model in (Objection, EvaluationObjection))


def _objections(connection: Connection, model: Any, before: datetime) -> int:
    told = or_(model.text.is_not(None), model.note.is_not(None))
    ids = _step(connection, select(model.id).where(model.at < before, told))
    _set(connection, model, model.id.in_(ids), text=None, note=None)
    return len(ids)


def _left(connection: Connection, before: datetime, now: datetime) -> int:
    past = select(Person.id).where(Person.left_at < before, Person.forgotten_at.is_(None))
    found = [subject_of_person(connection, person) for person in _step(connection, past)[:1]]
    return _erased(connection, [each for each in found if each is not None], now)


def _silent(connection: Connection, before: datetime, now: datetime) -> int:
    """Neither follows nor has written since, is nobody of the roster, and has no report that is still open."""
    waits = select(Ticket.number).where(Ticket.account_id == Account.id, Ticket.ended_at.is_(None))
    away = or_(Account.subscribed_at.is_(None), Account.unsubscribed_at.is_not(None))
    past = select(Account.id).where(
        Account.channel == "wechat", Account.person_id.is_(None), away, Account.last_inbound_at < before,
        Account.openid.not_like("forgotten-%"), ~waits.exists(),
    )  # fmt: skip
    return _erased(connection, [subject_of_account(connection, one) for one in _step(connection, past)[:1]], now)


KEEPINGS: tuple[Keeping, ...] = (
    Keeping("reports", lambda rules: rules.keep_reports_days, _reports),
    Keeping("pictures", lambda rules: rules.keep_pictures_days, _pictures),
    Keeping("records", lambda rules: rules.keep_records_days, _records),
    Keeping("nominations", lambda rules: rules.keep_nominations_days, _nominations),
    Keeping("left", lambda rules: rules.keep_left_days, _left),
    Keeping("silent", lambda rules: rules.keep_silent_days, _silent),
)
"""Messages, pushes and the audit have keepings of their own, where they are forgotten (scheduler.housekeeping)."""


def _erased(connection: Connection, subjects: Sequence[Subject], now: datetime) -> int:
    for subject in subjects:
        erase(connection, subject, ACTOR, now)
    return len(subjects)


def _step(connection: Connection, statement: Any) -> list[Any]:
    return list(connection.execute(statement.limit(STEP)).scalars())


def _set(connection: Connection, model: Any, where: Any, **values: Any) -> None:
    connection.execute(update(model).where(where).values(**values).execution_options(synchronize_session=False))
