"""What is promised of an enterprise's request: somebody gets in touch the same day, and it is answered within days."""

from datetime import datetime, timedelta

from governance.clock import local_day
from governance.requests.kinds import RequestKind
from governance.tickets.deadlines import Deadline, DeadlineKind, handle_by, promises
from governance.tickets.urgency import Urgency
from governance.working_time import WorkingTime


def promised(
    urgency: Urgency, kind: RequestKind | None, since: datetime, times: WorkingTime, person: bool = False
) -> tuple[Deadline, ...]:
    """The promises of a report; a request has its own, save where it is urgent or a danger: those have theirs."""
    ordinary = promises(urgency, since, times, person)
    if not has_own_clock(urgency, kind):
        return ordinary
    assert kind is not None
    accept = next(each for each in ordinary if each.kind is DeadlineKind.ACCEPT)
    contact = Deadline(DeadlineKind.CONTACT, since, contact_by(since, times), working=True)
    return accept, contact, answered_by(urgency, kind, since, times)


def answered_by(urgency: Urgency, kind: RequestKind | None, since: datetime, times: WorkingTime) -> Deadline:
    """By when it is handled: of a request within the working days of its kind."""
    if kind is None or not has_own_clock(urgency, kind):
        return handle_by(urgency, since, times)
    due = times.days_later(since, request_days(kind, times))
    return Deadline(DeadlineKind.HANDLE, since, due, working=True)


def has_own_clock(urgency: Urgency, kind: RequestKind | None) -> bool:
    """Whether the clock of requests runs: what is urgent, or a danger, is promised sooner."""
    return kind is not None and urgency in (Urgency.NORMAL, Urgency.ENQUIRY)


def contact_by(since: datetime, times: WorkingTime) -> datetime:
    """The end of business of the day; of what comes late in it, or on a day off, that of the next working day."""
    today = local_day(since, times.zone)
    latest = times.start_of_day(today) + timedelta(hours=times.rules.request_late_hour - times.rules.work_from_hour)
    if times.calendar.is_workday(today) and since < latest:
        return times.end_of_day(today)
    return times.days_later(since, 1)


def request_days(kind: RequestKind, times: WorkingTime) -> int:
    """In so many working days a request of this kind is answered."""
    rules = times.rules
    return {
        RequestKind.POLICY: rules.request_policy_days,
        RequestKind.LICENCE: rules.request_licence_days,
        RequestKind.LABOUR: rules.request_labour_days,
        RequestKind.PREMISES: rules.request_premises_days,
        RequestKind.FINANCE: rules.request_finance_days,
        RequestKind.OTHER: rules.request_other_days,
    }[kind]
