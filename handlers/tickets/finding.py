"""Which ticket somebody means; refused where there is none, asked where there are several."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from governance.permissions import PERMISSIONS, Act
from governance.ticket_numbers import is_ticket_number, last_digits
from governance.tickets.lifecycle import Move, Need, Who
from governance.tickets.permits import PROOFS, Facts, Why, denied
from governance.tickets.sensitive import is_sensitive
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import not_allowed, places_of_terms
from handlers.texts import work as words
from handlers.tickets.denials import (
    NothingTo,
    NotYours,
    SeveralNamed,
    WhichTicket,
)
from handlers.tickets.naming import numbers_named
from handlers.tickets.outcomes import (
    Errand,
    Wish,
    ref,
)
from handlers.tickets.parts import Worker, parts_of, sees, worker_of
from handlers.tickets.permitting import SAID_LATER, Brought, permit, permit_errand
from storage.ticket_events import last_done
from storage.work_tickets import (
    WorkTicket,
    assigned_to,
    open_at_places,
    open_without_place,
    work_ticket,
    work_tickets,
)

MOST = 60
AS_FOR = {Errand.DRAW: Move.HANDLE, Errand.EXTEND: Move.HANDLE}
"""What is asked for by who may make this move, whatever that needs besides."""


@dataclass(frozen=True)
class Found:
    """A ticket, locked, with what the sender is towards it."""

    ticket: WorkTicket
    parts: frozenset[Who]
    worker: Worker


def find(ctx: Context, name: str | None, wish: Wish, brought: Brought | None = None) -> Found:
    """The ticket that the sender names and for which they may wish this; without a name the only one it can be.

    Raises Refuse. `brought`: what is said for it already, and asked for where it is not; proofs are not looked at yet. The
    ticket is read again under its lock: what another did a moment ago is seen.
    """
    return _locked(ctx, meant(ctx, name, wish), wish, brought)


def meant(ctx: Context, name: str | None, wish: Wish) -> Found:
    """The same as it stands before anything is locked. Raises Refuse where there is none, or several."""
    worker = worker_of(ctx, ctx.person_id)
    if worker is None:
        raise Refuse(not_allowed(ctx, Act.TAKE))
    near = _near(ctx, worker, name)
    fitting = [found for found in near if _may(found, wish)]
    if name is None:
        return _only(fitting, wish)
    choice = fitting or near
    if not choice:
        raise Refuse(_nowhere(ctx, worker, name))
    if len(choice) > 1:
        raise Refuse(SeveralNamed(name.upper(), tuple(found.ticket.number for found in choice)))
    return choice[0]


def found_again(ctx: Context, number: str) -> Found:
    """A ticket whose number was kept with a question, locked. Raises Refuse for who is no worker any more."""
    worker = worker_of(ctx, ctx.person_id)
    if worker is None:
        raise Refuse(NotYours(number))
    return _found(ctx, worker, work_ticket(ctx.uow, number))


def _found(ctx: Context, worker: Worker, ticket: WorkTicket) -> Found:
    return Found(ticket, parts_of(ctx, worker, ctx.account_id, ticket), worker)


def _locked(ctx: Context, near: Found, wish: Wish, brought: Brought | None) -> Found:
    found = _found(ctx, near.worker, work_ticket(ctx.uow, near.ticket.number))
    if wish is Move.UNDO_DISPATCH:
        found = _as_giver(ctx, found)
    if isinstance(wish, Move):
        later = [need for need in SAID_LATER if brought is None or need in PROOFS]
        permit(ctx, found.ticket, found.parts, wish, brought or Brought(), later)
    elif wish in AS_FOR:
        permit(ctx, found.ticket, found.parts, AS_FOR[wish], Brought(), tuple(Need))
    else:
        roles = [term.role for term in found.worker.terms]
        permit_errand(ctx, found.ticket, roles, wish, brought or Brought())
    return found


def _as_giver(ctx: Context, found: Found) -> Found:
    """With who dispatched it last among what the sender is."""
    last = last_done(ctx.uow, found.ticket.number, [Move.DISPATCH])
    if last is None or last.person_id not in found.worker.people:
        return found
    return replace(found, parts=found.parts | {Who.GIVER})


def head_of(ticket: WorkTicket) -> str:
    """The ticket in half a line, with its place."""
    return words.head(ticket.number, ticket.summary, ticket.place_text)


def _may(found: Found, wish: Wish) -> bool:
    move = wish if isinstance(wish, Move) else AS_FOR.get(wish)
    if move is None:
        return True
    no = denied(move, Facts(found.ticket.state), found.parts, (), tuple(Need))
    return no is None or no.why not in (Why.STATE, Why.PART)


def _near(ctx: Context, worker: Worker, name: str | None) -> list[Found]:
    """The tickets that the sender can mean, each once."""
    if name is not None:
        tickets = work_tickets(ctx.uow, numbers_named(ctx, name))
        tickets += [t for t in assigned_to(ctx.uow, sorted(worker.people)) if _ends(t.number, name)]
    else:
        tickets = assigned_to(ctx.uow, sorted(worker.people)) + open_in_my_area(ctx, worker)
    once = {ticket.number: ticket for ticket in tickets}
    found = [_found(ctx, worker, ticket) for ticket in once.values()]
    return [each for each in found if each.parts - {Who.REPORTER}]


def open_in_my_area(ctx: Context, worker: Worker) -> list[WorkTicket]:
    """What is open where the sender works."""
    terms = [term for term in worker.terms if term.role in PERMISSIONS[Act.SEE]]
    here, roots = open_at_places(ctx.uow, places_of_terms(ctx, terms), MOST), set(ctx.places.roots())
    here += open_without_place(ctx.uow, MOST) if any(term.place_id in roots for term in terms) else []
    return [each for each in here if _readable(ctx, worker, each)]


def _readable(ctx: Context, worker: Worker, ticket: WorkTicket) -> bool:
    return not is_sensitive(ticket.category) or sees(ctx, worker, ticket)


def named_nowhere(ctx: Context, name: str) -> WorkTicket | None:
    """The one open ticket of this number that lies nowhere in the tree, where none of that number lies where the sender works."""
    worker = worker_of(ctx, ctx.person_id)
    if worker is None or _near(ctx, worker, name):
        return None
    nowhere = [each for each in open_without_place(ctx.uow, MOST) if _readable(ctx, worker, each)]
    found = [ticket for ticket in nowhere if _ends(ticket.number, name)]
    return found[0] if len(found) == 1 else None


def _only(fitting: Sequence[Found], wish: Wish) -> Found:
    mine = [found for found in fitting if Who.ASSIGNEE in found.parts] or list(fitting)
    if not mine:
        raise Refuse(NothingTo(wish))
    if len(mine) > 1:
        raise Refuse(WhichTicket(wish, tuple(ref(found.ticket) for found in mine)))
    return mine[0]


def _nowhere(ctx: Context, worker: Worker, name: str) -> object:
    elsewhere = [t for t in work_tickets(ctx.uow, numbers_named(ctx, name)) if not sees(ctx, worker, t)]
    return not_allowed(ctx, Act.TAKE, elsewhere[0].place_id) if elsewhere else NotYours(name.upper())


def _ends(number: str, name: str) -> bool:
    if is_ticket_number(name):
        return number == name.upper()
    digits = last_digits(name)
    return digits is not None and int(number.rpartition("-")[2]) == int(digits)
