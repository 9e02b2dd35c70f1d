"""A project that comes from what a council resolved: found, refused where it is one already, noted with the first ticket."""

from dataclasses import dataclass

from governance.councils.watching import ResolutionState
from handlers.context import Context
from handlers.councils.open_words import open_words
from handlers.councils.outcomes import CannotNow, NoSuch, Thing, Why
from handlers.councils.settling import topic_of
from handlers.councils.telling import ticket_of
from handlers.outcomes import Refuse
from handlers.projects import words
from handlers.projects.finding import ref
from handlers.projects.outcomes import AlreadyProject
from handlers.tickets.moving import note_event
from storage.councils.resolutions import lock_resolution, resolution_by_id
from storage.councils.seats import council_by_id
from storage.projects import project_of_resolution, project_of_ticket
from storage.work_tickets import WorkTicket, work_ticket


@dataclass(frozen=True)
class Source:
    """What a project came from: its words and place, and the ticket that waits for it."""

    text: str
    place_id: int | None
    ticket: str | None = None
    resolution: int | None = None


def resolved(ctx: Context, number: int) -> Source:
    """The resolution, locked after its ticket; only one that is open and no project yet. Raises Refuse."""
    found = resolution_by_id(ctx.uow, number)
    if found is None:
        raise Refuse(NoSuch(Thing.RESOLUTION, number))
    topic = topic_of(ctx, found)
    ticket = None if topic is None else ticket_of(ctx, topic)
    row = lock_resolution(ctx.uow, number)
    before = project_of_resolution(ctx.uow, number) or (
        None if ticket is None else project_of_ticket(ctx.uow, ticket.number)
    )
    if before is not None:
        raise Refuse(AlreadyProject(ref(before)))
    if row.state is not ResolutionState.OPEN:
        raise Refuse(CannotNow(Why.RESOLUTION_OVER, number, row.ended_at))
    place = council_by_id(ctx.uow, row.council_id).place_id
    waits = ticket is not None and _waits(ticket)
    return Source(open_words(ctx, row.text), place, ticket.number if ticket is not None and waits else None, number)


def note_of_ticket(ctx: Context, source: Source, number: int, title: str) -> None:
    """The first ticket's page says what it waits for."""
    if source.ticket is not None:
        said = words.FROM_RESOLUTION.format(r=source.resolution, number=number, title=title)
        note_event(ctx, work_ticket(ctx.uow, source.ticket), "council", said)


def _waits(ticket: WorkTicket) -> bool:
    return ticket.ended_at is None
