"""The tickets of some places as the board lists them: filtered, searched, paged, and whether anything has changed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select, true

from governance.tickets.deadlines import DeadlineKind
from governance.tickets.states import TicketState
from storage import keyring
from storage.console.board_search import PAGE, Named, Wanted, matching, past_page
from storage.models import Deadline, Person, Rating, Ticket, TicketEvent
from storage.ticket_counts import DANGERS, RUNNING, TO_DISPATCH, TO_VERIFY, late, within, without
from storage.unit_of_work import UnitOfWork

Lists = dict[str, ColumnElement[bool]]
MOST_FOUND = 2_000
"""With more than so many of what is looked for, the counts are asked for by themselves."""


@dataclass(frozen=True)
class BoardRow:
    """A line of the board. `due_at`: of the next open promise. Instants are UTC."""

    number: str
    state: TicketState
    urgency: str
    summary: str
    place_text: str | None
    place_id: int | None
    category: str | None
    channel: str
    opened_at: datetime
    due_at: datetime | None
    assignee_id: int | None
    assignee: str | None
    draft: bool
    level: int


@dataclass(frozen=True)
class Listed:
    """A page. `total`: of open ones, how many there are in all; None where the past is looked through, which goes back to
    `seen_to`. `older`: the ticket before which there may be more, empty where there is none. `counts`: how many the same filter
    finds in each list of open ones.
    """

    rows: list[BoardRow]
    total: int | None
    counts: dict[str, int]
    older: str = ""
    seen_to: datetime | None = None


def board(
    uow: UnitOfWork, places: Collection[int] | None, wanted: Wanted, inside: Collection[int] | None, person_id: int,
    now: datetime, named: Named, dispatches: Collection[int] | None, since: datetime, but: Collection[str] = (),
) -> Listed:  # fmt: skip
    """A page of the tickets in these places (None: all, those without a place too). `inside`: places of the community that is
    asked for; `named`: those that words of the search name; `dispatches`: those where the reader dispatches; `since`: the evening
    before; `but`: of these categories only what the person has in hand.
    """
    lists = _lists(person_id, now, dispatches)
    asked = [*within(places), *without(but, person_id), *within(inside), *matching(wanted, named)]
    if wanted.words and not wanted.has_past:
        found = _found_once(uow, asked, wanted, lists)
        if found is not None:
            return found
    counts = _counts(uow, asked, lists)
    where = [*asked, *_shown(wanted.show, lists, since)]
    if wanted.has_past:
        numbers, older, seen_to = past_page(uow, where, wanted)
        return Listed(in_order(uow, numbers), None, counts, older, seen_to)
    return Listed(in_order(uow, _page(uow, where, wanted, counts[wanted.show])), counts[wanted.show], counts)


def _page(uow: UnitOfWork, where: Sequence[ColumnElement[bool]], wanted: Wanted, total: int) -> list[str]:
    """The numbers of a page; one of the second half is looked for from the end, so that the last costs what the first does."""
    first = (wanted.page - 1) * PAGE
    length = min(PAGE, total - first)
    if length <= 0:
        return []
    backwards = first > total // 2
    order = [(each.asc() if down is backwards else each.desc()) for each, down in _order(wanted)]
    some = select(Ticket.number).where(*where).order_by(*order).limit(length)
    numbers = list(uow.execute(some.offset(total - first - length if backwards else first)).scalars())
    return numbers[::-1] if backwards else numbers


def _found_once(uow: UnitOfWork, asked: Sequence[ColumnElement[bool]], wanted: Wanted, kinds: Lists) -> Listed | None:
    """The same where words are looked for among what is open: once, for the counts and the page alike. None where so many tickets
    have the words that it would not pay.
    """
    lists = {name: case((kind, 1), else_=0).label(name) for name, kind in kinds.items()}
    order = [each.desc() if down else each.asc() for each, down in _order(wanted)]
    some = select(Ticket.number, *lists.values()).where(RUNNING, *asked).order_by(*order).limit(MOST_FOUND + 1)
    found = uow.execute(some).all()
    if len(found) > MOST_FOUND:
        return None
    counts = dict(zip(lists, map(sum, zip(*(row[1:] for row in found), strict=True)), strict=True)) if found else {}
    at = 1 + list(lists).index(wanted.show)
    numbers = [row[0] for row in found if row[at]]
    page = numbers[(wanted.page - 1) * PAGE : wanted.page * PAGE]
    return Listed(in_order(uow, page), len(numbers), counts or dict.fromkeys(lists, 0))


def found_tickets(
    uow: UnitOfWork, places: Collection[int] | None, wanted: Wanted, named: Named, but: Collection[str] = ()
) -> list[BoardRow]:
    """The newest of the tickets in these places that fit the words, open or not, as far as a page of the past reaches."""
    where = [*within(places), *without(but), *matching(wanted, named)]
    return in_order(uow, past_page(uow, where, wanted)[0])


_DANGERS_FIRST = Ticket.urgency != "hazard"
_ORDERS: dict[str, tuple[tuple[Any, bool], ...]] = {
    "due": tuple(
        (each, False)
        for each in (_DANGERS_FIRST, Ticket.next_due.is_(None), Ticket.next_due, Ticket.opened_at, Ticket.number)
    ),
    "old": ((Ticket.opened_at, False), (Ticket.number, False)),
    "new": ((Ticket.opened_at, True), (Ticket.number, True)),
}
"""What open tickets are ordered by, and whether downwards."""


def _order(wanted: Wanted) -> tuple[tuple[Any, bool], ...]:
    return _ORDERS.get(wanted.sort, _ORDERS["due"])


def _counts(uow: UnitOfWork, asked: Sequence[ColumnElement[bool]], lists: Lists) -> dict[str, int]:
    """Of each list of open tickets, looked through once."""
    each = [func.coalesce(func.sum(case((kind, 1), else_=0)), 0).label(name) for name, kind in lists.items()]
    row = uow.execute(select(*each).select_from(Ticket).where(RUNNING, *asked)).one()
    return {name: int(count) for name, count in row._mapping.items()}


def in_order(uow: UnitOfWork, numbers: Sequence[str]) -> list[BoardRow]:
    """These tickets, in this order."""
    rows = {row.number: row for row in _rows(uow, numbers)}
    return [rows[number] for number in numbers]


def hazards(
    uow: UnitOfWork,
    places: Collection[int] | None,
    asked: Sequence[ColumnElement[bool]] = (),
    but: Collection[str] = (),
) -> list[BoardRow]:
    """The open dangers, the oldest first; `asked`: what else they must be; `but`: of these categories none."""
    open_dangers = (DANGERS, *within(places), *without(but), *asked)
    numbers = (
        uow.execute(select(Ticket.number).where(*open_dangers).order_by(Ticket.opened_at).limit(PAGE)).scalars().all()
    )
    return in_order(uow, numbers)


def promises_of(
    uow: UnitOfWork, numbers: Sequence[str]
) -> dict[str, list[tuple[DeadlineKind, datetime, datetime | None]]]:
    """Kind, due and met instant of the promises of these tickets that were not dropped."""
    statement = select(Deadline.number, Deadline.kind, Deadline.due_at, Deadline.met_at).where(
        Deadline.number.in_(numbers), Deadline.dropped_at.is_(None)
    )
    found: dict[str, list[tuple[DeadlineKind, datetime, datetime | None]]] = {}
    for row in uow.execute(statement.order_by(Deadline.id)):
        found.setdefault(row.number, []).append((DeadlineKind(row.kind), row.due_at, row.met_at))
    return found


def version(uow: UnitOfWork) -> str:
    """Changes whenever a ticket is opened or anything is done to one, and says nothing else: it covers other places too."""
    event = uow.execute(select(func.max(TicketEvent.id))).scalar() or 0
    newest = uow.execute(select(func.max(Ticket.number))).scalar() or ""
    return keyring.digest("board", str(event), newest)[:12]


def _rows(uow: UnitOfWork, numbers: Sequence[str]) -> list[BoardRow]:
    statement = (
        select(
            Ticket.number, Ticket.state, Ticket.urgency, Ticket.summary, Ticket.place_text, Ticket.place_id, Ticket.category,
            Ticket.channel, Ticket.opened_at, Ticket.next_due.label("due_at"), Ticket.assignee_id, Person.name.label("assignee"),
            Ticket.draft, Ticket.level,
        )
        .outerjoin(Person, Person.id == Ticket.assignee_id)
        .where(Ticket.number.in_(numbers))
    )  # fmt: skip
    return [BoardRow(**{**row._mapping, "state": TicketState(row.state)}) for row in uow.execute(statement)]


def _lists(person_id: int, now: datetime, dispatches: Collection[int] | None) -> Lists:
    """The lists of what is open. What waits for somebody's dispatching is theirs as well."""
    waits = and_(TO_DISPATCH, Ticket.assignee_id.is_(None), *within(dispatches))
    return {
        "open": RUNNING,
        "mine": and_(RUNNING, or_(Ticket.assignee_id == person_id, waits)),
        "todispatch": TO_DISPATCH,
        "toverify": TO_VERIFY,
        "late": late(now),
        "hazard": DANGERS,
    }


def _shown(show: str, lists: Lists, since: datetime) -> list[ColumnElement[bool]]:
    if show == "ended":
        return [Ticket.ended_at.is_not(None)]
    if show == "night":
        rated = select(Rating.number).where(Rating.at >= since)
        return [or_(Ticket.opened_at >= since, Ticket.ended_at >= since, Ticket.number.in_(rated))]
    return [lists.get(show, true())]
