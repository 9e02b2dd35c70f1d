"""还没来水, 来水了: what those say who reported it, while it goes on and when they are asked after its end."""

from governance.events.grouping import LEAST
from governance.events.numbers import events_named
from governance.events.states import EventState
from governance.tickets.lifecycle import Move, Who, possible
from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.events.commands import BackAgain, StillOut
from handlers.events.finding import KEPT, ref
from handlers.events.inside import is_danger
from handlers.events.outcomes import BackNoted, GoodToHear, StillNoted
from handlers.events.reviving import revive
from handlers.reporting.commands import ReportProblem
from handlers.reporting.flood_outcomes import KeptForPerson
from handlers.reporting.outcomes import Reported
from handlers.tickets.moving import make
from handlers.tickets.own import mine_named
from storage.event_reports import Member, counts_of, members_of_account, note_answer, note_still
from storage.events import EventRow, lock_event, recent_events
from storage.work_tickets import WorkTicket, work_ticket
from understanding.normalise import normalise
from understanding.trouble_told import trouble_told

REPORTER = frozenset({Who.REPORTER})
OUT = frozenset({EventState.PROPOSED, EventState.OPEN})


@executes(StillOut)
def still_out(command: StillOut, ctx: Context) -> StillNoted | Reported | KeptForPerson:
    """Counted for who is of an event; who is of none has reported it by that, and joins the one where they live."""
    found = _mine(ctx, command.event, command.text)
    if found is None:
        filed: Reported | KeptForPerson = execute(ReportProblem(command.text), ctx)
        return filed
    event, member = found
    ended, again = event.state is EventState.ENDED, False
    if ended:
        event = lock_event(ctx.uow, event.number)
        note_answer(ctx.uow, [member.id], False, ctx.now)
        count = counts_of(ctx.uow, [event.number])[event.number].not_over
        again = event.state is EventState.ENDED and count >= LEAST
        if again:
            revive(ctx, event, count)
    else:
        note_still(ctx.uow, [member.id], ctx.now)
    return StillNoted(ref(event), member.number, event.kind, event.word, event.word_at, event.estimate_at, ended, again)


@executes(BackAgain)
def back_again(command: BackAgain, ctx: Context) -> BackNoted | GoodToHear:
    """Noted for who is of an event; after its end their report is over, and can be rated. A danger goes on by itself."""
    found = _mine(ctx, command.event, "")
    if found is None:
        own = [each.own for each in mine_named(ctx, None) if each.own.ended_at is None and _is_trouble(ctx, each.own)]
        return GoodToHear(own[0].number if own else None)
    event, _ = found
    members = members_of_account(ctx.uow, ctx.sender.id, [event.number])
    tickets = [work_ticket(ctx.uow, number) for number in sorted(each.number for each in members)]
    note_answer(ctx.uow, [each.id for each in members], True, ctx.now)
    if event.state is not EventState.ENDED:
        return BackNoted(ref(event), event.kind, None, running=True)
    over = [over_for(ctx, ticket, REPORTER) for ticket in tickets]
    rated = next(((each.number, each.summary) for each in over if each is not None), None)
    return BackNoted(ref(event), event.kind, rated)


def over_for(ctx: Context, ticket: WorkTicket, by: frozenset[Who]) -> WorkTicket | None:
    """Ends the work on a report whose event has ended, up to its rating; None where it is a danger, or not open any more."""
    if is_danger(ticket) or Move.OVER not in possible(ticket.state, by):
        return None
    return make(ctx, ticket, Move.OVER, by)


def _mine(ctx: Context, name: str | None, text: str) -> tuple[EventRow, Member] | None:
    """The event that the sender's report is of, and that report: the one that is named, else the one that fits the words, the
    newest. Who works here and reported nothing speaks of no event by that.
    """
    events = {
        event.number: event for event in recent_events(ctx.uow, ctx.now - KEPT) if event.state is not EventState.REFUSED
    }
    members = members_of_account(ctx.uow, ctx.sender.id, list(events))
    if name is not None:
        members = [each for each in members if each.event_number in events_named(name, [each.event_number or ""])]
    kind = trouble_told(normalise(text), ctx.config.troubles) if text else None
    fitting = [each for each in members if name is not None or kind is None or each.kind == kind]
    fitting.sort(key=lambda each: (events[each.event_number or ""].state not in OUT, -each.id))
    return (events[fitting[0].event_number or ""], fitting[0]) if fitting else None


def _is_trouble(ctx: Context, ticket: WorkTicket) -> bool:
    return trouble_told(normalise(ticket.summary), ctx.config.troubles) is not None
