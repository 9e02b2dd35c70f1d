"""应急包: the crew goes at once, the approval comes afterwards, the bill settles it."""

from datetime import timedelta

from governance.days import month_of, start_of
from governance.emergency import DrawState, Refusal, balance, may_draw
from governance.notices import NoticeKind
from governance.permissions import Act
from governance.roles import Role
from governance.tickets.deadlines import DeadlineKind, working_days
from governance.tickets.lifecycle import Move, Need
from handlers import texts
from handlers.catalogue import executes
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import require
from handlers.texts import work as words
from handlers.tickets.denials import Missing
from handlers.tickets.finding import Found, find, head_of
from handlers.tickets.moving import note_event, restart
from handlers.tickets.notify import notify_staff
from handlers.tickets.outcomes import Errand, ref
from handlers.tickets.parts import APPROVERS, LEADS, Worker, called, first_concerned, first_reached, worker_of
from handlers.tickets.permitting import want
from handlers.tickets.request_commands import SettleEmergency, ShowEmergencyPool, SpendEmergencyFund
from handlers.tickets.request_outcomes import (
    EmergencyPool,
    FundDecided,
    FundSpent,
    NothingSpent,
    OverCase,
    OverPool,
    Settled,
    Spending,
)
from handlers.tickets.take import taken
from storage.deadlines import meet_deadlines
from storage.emergency import (
    BookedDraw,
    decide_draw,
    draws_between,
    draws_of,
    lock_pool,
    settle_draw,
    spend_fund,
)
from storage.work_tickets import WorkTicket


@executes(SpendEmergencyFund)
def spend(command: SpendEmergencyFund, ctx: Context) -> FundSpent | OverCase | OverPool | Missing:
    """应急 N what it needs and an estimate."""
    found, theirs = _found(ctx, command.ticket)
    number, what, estimate = found.ticket.number, command.what, command.estimate
    if estimate is None or not what:
        return want(ctx, found.ticket, Errand.DRAW, Need.NOTE, said=f"{what} ".lstrip())
    lock_pool(ctx.uow)
    already = sum(each.draw.cost for each in draws_of(ctx.uow, number))
    left = balance(tuple(each.draw for each in _of_year(ctx)), ctx.config.rules)
    match may_draw(estimate, already, left, _leads(found.worker), ctx.config.rules):
        case Refusal.NO_AMOUNT:
            return want(ctx, found.ticket, Errand.DRAW, Need.NOTE)
        case Refusal.OVER_POOL:
            return OverPool(left, estimate)
        case Refusal.OVER_CASE:
            return OverCase(ref(found.ticket), already, estimate, ctx.config.rules.emergency_case_yuan * 100)
    return _spent(ctx, found, taken(ctx, found) if theirs else found.ticket, what, estimate)


def _found(ctx: Context, name: str | None) -> tuple[Found, bool]:
    """The ticket, and whether it is the sender's to handle. The lead also spends for what others have in hand."""
    try:
        return find(ctx, name, Errand.DRAW), True
    except Refuse:
        worker = worker_of(ctx, ctx.person_id)
        if worker is None or not _leads(worker):
            raise
    return find(ctx, name, Errand.LEAD_DRAW), False


def _leads(worker: Worker) -> bool:
    return any(term.role in LEADS for term in worker.terms)


def _spent(ctx: Context, found: Found, ticket: WorkTicket, what: str, estimate: int) -> FundSpent:
    crews = first_concerned(ctx, ticket, (Role.REPAIR_CREW,), but=found.worker.people)[:1]
    crew = crews[0].person if crews else None
    by = found.worker.person_id
    spend_fund(ctx.uow, ticket.number, what=what, estimate=estimate, crew_id=crew, drawn_by=by, now=ctx.now)
    note_event(ctx, ticket, "draw", what)
    for_crew = words.CREW_DRAWN.format(head=head_of(ticket), what=what, who=found.worker.name)
    notify_staff(ctx, ticket, crews, NoticeKind.CREW, for_crew, words.taps(ticket.number, Move.CREW))
    _ask_approval(ctx, found, what)
    return FundSpent(ref(ticket), what, called(ctx, crews))


def _ask_approval(ctx: Context, found: Found, what: str) -> None:
    ticket, n = found.ticket, words.short(found.ticket.number)
    due = working_days(DeadlineKind.APPROVE, ctx.now, ctx.config.rules.verify_days, ctx.config.times)
    restart(ctx, ticket.number, due)
    approvers = first_reached(ctx, ticket.place_id, APPROVERS, but=found.worker.people)
    text = words.APPROVE_DRAW.format(head=head_of(ticket), what=what, who=found.worker.name)
    notify_staff(ctx, ticket, approvers, NoticeKind.DRAW, text, [tap.format(n=n) for tap in words.DRAW_TAPS])


def decide_spending(ctx: Context, found: Found, drawn: BookedDraw, granted: bool, note: str) -> FundDecided:
    """同意应急, 不同意应急: afterwards, when the crew has long begun."""
    ticket, state = found.ticket, DrawState.REFUSED
    if granted:
        state = DrawState.APPROVED if drawn.draw.actual is None else DrawState.SETTLED
    decide_draw(ctx.uow, drawn.id, state, decided_by=found.worker.person_id, note=note, now=ctx.now)
    meet_deadlines(ctx.uow, ticket.number, [DeadlineKind.APPROVE], ctx.now)
    note_event(ctx, ticket, "approve_draw" if granted else "refuse_draw", note or None)
    amount = drawn.draw.estimate if drawn.draw.actual is None else drawn.draw.actual
    verdict = words.APPROVED_WORD if granted else words.REFUSED_WORD
    text = words.DRAW_DECIDED.format(head=head_of(ticket), amount=words.yuan(amount), verdict=verdict)
    notify_staff(ctx, ticket, drawn.drawn_by, NoticeKind.DECIDED, text)
    return FundDecided(ref(ticket), amount, granted)


@executes(SettleEmergency)
def settle(command: SettleEmergency, ctx: Context) -> Settled | NothingSpent | Missing:
    """结算 N by its bill."""
    ticket = find(ctx, command.ticket, Errand.SETTLE).ticket
    drawn = next((each for each in draws_of(ctx.uow, ticket.number) if _open(each)), None)
    if drawn is None:
        return NothingSpent(ref(ticket))
    if command.actual is None:
        return want(ctx, ticket, Errand.SETTLE, Need.NOTE)
    approved = drawn.draw.state is DrawState.APPROVED
    state = DrawState.SETTLED if approved else DrawState.DRAWN
    settle_draw(ctx.uow, drawn.id, state, actual=command.actual, now=ctx.now)
    note_event(ctx, ticket, "settle", command.note or words.yuan(command.actual))
    return Settled(ref(ticket), drawn.draw.estimate, command.actual, approved)


def _open(drawn: BookedDraw) -> bool:
    return drawn.draw.actual is None and drawn.draw.state in (DrawState.DRAWN, DrawState.APPROVED)


@executes(ShowEmergencyPool)
def show_pool(_command: ShowEmergencyPool, ctx: Context) -> EmergencyPool:
    """应急包: the year's balance and this month's draws."""
    require(ctx, Act.DISPATCH)
    draws = _of_year(ctx)
    left = balance(tuple(each.draw for each in draws), ctx.config.rules)
    first = start_of(month_of(ctx.today), ctx.config.zone)
    month = [each for each in draws if each.drawn_at >= first]
    newest = tuple(Spending(each.number, each.what, each.draw.cost) for each in month[-texts.MOST_LISTED :])
    budget = ctx.config.rules.emergency_pool_yuan * 100
    return EmergencyPool(ctx.today.year, budget, left, newest, len(month), sum(each.draw.cost for each in month))


def _of_year(ctx: Context) -> list[BookedDraw]:
    first = start_of(ctx.today.replace(month=1, day=1), ctx.config.zone)
    return draws_between(ctx.uow, first, ctx.now + timedelta(seconds=1))
