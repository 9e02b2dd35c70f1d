"""Tickets: written by handlers, found again by their reporter."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, bindparam, func, select, update
from sqlalchemy.orm import aliased

from governance.tickets.states import TicketState
from storage.kept_words import kept_words, masked_words
from storage.models import Attachment, Mention, Ticket, TicketEvent
from storage.ticket_counts import RUNNING, within, without
from storage.unit_of_work import UnitOfWork
from understanding.known_names import KnownNames


@dataclass(frozen=True)
class OwnTicket:
    """A ticket as its reporter sees it. Instants are UTC."""

    number: str
    state: TicketState
    summary: str
    place_text: str | None
    opened_at: datetime
    urgency: str


_COLUMNS = (Ticket.number, Ticket.state, Ticket.summary, Ticket.place_text, Ticket.opened_at, Ticket.urgency)
_OWN = select(*_COLUMNS)


def open_ticket(
    uow: UnitOfWork, *, number: str, account_id: int | None, channel: str, text: str, summary: str, place_text: str | None,
    place_id: int | None, now: datetime, names: KnownNames, category: str | None = None, urgency: str = "normal",
    draft: bool = False, **more: Any,
) -> None:  # fmt: skip
    """Writes a new ticket in state reported, with its first event; `names`: of the roster, masked in it; `more`: other columns."""
    kept = kept_words(text, names)
    uow.add(
        Ticket, number=number, state=TicketState.REPORTED.value, channel=channel, account_id=account_id,
        text=kept.shown, original=kept.original, summary=masked_words(summary, names),
        place_text=None if place_text is None else masked_words(place_text, names),
        place_id=place_id, opened_at=now, category=category, urgency=urgency,
        draft=draft, **more,
    )  # fmt: skip
    if (place_id, category) in uow.read_ahead:
        uow.read_ahead[place_id, category].filed_by.add(account_id)
    for digest in kept.digests:
        uow.add(Mention, number=number, digest=digest)
    record(uow, number, account_id, "report", None, TicketState.REPORTED, now)


def record(
    uow: UnitOfWork, number: str, account_id: int | None, kind: str, before: TicketState | None, after: TicketState,
    now: datetime, note: str | None = None, person_id: int | None = None, owner_before: int | None = None,
) -> None:  # fmt: skip
    """Appends an event to a ticket."""
    uow.add(
        TicketEvent, number=number, account_id=account_id, person_id=person_id, owner_id=owner_before, kind=kind,
        from_state=before and before.value, to_state=after.value, note=note, at=now,
    )  # fmt: skip


def opened_since(uow: UnitOfWork, account_id: int, since: datetime) -> int:
    """How many tickets an account has opened since then."""
    mine = (Ticket.account_id == account_id, Ticket.opened_at > since)
    return int(uow.execute(select(func.count()).select_from(Ticket).where(*mine)).scalar_one())


def newest_made_by(uow: UnitOfWork, account_id: int, origin: str, since: datetime) -> str | None:
    """The number of an account's newest ticket of this origin opened since then."""
    mine = (Ticket.account_id == account_id, Ticket.origin == origin, Ticket.opened_at > since)
    found: str | None = uow.execute(select(Ticket.number).where(*mine).order_by(Ticket.number.desc()).limit(1)).scalar()
    return found


def channel_of(uow: UnitOfWork, number: str) -> str:
    """The channel by which a ticket came in."""
    return str(uow.execute(select(Ticket.channel).where(Ticket.number == number)).scalar_one())


def latest_of(uow: UnitOfWork, account_id: int, since: datetime) -> OwnTicket | None:
    """A reporter's newest ticket opened since then, whatever its state."""
    return next(iter(recent_of(uow, account_id, since, most=1)), None)


def recent_of(uow: UnitOfWork, account_id: int, since: datetime, most: int = 50) -> list[OwnTicket]:
    """A reporter's tickets opened since then, newest first."""
    statement = (
        _OWN.where(Ticket.account_id == account_id, Ticket.opened_at >= since)
        .order_by(Ticket.opened_at.desc(), Ticket.number.desc())
        .limit(most)
    )
    return [_own(row) for row in uow.execute(statement)]


def _own(row: Any) -> OwnTicket:
    return OwnTicket(row.number, TicketState(row.state), row.summary, row.place_text, row.opened_at, row.urgency)


_RECENT_OF_EACH = (
    select(*_COLUMNS, Ticket.account_id)
    .where(Ticket.account_id.in_(bindparam("accounts", expanding=True)), Ticket.opened_at >= bindparam("since"))
    .order_by(Ticket.opened_at.desc(), Ticket.number.desc())
    .limit(bindparam("most", type_=Integer))
)
"""Every message asks this: made once."""


def recent_of_each(
    uow: UnitOfWork, account_ids: Sequence[int], since: datetime, most: int
) -> dict[int, list[OwnTicket]]:
    """The latest tickets of several reporters opened since then, newest first, about so many each; by account."""
    found: dict[int, list[OwnTicket]] = {}
    asked = {"accounts": list(account_ids), "since": since, "most": most * len(account_ids)}
    for row in uow.execute(_RECENT_OF_EACH, asked):
        own = found.setdefault(row.account_id, [])
        if len(own) < most:
            own.append(_own(row))
    return found


@dataclass(frozen=True)
class PlacedTicket(OwnTicket):
    """A ticket as those see it who work at its place."""

    place_id: int | None


_PLACED = select(*_COLUMNS, Ticket.place_id)


def tickets_numbered(uow: UnitOfWork, numbers: Sequence[str]) -> list[PlacedTicket]:
    """The tickets with these numbers, whoever reported them; newest first."""
    return _placed(uow, _PLACED.where(Ticket.number.in_(numbers)))


def newest_open(
    uow: UnitOfWork, places: Collection[int] | None, most: int, but: Collection[str] = ()
) -> list[PlacedTicket]:
    """Open tickets at these places, None: anywhere, also nowhere; newest first. `but`: of these categories none."""
    return _placed(uow, _PLACED.where(*within(places), *without(but), RUNNING).limit(most))


def _placed(uow: UnitOfWork, statement: Any) -> list[PlacedTicket]:
    rows = uow.execute(statement.order_by(Ticket.opened_at.desc(), Ticket.number.desc()))
    return [
        PlacedTicket(
            row.number, TicketState(row.state), row.summary, row.place_text, row.opened_at, row.urgency, row.place_id
        )
        for row in rows
    ]


def locate(uow: UnitOfWork, number: str, lat: float, lon: float, label: str | None, names: KnownNames) -> None:
    """Notes where on the map a ticket is; the map's label is the place text of a ticket that has none."""
    values: dict[str, Any] = {"lat": lat, "lon": lon}
    if label:
        values["place_text"] = func.coalesce(Ticket.place_text, masked_words(label, names))
    uow.execute(update(Ticket).where(Ticket.number == number).values(**values))


def adopt_loose(uow: UnitOfWork, account_id: int, number: str, since: datetime, names: KnownNames) -> None:
    """Gives a new ticket the pictures and the location that came before its words."""
    loose = (
        Attachment.account_id == account_id, Attachment.number.is_(None), Attachment.received_at >= since,
        Attachment.purpose == "report",
    )  # fmt: skip
    where = select(Attachment.lat, Attachment.lon, Attachment.transcript).where(*loose, Attachment.kind == "location")
    pinned = uow.execute(where.order_by(Attachment.id.desc()).limit(1)).first()
    uow.execute(update(Attachment).where(*loose).values(number=number))
    if pinned is not None:
        locate(uow, number, pinned.lat, pinned.lon, pinned.transcript, names)


def set_place(uow: UnitOfWork, number: str, place_text: str, place_id: int | None, names: KnownNames) -> None:
    """Writes where a ticket is: in words, and the place of the tree where it is known. The machine may dispatch it now."""
    values = {"place_text": masked_words(place_text, names), "place_id": place_id, "by_hand": False}
    uow.execute(update(Ticket).where(Ticket.number == number).values(**values))


def set_draft(uow: UnitOfWork, number: str) -> None:
    """Marks that something is missing which the reporter did not say when asked."""
    uow.execute(update(Ticket).where(Ticket.number == number).values(draft=True))


def set_summary(uow: UnitOfWork, number: str, summary: str, category: str | None, names: KnownNames) -> None:
    """Writes what of a message this ticket is about."""
    uow.execute(
        update(Ticket).where(Ticket.number == number).values(summary=masked_words(summary, names), category=category)
    )


def followed_instead(uow: UnitOfWork, numbers: Sequence[str]) -> dict[str, tuple[str, TicketState]]:
    """For merged tickets the one that each went into, with its state."""
    if not numbers:
        return {}
    into = aliased(Ticket)
    statement = select(Ticket.number, into.number.label("into"), into.state)
    rows = uow.execute(statement.join(into, into.number == Ticket.merged_into).where(Ticket.number.in_(numbers)))
    return {row.number: (row.into, TicketState(row.state)) for row in rows}
