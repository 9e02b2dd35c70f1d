"""The promises on a ticket, and the other instants at which something about it is due."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from governance.days import end_of
from governance.tickets.urgency import Urgency
from governance.working_time import WorkingTime


class DeadlineKind(StrEnum):
    """What is to have happened by then."""

    ACCEPT = "accept"
    """It is known whose it is."""
    TAKE = "take"
    """A person has taken it."""
    SURVEY = "survey"
    PLAN = "plan"
    CREW = "crew"
    CONTACT = "contact"
    """Somebody has been in touch with the enterprise that asked."""
    HANDLE = "handle"
    VERIFY = "verify"
    APPROVE = "approve"
    """A request to extend, or a draw on the emergency pool, is decided."""
    CALL_BACK = "call_back"
    RATE = "rate"
    """The reporter has rated, or is silent."""
    RESUME = "resume"
    """Work goes on after an extension."""
    LOOK_BACK = "look_back"


PROMISES = frozenset(
    {
        DeadlineKind.ACCEPT,
        DeadlineKind.SURVEY,
        DeadlineKind.PLAN,
        DeadlineKind.CREW,
        DeadlineKind.CONTACT,
        DeadlineKind.HANDLE,
    }
)
"""Those that the reporter was promised."""


@dataclass(frozen=True)
class Deadline:
    """One promise on a ticket. Instants are UTC; `working`: its time runs in working hours only."""

    kind: DeadlineKind
    since: datetime
    due_at: datetime
    working: bool = False


def promises(urgency: Urgency, since: datetime, times: WorkingTime, person: bool = False) -> tuple[Deadline, ...]:
    """The promises that a report of this urgency starts; of a `person` in danger only that somebody is there within two hours.

    Source: design, section 5, and the seed's two hours.
    """
    rules = times.rules
    kept = [_respond(DeadlineKind.ACCEPT, urgency, since, times), handle_by(urgency, since, times)]
    if urgency is Urgency.HAZARD:
        for kind, minutes in (
            (DeadlineKind.SURVEY, rules.survey_minutes),
            (DeadlineKind.PLAN, rules.plan_minutes),
            (DeadlineKind.CREW, rules.crew_minutes),
        ):
            if kind is DeadlineKind.SURVEY or not person:
                kept.append(Deadline(kind, since, since + timedelta(minutes=minutes)))
    return tuple(kept)


def take_by(urgency: Urgency, since: datetime, times: WorkingTime) -> Deadline:
    """By when somebody is to have taken what was dispatched at `since`."""
    return _respond(DeadlineKind.TAKE, urgency, since, times)


def handle_by(urgency: Urgency, since: datetime, times: WorkingTime) -> Deadline:
    """By when it is handled; of a danger until its plan says otherwise."""
    rules = times.rules
    match urgency:
        case Urgency.HAZARD:
            return Deadline(DeadlineKind.HANDLE, since, since + timedelta(hours=rules.hazard_handle_hours))
        case Urgency.URGENT:
            return Deadline(DeadlineKind.HANDLE, since, _same_day(since, times))
        case Urgency.ENQUIRY:
            return Deadline(DeadlineKind.HANDLE, since, times.days_later(since, rules.enquiry_days), working=True)
    return Deadline(DeadlineKind.HANDLE, since, times.days_later(since, rules.handle_days), working=True)


def working_days(kind: DeadlineKind, since: datetime, days: int, times: WorkingTime) -> Deadline:
    """A term in working days."""
    return Deadline(kind, since, times.days_later(since, days), working=True)


def hours(kind: DeadlineKind, since: datetime, length: int) -> Deadline:
    """A term in hours by the clock."""
    return Deadline(kind, since, since + timedelta(hours=length))


def _respond(kind: DeadlineKind, urgency: Urgency, since: datetime, times: WorkingTime) -> Deadline:
    rules = times.rules
    if urgency is Urgency.HAZARD:
        return Deadline(kind, since, since + timedelta(minutes=rules.accept_minutes_hazard))
    if urgency is Urgency.URGENT:
        return Deadline(kind, since, since + timedelta(minutes=rules.accept_minutes_urgent))
    return Deadline(kind, since, times.add(since, timedelta(hours=rules.accept_hours)), working=True)


def _same_day(since: datetime, times: WorkingTime) -> datetime:
    """事不过夜: midnight of the same day; what comes late in the evening, the next day at noon."""
    local = since.astimezone(times.zone)
    midnight = end_of(local.date(), times.zone)
    late = local.hour >= times.rules.urgent_late_hour
    return midnight + timedelta(hours=times.rules.urgent_next_day_hour if late else 0)
