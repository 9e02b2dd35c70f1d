"""Events at the back office: the list, one with all that its page shows, and those on the wall."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from governance.events.states import EventAct, EventState, may
from governance.permissions import Act
from governance.tickets.sensitive import kept_from
from handlers.context import Context
from handlers.events.finding import confirmed_by_another, decides, places_touched
from handlers.events.inside import dangers_of, is_danger, line_of, reports_in
from handlers.events.outcomes import EventLine
from handlers.office.privacy import veil
from handlers.office.staff import Staff, may_here
from handlers.office.tickets import Promise, of_danger
from handlers.tickets.parts import worker_of
from storage.console.board import promises_of
from storage.event_reports import Counts, Member, counts_of, members_of, told_so_far
from storage.events import EventRow, LogLine, Word, active_events, event_row, log_of, recent_events, words_of
from storage.people import names_of
from storage.work_tickets import WorkTicket

LISTED = timedelta(days=7)
MOST_REPORTS = 200


@dataclass(frozen=True)
class Report:
    """A report of an event, masked. `clocks`: of a danger its three promises; `member`: when it joined, what was said."""

    ticket: WorkTicket
    member: Member
    danger: bool
    clocks: list[Promise]


@dataclass(frozen=True)
class Said:
    """An answer to all, with how many have it."""

    word: Word
    who: str
    told: int
    of: int


@dataclass(frozen=True)
class EventPage:
    """An event with all that its page shows. `acts`: what the reader may do to it now; `more`: reports that are not shown."""

    event: EventRow
    counts: Counts
    reports: list[Report]
    more: int
    words: list[Said]
    log: list[tuple[LogLine, str]]
    lead: str | None
    acts: frozenset[EventAct]


def events_listed(ctx: Context, staff: Staff) -> list[EventLine]:
    """What is active, or ended in the last days, where they may see it; the newest first."""
    events = [event for event in recent_events(ctx.uow, ctx.now - LISTED) if _sees(ctx, staff, event)]
    counts = counts_of(ctx.uow, [event.number for event in events])
    return [line_of(event, counts[event.number]) for event in events]


def event_page(ctx: Context, staff: Staff, number: str) -> EventPage | None:
    """An event; None where there is none that they may see."""
    event = event_row(ctx.uow, number.upper())
    if event is None or not _sees(ctx, staff, event):
        return None
    but = kept_from(staff.terms)
    tickets = [each for each in reports_in(ctx, event.number) if each.category not in but]
    members = {each.number: each for each in members_of(ctx.uow, event.number)}
    log = log_of(ctx.uow, event.number)
    said = words_of(ctx.uow, event.number)
    people = {line.person_id for line in log} | {word.person_id for word in said} | {event.lead_person_id}
    names = names_of(ctx.uow, [person for person in people if person is not None])
    return EventPage(
        event, counts_of(ctx.uow, [event.number])[event.number], _reports(ctx, tickets[:MOST_REPORTS], members),
        max(0, len(tickets) - MOST_REPORTS), _said(ctx, event.number, said, names),
        [(each, names.get(each.person_id or 0, "")) for each in log], names.get(event.lead_person_id or 0),
        _acts(ctx, staff, event),
    )  # fmt: skip


def events_on_wall(ctx: Context) -> list[tuple[EventLine, datetime]]:
    """What is active, open before proposed, each with when it began; places and counts only."""
    events = sorted(active_events(ctx.uow), key=lambda event: event.state is not EventState.OPEN)
    counts = counts_of(ctx.uow, [event.number for event in events])
    dangers = {event.number: dangers_of(reports_in(ctx, event.number)) for event in events}
    return [(line_of(event, counts[event.number], dangers[event.number]), event.proposed_at) for event in events]


def _sees(ctx: Context, staff: Staff, event: EventRow) -> bool:
    return any(may_here(ctx, staff, Act.SEE, place) for place in places_touched(ctx, event))


def _acts(ctx: Context, staff: Staff, event: EventRow) -> frozenset[EventAct]:
    worker = worker_of(ctx, staff.person_id)
    if worker is None or not decides(ctx, worker, event):
        return frozenset()
    fixed = event.last_word is not None or confirmed_by_another(event, staff.person_id)
    return frozenset(act for act in EventAct if may(act, event.state) and not (act is EventAct.REFUSE and fixed))


def _reports(ctx: Context, tickets: Sequence[WorkTicket], members: dict[str, Member]) -> list[Report]:
    clocks = promises_of(ctx.uow, [ticket.number for ticket in tickets if is_danger(ticket)])
    shown = veil(ctx)
    return [
        Report(
            replace(ticket, summary=shown.words(ticket.summary), place_text=shown.words(ticket.place_text or "")),
            members[ticket.number], is_danger(ticket), of_danger(clocks.get(ticket.number, []), ctx.now),
        )
        for ticket in tickets
    ]  # fmt: skip


def _said(ctx: Context, number: str, said: Sequence[Word], names: dict[int, str]) -> list[Said]:
    told = told_so_far(ctx.uow, number)
    of = sum(count for _, count in told)
    return [
        Said(word, names.get(word.person_id or 0, ""), sum(count for newest, count in told if newest >= word.id), of)
        for word in said
    ]
