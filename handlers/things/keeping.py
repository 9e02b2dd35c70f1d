"""Which thing a ticket is about, and which of two that look alike is a double: said by a person, never by the machine."""

from governance.permissions import Act, may_at
from handlers.catalogue import executes
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import not_allowed, require, rights_area
from handlers.things.commands import JoinThings, KeepThingsApart, SetTicketThing
from handlers.things.finding import seen, tell_of_failures
from handlers.things.outcomes import NoSuchThing, NotAlike, ThingsJoined, ThingsKeptApart, TicketThingSet
from handlers.things.words import called
from handlers.tickets.denials import NotYours
from handlers.tickets.moving import note_event
from handlers.tickets.parts import worker_of
from storage.audit import AuditEntry, note_for
from storage.things import ThingRow, join_things, note_apart, set_thing_of_ticket, thing_by_code
from storage.work_tickets import work_ticket, work_tickets


@executes(SetTicketThing)
def set_thing(command: SetTicketThing, ctx: Context) -> TicketThingSet | NoSuchThing:
    """Only where the sender keeps things."""
    number = command.ticket.strip().upper()
    if not work_tickets(ctx.uow, [number]):
        raise Refuse(NotYours(number))
    ticket = work_ticket(ctx.uow, number)
    _require_here(ctx, ticket.place_id)
    row = thing_by_code(ctx.uow, command.code.strip()) if command.code.strip() else None
    if row is None and command.code.strip():
        return NoSuchThing(command.code.strip())
    if row is not None:
        _require_here(ctx, row.place_id)
    set_thing_of_ticket(ctx.uow, number, None if row is None else row.id)
    about = None if row is None else seen(ctx, row)
    note_event(ctx, ticket, "thing", "" if about is None else called(about, ctx.here))
    note_for(ctx.uow, ctx.account_id, AuditEntry("thing.set", f"ticket:{number}", command.code.strip()), ctx.now)
    if row is not None:
        tell_of_failures(ctx, row, number, ticket.summary)
    return TicketThingSet(number, about)


@executes(JoinThings)
def join(command: JoinThings, ctx: Context) -> ThingsJoined | NoSuchThing | NotAlike:
    """The double ends; what was reported of it is the other's."""
    one, other = _both(ctx, command.code, command.into)
    if one.kind is not other.kind or one.id == other.id:
        return NotAlike(one.code, other.code)
    join_things(ctx.uow, one.id, other.id, ctx.now)
    note_for(ctx.uow, ctx.account_id, AuditEntry("thing.join", f"thing:{one.code}", other.code), ctx.now)
    return ThingsJoined(one.code, other.code)


@executes(KeepThingsApart)
def keep_apart(command: KeepThingsApart, ctx: Context) -> ThingsKeptApart | NotAlike:
    """They are not proposed again."""
    one, other = _both(ctx, command.code, command.other)
    if one.id == other.id:
        return NotAlike(one.code, other.code)
    note_apart(ctx.uow, one.id, other.id, ctx.person_id, ctx.now)
    note_for(ctx.uow, ctx.account_id, AuditEntry("thing.apart", f"thing:{one.code}", other.code), ctx.now)
    return ThingsKeptApart(one.code, other.code)


def _both(ctx: Context, code: str, other: str) -> tuple[ThingRow, ThingRow]:
    """Two things where the sender keeps things. Raises Refuse."""
    require(ctx, Act.KEEP_THINGS)
    found = []
    for said in (code.strip(), other.strip()):
        row = thing_by_code(ctx.uow, said)
        if row is None:
            raise Refuse(NoSuchThing(said))
        _require_here(ctx, row.place_id)
        found.append(row)
    return found[0], found[1]


def _require_here(ctx: Context, place_id: int | None) -> None:
    worker = worker_of(ctx, ctx.person_id)
    if worker is None or not may_at(Act.KEEP_THINGS, worker.terms, *rights_area(ctx, place_id)):
        raise Refuse(not_allowed(ctx, Act.KEEP_THINGS, place_id))
