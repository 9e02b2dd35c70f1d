"""What staff put right in a report: its place, its category, how urgent it is; never without a reason, never unseen."""

from governance.notices import NoticeKind
from governance.permissions import Act, may_at
from governance.requests.kinds import request_kind
from governance.tickets.states import ENDED
from governance.tickets.urgency import Urgency
from handlers.catalogue import executes
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import not_allowed, rights_area
from handlers.reporting import office_texts as words
from handlers.reporting.correcting import put_place_right
from handlers.reporting.office_commands import ChangeFacts
from handlers.reporting.office_outcomes import FactsChanged, FactsKept, Unchanged
from handlers.reporting.texts import NOTICE_PUT_RIGHT
from handlers.reporting.whereabouts import Whereabouts, read_words, whereabouts
from handlers.tickets.denials import NotYours
from handlers.tickets.finding import head_of
from handlers.tickets.moving import note_event
from handlers.tickets.notify import notify_staff
from handlers.tickets.parts import worker_of
from handlers.tickets.urgency import change_urgency
from storage.audit import AuditEntry, note_for
from storage.work_tickets import WorkTicket, change_ticket, work_ticket, work_tickets
from understanding.categories import Category
from understanding.normalise import normalise


@executes(ChangeFacts)
def change(command: ChangeFacts, ctx: Context) -> FactsChanged | FactsKept:
    """All that is said of it, or nothing."""
    ticket = _ticket(ctx, command.ticket)
    where, category, urgency = _where(ctx, command), _category(ctx, command), command.urgency
    no = _why_not(command, ticket, where, category)
    if no is not None:
        said = command.where if no is Unchanged.PLACE else command.category
        return FactsKept(ticket.number, no, said.strip())
    moves = where if where is not None and where.place_id != ticket.place_id else None
    other = category if category is not None and category.code != ticket.category else None
    paced = urgency if urgency is not None and urgency != ticket.urgency else None
    changes = words.line(
        moves.text if moves else None, other.full_name if other else None, paced.value if paced else None
    )
    if not changes:
        return FactsKept(ticket.number, Unchanged.NOTHING)
    if moves is not None:
        put_place_right(ctx, ticket, moves, NOTICE_PUT_RIGHT)
    if other is not None:
        change_ticket(ctx.uow, ticket.number, category=other.code)
    if paced is not None:
        change_urgency(ctx, ticket.number, paced)
    noted = words.BECAUSE.format(changes=changes, why=command.why.strip())
    note_event(ctx, ticket, "facts", noted)
    note_for(ctx.uow, ctx.account_id, AuditEntry("ticket.facts", f"ticket:{ticket.number}", changes), ctx.now)
    if other is not None:
        text = NOTICE_PUT_RIGHT.format(head=head_of(ticket), right=noted)
        notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.REPLY, text)
    return FactsChanged(ticket.number, changes)


def _ticket(ctx: Context, name: str) -> WorkTicket:
    """The ticket, locked. Raises Refuse where there is none, or it is not the sender's to put right."""
    number, worker = name.strip().upper(), worker_of(ctx, ctx.person_id)
    if not work_tickets(ctx.uow, [number]):
        raise Refuse(NotYours(number))
    ticket = work_ticket(ctx.uow, number)
    if worker is None or not may_at(Act.DISPATCH, worker.terms, *rights_area(ctx, ticket.place_id)):
        raise Refuse(not_allowed(ctx, Act.DISPATCH, ticket.place_id))
    return ticket


def _where(ctx: Context, command: ChangeFacts) -> Whereabouts | None:
    said = normalise(command.where.strip())
    return whereabouts(ctx.places, read_words(said, ctx.here), said) if said else None


def _category(ctx: Context, command: ChangeFacts) -> Category | None:
    said = command.category.strip()
    known = (each for each in ctx.config.all_categories if said in (each.code, each.name, each.full_name))
    return next(known, None) if said else None


def _why_not(
    command: ChangeFacts, ticket: WorkTicket, where: Whereabouts | None, category: Category | None
) -> Unchanged | None:
    if ticket.state in ENDED:
        return Unchanged.ENDED
    if not command.why.strip():
        return Unchanged.WHY
    if where is not None and where.place_id is None:
        return Unchanged.PLACE
    if command.category.strip() and category is None:
        return Unchanged.CATEGORY
    if category is not None and request_kind(category.code) is not request_kind(ticket.category):
        return Unchanged.REQUEST
    dangers = {Urgency(ticket.urgency), command.urgency or Urgency(ticket.urgency)}
    return Unchanged.DANGER if Urgency.HAZARD in dangers and len(dangers) > 1 else None
