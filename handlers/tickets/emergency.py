"""应急包: the crew goes at once, the approval comes afterwards, the bill settles it."""

from datetime import timedelta

from governance.days import month_of, start_of
from governance.emergency import DrawState, Refusal, balance, may_draw
from governance.permissions import Act
from governance.roles import Role
from governance.serving import Servant
from governance.tickets.deadlines import DeadlineKind, working_days
from governance.tickets.lifecycle import Move, Who
from handlers import texts
from handlers.inbound import Reply
from handlers.outcomes import Refuse
from handlers.posts import refusal
from handlers.texts import work as words
from handlers.tickets.details import ask_detail
from handlers.tickets.finding import Found, find, head_of
from handlers.tickets.moving import note_event, restart
from handlers.tickets.notify import notify_staff
from handlers.tickets.outcomes import Errand
from handlers.tickets.parts import APPROVERS, LEADS, called, first_reached
from handlers.tickets.take import taken
from handlers.turn import Turn
from storage.deadlines import meet_deadlines
from storage.emergency import BookedDraw, book_draw, change_draw, draws_between, draws_of, lock_pool
from understanding.money import fen_in


def draw(turn: Turn) -> Reply:
    """应急 N what it needs and an estimate."""
    try:
        found = find(turn, turn.said.ticket, Errand.DRAW)
    except Refuse:
        return _lead_draws(turn)
    return _draw(turn, found)


def _lead_draws(turn: Turn) -> Reply:
    """The lead draws for what others have in hand: the limit of a case does not bind them."""
    found = find(turn, turn.said.ticket, Errand.LEAD_DRAW)
    return _draw(turn, found if _is_lead(found) else find(turn, turn.said.ticket, Errand.DRAW))


def _is_lead(found: Found) -> bool:
    return any(term.role in LEADS for term in found.worker.terms)


def _draw(turn: Turn, found: Found) -> Reply:
    what, n = turn.said.argument, words.short(found.ticket.number)
    estimate = fen_in(what)
    if estimate is None or not what:
        return ask_detail(turn, found.ticket, words.AMOUNT_WANTED.format(n=n))
    lock_pool(turn.uow)
    already = sum(each.draw.cost for each in draws_of(turn.uow, found.ticket.number))
    left = balance(tuple(each.draw for each in _of_year(turn)), turn.config.rules)
    match may_draw(estimate, already, left, _is_lead(found), turn.config.rules):
        case Refusal.NO_AMOUNT:
            return ask_detail(turn, found.ticket, words.AMOUNT_WANTED.format(n=n))
        case Refusal.OVER_POOL:
            return Reply(words.OVER_POOL.format(left=words.yuan(left), estimate=words.yuan(estimate)))
        case Refusal.OVER_CASE:
            limit = words.yuan(turn.config.rules.emergency_case_yuan * 100)
            return Reply(
                words.OVER_CASE.format(n=n, already=words.yuan(already), estimate=words.yuan(estimate), limit=limit)
            )
    return _drawn(turn, found, what, estimate)


def _drawn(turn: Turn, found: Found, what: str, estimate: int) -> Reply:
    ticket = taken(turn, found) if Who.ASSIGNEE in found.parts else found.ticket
    n = words.short(ticket.number)
    crews = first_reached(turn, ticket.place_id, (Role.REPAIR_CREW,), but=found.worker.people)[:1]
    crew = crews[0].person if crews else None
    book_draw(
        turn.uow,
        ticket.number,
        what=what,
        estimate=estimate,
        crew_id=crew,
        drawn_by=found.worker.person_id,
        now=turn.now,
    )
    note_event(turn, ticket, "draw", what)
    for_crew = words.CREW_DRAWN.format(head=head_of(ticket), what=what, who=found.worker.name)
    notify_staff(turn, ticket, crews, "crew", for_crew, words.taps(ticket.number, Move.CREW))
    _ask_approval(turn, found, what)
    told = words.DRAWN_CREW.format(who=called(turn, crews)) if crews else words.DRAWN_NO_CREW
    return Reply(words.DRAWN.format(head=head_of(ticket), what=what, crew=told, n=n))


def _ask_approval(turn: Turn, found: Found, what: str) -> None:
    ticket, n = found.ticket, words.short(found.ticket.number)
    due = working_days(DeadlineKind.APPROVE, turn.now, turn.config.rules.verify_days, turn.config.times)
    restart(turn, ticket.number, due)
    approvers: list[Servant] = first_reached(turn, ticket.place_id, APPROVERS, but=found.worker.people)
    text = words.APPROVE_DRAW.format(head=head_of(ticket), what=what, who=found.worker.name)
    notify_staff(turn, ticket, approvers, "draw", text, [tap.format(n=n) for tap in words.DRAW_TAPS])


def decide(turn: Turn, found: Found, drawn: BookedDraw, granted: bool) -> Reply:
    """同意应急, 不同意应急: afterwards, when the crew has long begun."""
    state = DrawState.REFUSED
    if granted:
        state = DrawState.APPROVED if drawn.draw.actual is None else DrawState.SETTLED
    change_draw(
        turn.uow,
        drawn.id,
        state=state.value,
        decided_by=found.worker.person_id,
        decided_at=turn.now,
        note=turn.said.argument,
    )
    meet_deadlines(turn.uow, found.ticket.number, [DeadlineKind.APPROVE], turn.now)
    note_event(turn, found.ticket, "approve_draw" if granted else "refuse_draw", turn.said.argument or None)
    amount = words.yuan(drawn.draw.estimate if drawn.draw.actual is None else drawn.draw.actual)
    verdict = words.APPROVED_WORD if granted else words.REFUSED_WORD
    text = words.DRAW_DECIDED.format(head=head_of(found.ticket), amount=amount, verdict=verdict)
    notify_staff(turn, found.ticket, drawn.drawn_by, "decided", text)
    done = words.DRAW_APPROVED if granted else words.DRAW_REFUSED
    return Reply(done.format(head=head_of(found.ticket), amount=amount))


def settle(turn: Turn) -> Reply:
    """结算 N by its bill."""
    found = find(turn, turn.said.ticket, Errand.SETTLE)
    n = words.short(found.ticket.number)
    open_draws = [
        each
        for each in draws_of(turn.uow, found.ticket.number)
        if each.draw.state in (DrawState.DRAWN, DrawState.APPROVED) and each.draw.actual is None
    ]
    if not open_draws:
        return Reply(words.NO_DRAW.format(head=head_of(found.ticket), n=n))
    actual = fen_in(turn.said.argument)
    if actual is None:
        return ask_detail(turn, found.ticket, words.BILL_WANTED.format(n=n))
    drawn = open_draws[0]
    approved = drawn.draw.state is DrawState.APPROVED
    state = DrawState.SETTLED if approved else DrawState.DRAWN
    change_draw(turn.uow, drawn.id, actual=actual, settled_at=turn.now, state=state.value)
    note_event(turn, found.ticket, "settle", turn.said.argument)
    return Reply(
        words.SETTLED.format(
            head=head_of(found.ticket), estimate=words.yuan(drawn.draw.estimate), actual=words.yuan(actual),
            approval="" if approved else words.WAITS_APPROVAL,
        )
    )  # fmt: skip


def pool(turn: Turn) -> Reply:
    """应急包: the year's balance and this month's draws."""
    no = refusal(turn, Act.DISPATCH)
    if no is not None:
        return no
    draws = _of_year(turn)
    left = balance(tuple(each.draw for each in draws), turn.config.rules)
    first = start_of(month_of(turn.today), turn.config.zone)
    month = [each for each in draws if each.drawn_at >= first]
    budget = turn.config.rules.emergency_pool_yuan * 100
    listed = "".join(
        f"\n{words.short(each.number)}　{each.what[:20]}　{words.yuan(each.draw.cost)}"
        for each in month[-texts.MOST_LISTED :]
    )
    return Reply(
        words.POOL.format(
            year=turn.today.year, budget=words.yuan(budget), used=words.yuan(budget - left), left=words.yuan(left),
            count=len(month), month=words.yuan(sum(each.draw.cost for each in month)), listed=listed,
        )
    )  # fmt: skip


def _of_year(turn: Turn) -> list[BookedDraw]:
    first = start_of(turn.today.replace(month=1, day=1), turn.config.zone)
    return draws_between(turn.uow, first, turn.now + timedelta(seconds=1))
