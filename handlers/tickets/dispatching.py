"""New tickets get their promises and their owner, with the reason; where it is not clear somebody dispatches by hand."""

import structlog

from governance.notices import NoticeKind
from governance.requests.clock import has_own_clock
from governance.requests.kinds import request_kind
from governance.roles import Line, Role
from governance.serving import Servant
from governance.texts import LINE, ROLE
from governance.tickets.dispatching import Basis, Choice, Doubt, choose, choose_office, helper, least_busy, pressed
from governance.tickets.lifecycle import Move, Who
from governance.tickets.sensitive import who_hears
from governance.tickets.urgency import Urgency
from handlers.context import Context
from handlers.texts import work as words
from handlers.texts.prevention import CHECKS, EXTRA
from handlers.tickets.assigning import assign, new_of
from handlers.tickets.help_near import neighbours_of, on_night_duty
from handlers.tickets.joining import alike_to, matter_of
from handlers.tickets.moving import make, note_event, start_promises
from handlers.tickets.notify import notify_staff
from handlers.tickets.parts import DISPATCHERS, candidates_at, first_reached
from storage.deadlines import open_deadlines
from storage.event_reports import members_numbered
from storage.people import names_of
from storage.work_tickets import WorkTicket, change_ticket
from understanding.categories import GRID

MACHINE = frozenset({Who.SYSTEM})
MOST_NAMED = 3
"""Earlier reports of one matter that are named to who may merge them."""

log = structlog.get_logger("linli.dispatch")


def dispatch(ctx: Context, ticket: WorkTicket) -> None:
    """Starts a locked new ticket's promises and gives it to its owner; in doubt somebody is asked to dispatch it."""
    if not open_deadlines(ctx.uow, ticket.number):
        start_promises(ctx, ticket, ticket.opened_at)
    if not ctx.config.times.known(ticket.opened_at):
        log.warning("calendar not published, weekdays are taken", year=ticket.opened_at.year)
    if _still_asked(ctx, ticket) or ticket.draft:
        change_ticket(ctx.uow, ticket.number, by_hand=True)  # its answer, or silence, brings it on
        return
    choice = _choice(ctx, ticket)
    if isinstance(choice, Doubt):
        _by_hand(ctx, ticket, choice)
    else:
        ticket = make(ctx, ticket, Move.ACCEPT, MACHINE)
        why = reason(ctx, ticket, choice)
        ticket = assign(ctx, ticket, choice.candidate.person, Move.DISPATCH, MACHINE, why, extra=_items(ticket))
    _offer_merge(ctx, ticket)


def _items(ticket: WorkTicket) -> str:
    """What a season's check is to look at."""
    code = (ticket.origin or "").partition(":")[0]
    return EXTRA.format(items=CHECKS[code][1]) if code in CHECKS else ""


def _still_asked(ctx: Context, ticket: WorkTicket) -> bool:
    """Whether its reporter is being asked where it is."""
    if ticket.place_text is not None or ticket.urgency in (Urgency.HAZARD, Urgency.ENQUIRY):
        return False
    return ctx.now - ticket.opened_at < ctx.config.rules.question_window


def _choice(ctx: Context, ticket: WorkTicket) -> Choice | Doubt:
    rules, urgency = ctx.config.rules, Urgency(ticket.urgency)
    if has_own_clock(urgency, request_kind(ticket.category)):
        return choose_office(candidates_at(ctx, ticket.place_id), line_of(ctx, ticket), rules.most_open)
    if ticket.place_id is None:
        return Doubt.NO_PLACE
    awake = on_night_duty(ctx, ticket.place_id) if urgency is Urgency.URGENT else []
    if awake:
        return least_busy(awake, Basis.NIGHT_DUTY)
    candidates = candidates_at(ctx, ticket.place_id)
    choice = choose(candidates, line_of(ctx, ticket), urgency, ctx.config.times.working(ctx.now), rules.most_open)
    if choice is not Doubt.ALL_BUSY:
        return choice
    crews = [c for c in candidates if c.role in who_hears((Role.REPAIR_CREW,), ticket.category)]
    helps = helper(crews, neighbours_of(ctx, ticket.place_id), urgency, rules.most_open)
    return helps or pressed(candidates, urgency, rules.most_open_urgent) or choice


def line_of(ctx: Context, ticket: WorkTicket) -> Line | None:
    """The line of work that a ticket's category belongs to; None where it is the grid's own."""
    category = ctx.config.category(ticket.category)
    return None if category is None or category.line == GRID else Line(category.line)


def reason(ctx: Context, ticket: WorkTicket, choice: Choice) -> str:
    """Why this one: what it rests on first, then what was counted."""
    line = line_of(ctx, ticket)
    basis = words.BASIS[choice.basis].format(line=LINE[line] if line is not None else "")
    candidate = choice.candidate
    count = words.LEAST_BUSY.format(among=choice.among, role=ROLE[candidate.role], open=candidate.open)
    if candidate.for_person is None:
        return f"{basis}；{count}"
    name = names_of(ctx.uow, [candidate.for_person])[candidate.for_person]
    return f"{basis}{words.FOR_SOMEBODY.format(name=name)}；{count}"


def _by_hand(ctx: Context, ticket: WorkTicket, doubt: Doubt) -> None:
    change_ticket(ctx.uow, ticket.number, by_hand=True)
    note_event(ctx, ticket, "by_hand", words.DOUBT[doubt])
    n = words.short(ticket.number)
    text = words.BY_HAND.format(new=new_of(ticket), doubt=words.DOUBT[doubt], n=n)
    awake = on_night_duty(ctx, ticket.place_id) if ticket.urgency == Urgency.URGENT else []
    to = [Servant(each.person, each.role) for each in awake] or dispatchers(ctx, ticket)
    notify_staff(ctx, ticket, to, NoticeKind.BY_HAND, text)


def dispatchers(ctx: Context, ticket: WorkTicket) -> list[Servant]:
    """Who dispatches this ticket by hand, or, where nobody can be reached, the subdistrict's lead."""
    first = () if request_kind(ticket.category) is None else (Role.DISPATCHER,)
    return first_reached(ctx, ticket.place_id, (*first, *DISPATCHERS, Role.SUBDISTRICT_LEAD))


def _offer_merge(ctx: Context, ticket: WorkTicket) -> None:
    """Tells who dispatches that it may be what was reported before; of a report that is of an event they know that already.
    Enterprises' requests are each their own: two of one kind are not one matter.
    """
    if members_numbered(ctx.uow, [ticket.number]) or request_kind(ticket.category) is not None:
        return
    others = alike_to(ctx, matter_of(ticket), MOST_NAMED)
    if not others:
        return
    first = others[0].number
    said = "、".join(words.short(other.number) for other in others)
    text = words.ALIKE.format(number=ticket.number, others=said)
    taps = words.taps(ticket.number, Move.MERGE, other=words.short(first))
    notify_staff(ctx, ticket, dispatchers(ctx, ticket), NoticeKind.ALIKE, text, taps)
