"""The board and a ticket's page, for somebody at the back office: only what they may see."""

from dataclasses import dataclass, replace
from datetime import datetime

from governance.days import last_evening
from governance.permissions import Act
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import Move, Who, possible
from governance.tickets.next_step import next_step
from governance.tickets.permits import ON_SITE as STEPS_ON_SITE
from governance.tickets.sensitive import is_sensitive, kept_from
from governance.tickets.time_line import kept_promises, owners_told
from governance.tickets.urgency import Urgency
from handlers.context import Context
from handlers.office.colleagues import Colleague, who_could_take
from handlers.office.privacy import veil
from handlers.office.staff import Staff, acts_here, may_here, places_of
from handlers.office.things import TicketThing, ticket_thing
from handlers.office.ticket_ties import MergedIn, alike_beside, merged_into, platforms_of
from handlers.tickets.danger_doubts import may_be_none
from handlers.tickets.parts import parts_of, sees, titled, worker_of
from handlers.tickets.permitting import reached
from storage.audit import AuditEntry, note_by
from storage.console.board import BoardRow, board, hazards, promises_of, version
from storage.console.board_search import Wanted, matching
from storage.console.ticket_page import (
    EventRow,
    FileRow,
    PushRow,
    Reporter,
    colleagues,
    events_of,
    file_with_ticket,
    files_of,
    first_answer,
    pushes_to,
    reporter_of,
    text_of,
)
from storage.events import EventRow as Event
from storage.events import event_of_report
from storage.hotline_orders import caller_of
from storage.ticket_counts import within
from storage.unit_tickets import unit_of_ticket
from storage.work_tickets import WorkTicket, work_tickets

Promise = tuple[DeadlineKind, datetime, datetime | None]
ON_SITE = (DeadlineKind.SURVEY, DeadlineKind.PLAN, DeadlineKind.CREW)


@dataclass(frozen=True)
class Board:
    """What the board shows. `clocks`: the promises of each danger that are looked at; `next`: of each other the next open one.
    `platforms`: the name of the one that has a ticket, with its number there. The rest of the page: storage.console.board.Listed.
    """

    rows: list[BoardRow]
    total: int | None
    counts: dict[str, int]
    older: str
    seen_to: datetime | None
    hazards: list[BoardRow]
    clocks: dict[str, list[Promise]]
    next: dict[str, Promise]
    communities: list[tuple[int, str]]
    places: dict[int, str]
    version: str
    platforms: dict[str, str]


@dataclass(frozen=True)
class TicketPage:
    """A ticket with all that its page shows, people masked (handlers.office.privacy). `moves`: what the reader may do to it
    now, and of these `next`: what it waits for from them; `acts`: their rights at its place; `colleagues`: to whom it can be
    given; `event`: what it is one of many reports of; `unit`: the unit for which it was opened; `thing`: what it is about;
    `alike`: earlier ones that may be the same matter; `platforms`: names of those that have it, with their number of it; `merged`:
    what was merged into it.
    """

    ticket: WorkTicket
    text: str
    place: str
    reporter: Reporter | None
    events: list[EventRow]
    files: list[FileRow]
    pushes: list[PushRow]
    promises: list[Promise]
    moves: frozenset[Move]
    next: Move | None
    acts: frozenset[Act]
    colleagues: list[Colleague]
    assignee: str | None
    event: Event | None
    unit: str | None
    seen: int
    thing: TicketThing | None = None
    alike: tuple[WorkTicket, ...] = ()
    platforms: tuple[tuple[str, str], ...] = ()
    merged: tuple[MergedIn, ...] = ()


@dataclass(frozen=True)
class InFull:
    """The reporter unmasked, with what they wrote; `caller`: who called the hotline, as it has passed that on."""

    reporter: Reporter
    text: str
    caller: str | None = None


_GIVES = frozenset({Move.DISPATCH, Move.TRANSFER})
"""Moves that say to whom."""


_WITH_DANGERS = frozenset({"open", "hazard"})
"""Lists above which the dangers stand once more."""


def board_for(ctx: Context, staff: Staff, wanted: Wanted) -> Board:
    """The tickets that they may see and asked for."""
    places = places_of(ctx, staff)
    inside = None
    if wanted.community is not None:
        inside = [place for place in ctx.places.nodes if wanted.community in ctx.places.line_of(place)]
    named, but = named_places(ctx, wanted), kept_from(staff.terms)
    dispatches = places_of(ctx, staff, Act.DISPATCH) if staff.may(Act.DISPATCH) else ()
    evening = last_evening(ctx.now, ctx.config.zone)
    found = board(ctx.uow, places, wanted, inside, staff.person_id, ctx.now, named, dispatches, evening, but)
    asked = [*within(inside), *matching(wanted, named)]
    dangers = hazards(ctx.uow, places, asked, but) if wanted.show in _WITH_DANGERS else []
    promises = promises_of(ctx.uow, [row.number for row in [*dangers, *found.rows]])
    nodes = ctx.places.nodes
    mine = [place for place in nodes if nodes[place].kind == "community" and (places is None or place in places)]
    lie = {row.place_id for row in [*found.rows, *dangers] if row.place_id is not None and row.place_id in nodes}
    shown = veil(ctx).row
    return Board(
        [shown(row) for row in found.rows], found.total, found.counts, found.older, found.seen_to, [shown(row) for row in dangers],
        {row.number: of_danger(promises.get(row.number, []), ctx.now) for row in dangers},
        {number: nearest for number, all_of in promises.items() if (nearest := _nearest(all_of)) is not None},
        [(place, nodes[place].name) for place in mine], {place: ctx.places.full_name(place) for place in lie},
        version(ctx.uow),
        {number: " ".join(some[0]) for number, some in platforms_of(ctx, [row.number for row in [*dangers, *found.rows]]).items()},
    )  # fmt: skip


def named_places(ctx: Context, wanted: Wanted) -> dict[str, list[int]]:
    """Of each word that names communities or alliances all that lies in them."""
    found: dict[str, list[int]] = {}
    for word in wanted.words:
        for place, node in ctx.places.nodes.items() if len(word) > 1 else ():
            if node.kind in ("community", "alliance") and word in node.name:
                found.setdefault(word, []).extend([place, *ctx.places.inside(place)])
    return found


def _nearest(found: list[Promise]) -> Promise | None:
    return min((each for each in found if each[2] is None), key=lambda each: each[1], default=None)


def ticket_seen(ctx: Context, staff: Staff, number: str) -> WorkTicket | None:
    """A ticket; None where there is none that they may see."""
    ticket = next(iter(work_tickets(ctx.uow, [number.upper()])), None)
    return ticket if ticket is not None and _reads(ctx, staff, ticket) else None


def _reads(ctx: Context, staff: Staff, ticket: WorkTicket) -> bool:
    """Whether they may see it; one about a person in danger as `sees` says."""
    if is_sensitive(ticket.category):
        worker = worker_of(ctx, staff.person_id)
        return worker is not None and sees(ctx, replace(worker, terms=staff.terms), ticket)
    return may_here(ctx, staff, Act.SEE, ticket.place_id)


def ticket_page(ctx: Context, staff: Staff, number: str) -> TicketPage | None:
    """Likewise, with all that its page shows."""
    ticket = ticket_seen(ctx, staff, number)
    if ticket is None:
        return None
    reporter, events = reporter_of(ctx.uow, ticket.number), events_of(ctx.uow, ticket.number)
    parts = parts_of(ctx, worker_of(ctx, staff.person_id), None, ticket)
    danger = ticket.urgency == Urgency.HAZARD
    ends = Move.HANDLE if ticket.urgency == Urgency.ENQUIRY else Move.ANSWER
    moves = frozenset(
        possible(ticket.state, parts, danger, danger and may_be_none(ctx, ticket.number), is_sensitive(ticket.category))
    ) - {ends}
    promises = kept_promises(
        promises_of(ctx.uow, [ticket.number]).get(ticket.number, []), [(e.kind, e.at) for e in events]
    )
    may_give = not _GIVES.isdisjoint(moves)
    shown = veil(ctx, reporter)
    named = [] if ticket.assignee_id is None else colleagues(ctx.uow, [ticket.assignee_id])
    assignee = named[0][1] if named else None
    in_tree = ticket.place_id is not None and ticket.place_id in ctx.places.nodes
    place = (
        ctx.places.full_name(ticket.place_id)
        if in_tree and ticket.place_id is not None
        else shown.words(ticket.place_text or "")
    )
    return TicketPage(
        replace(ticket, summary=shown.words(ticket.summary)), shown.words(text_of(ctx.uow, ticket.number)), place,
        shown.shown_reporter(), [shown.event(event) for event in _with_whom(ctx, ticket, events)],
        [shown.file(file) for file in files_of(ctx.uow, ticket.number)],
        [] if reporter is None else [shown.push(each) for each in _told(ctx, ticket, reporter.account_id)],
        promises, moves, _next(ticket, moves, parts, promises, reached(ctx, ticket)),
        acts_here(ctx, staff, ticket.place_id),
        who_could_take(ctx, ticket.place_id) if may_give else [], assignee,
        event_of_report(ctx.uow, ticket.number), unit_of_ticket(ctx.uow, ticket.number), events[-1].id if events else 0,
        ticket_thing(ctx, ticket.number, ticket.summary, ticket.place_id, ended=ticket.ended_at is not None),
        alike_beside(ctx, ticket, shown) if Move.MERGE in moves else (), 
        tuple(platforms_of(ctx, [ticket.number]).get(ticket.number, ())),
        merged_into(ctx, ticket, shown),
    )  # fmt: skip


def _told(ctx: Context, ticket: WorkTicket, account_id: int) -> list[PushRow]:
    """What the reporter was answered at once, and what went to them since."""
    number = ticket.number
    return [*first_answer(ctx.uow, number, account_id, ticket.opened_at), *pushes_to(ctx.uow, number, account_id)]


def _with_whom(ctx: Context, ticket: WorkTicket, events: list[EventRow]) -> list[EventRow]:
    """The time line with the names of those whose the ticket became, or from whom it was taken back."""
    owners = owners_told([(event.kind, event.owner_id) for event in events], ticket.assignee_id)
    titles = {person: titled(ctx, person, ticket.place_id) for person in set(owners) if person is not None}
    return [replace(event, whom=titles.get(owner or 0)) for event, owner in zip(events, owners, strict=True)]


def _next(
    ticket: WorkTicket, moves: frozenset[Move], parts: frozenset[Who], promises: list[Promise], reach_done: bool
) -> Move | None:
    owed = {move for move, kind in STEPS_ON_SITE.items() if any(p[0] is kind and p[2] is None for p in promises)}
    owed |= {Move.REACH} if not reach_done else set()
    return next_step(
        ticket.state, moves, mine=Who.ASSIGNEE in parts, enquiry=ticket.urgency == Urgency.ENQUIRY, owed=owed
    )


def reporter_in_full(ctx: Context, staff: Staff, number: str) -> InFull | None:
    """Name, number and words of who reported it, to who may dispatch there; each look leaves a trace."""
    ticket = ticket_seen(ctx, staff, number)
    if ticket is None or not may_here(ctx, staff, Act.DISPATCH, ticket.place_id):
        return None
    reporter = reporter_of(ctx.uow, ticket.number)
    if reporter is None:
        return None
    deed = AuditEntry("person.read", f"person:{reporter.person_code or '-'}", f"reporter of {ticket.number}")
    note_by(ctx.uow, staff.actor, deed, ctx.now)
    return InFull(reporter, text_of(ctx.uow, ticket.number), caller_of(ctx.uow, ticket.number))


def file_for(ctx: Context, staff: Staff, file_id: int) -> FileRow | None:
    """A stored file of a ticket that they may see."""
    found = file_with_ticket(ctx.uow, file_id)
    if found is None or ticket_seen(ctx, staff, found[1]) is None:
        return None
    return found[0] if found[0].state == "stored" else None


def of_danger(found: list[Promise], now: datetime) -> list[Promise]:
    """Of a danger's promises survey, plan and crew, and before them whatever else is past its time."""
    late = [each for each in found if each[0] not in ON_SITE and each[2] is None and each[1] < now]
    return late + [promise for promise in found if promise[0] in ON_SITE]
