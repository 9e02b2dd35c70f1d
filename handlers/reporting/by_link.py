"""How a ticket stands, for who has its address: as its reporter reads it in the chat, with everybody's name masked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from handlers.context import Context, Here, SubdistrictConfig
from handlers.reporting.standing import standing
from handlers.reporting.standing_outcomes import TicketStands
from handlers.tickets.joining import root_of
from storage.database import Database
from storage.place_book import PlaceBook
from storage.ticket_links import linked_by
from storage.unit_of_work import UnitOfWork
from storage.work_tickets import WorkTicket, work_tickets
from understanding.personal_data import screened

SHOWN_FOR = timedelta(days=90)
"""So long after its end."""


def stands_publicly(
    database: Database, config: SubdistrictConfig, now: datetime, book: PlaceBook, token: str
) -> tuple[Here, TicketStands] | None:
    """None for an address that nobody was given, what was forgotten, and what ended long ago."""
    with database.read() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        number = linked_by(ctx.uow, token)
        if number is None:
            return None
        (own,) = work_tickets(ctx.uow, [number])
        root = root_of(ctx, own)
        if root.ended_at is not None and root.ended_at < now - SHOWN_FOR:
            return None
        return ctx.here, _masked(ctx, own, standing(ctx, root.number, own=True))


def _masked(ctx: Context, own: WorkTicket, found: TicketStands) -> TicketStands:
    """Their own words, and what is done about it; an address may be handed on, so that nobody's name stands there."""
    names = ctx.names

    def without(text: str) -> str:
        return names.masked(screened(text).text)

    return replace(
        found, number=own.number, summary=without(own.summary), opened_at=own.opened_at, who=without(found.who), link=None,
        place=_said(without, own.place_text),
        steps=tuple(replace(step, who=_said(without, step.who), note=without(step.note)) for step in found.steps),
    )  # fmt: skip


def _said(without: Callable[[str], str], text: str | None) -> str | None:
    return None if text is None else without(text)
