"""回访: somebody has called the reporter of a reopened ticket, and says what they said."""

from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import Move, Need
from governance.tickets.satisfaction import ClosedAs, Score
from governance.tickets.states import TicketState
from handlers.catalogue import executes
from handlers.context import Context
from handlers.texts import follow
from handlers.texts import work as words
from handlers.tickets.denials import Missing
from handlers.tickets.ending import close, danger_again, endanger
from handlers.tickets.finding import Found, find
from handlers.tickets.moving import note_event
from handlers.tickets.news import tell_reporters
from handlers.tickets.outcomes import Errand, Remarked, ref
from handlers.tickets.permitting import Brought, permit, want
from handlers.tickets.rating_commands import CallBack
from handlers.tickets.rating_outcomes import CalledBack, CalledInVain, NoCallBack
from storage.deadlines import meet_deadlines, open_deadlines
from storage.ratings import rate_ticket, raters
from storage.work_tickets import WorkTicket, change_ticket


@executes(CallBack)
def call_back(command: CallBack, ctx: Context) -> CalledBack | CalledInVain | Remarked | NoCallBack | Missing:
    """回访 N 满意, 不满意, 联系不上."""
    found = find(ctx, command.ticket, Errand.CALL_BACK)
    ticket, score = found.ticket, command.score
    if DeadlineKind.CALL_BACK not in open_deadlines(ctx.uow, ticket.number):
        return NoCallBack(ref(ticket))
    if score is None and command.reached:
        return want(ctx, ticket, Errand.CALL_BACK, Need.NOTE)
    note = command.note or ("" if score is None else follow.SCORE[score])
    ends = ticket.state is TicketState.REOPENED and score is not Score.DISSATISFIED
    if ends:
        permit(ctx, ticket, found.parts, Move.CLOSE, Brought(note))
    note_event(ctx, ticket, "call_back", note)
    meet_deadlines(ctx.uow, ticket.number, [DeadlineKind.CALL_BACK], ctx.now)
    return _in_vain(ctx, found, note, ends) if score is None else _said(ctx, found, score, note, ends)


def _said(ctx: Context, found: Found, score: Score, note: str, ends: bool) -> CalledBack:
    """The score stands for the reporter; a good one ends the ticket, a danger that is told of is one at once."""
    ticket = found.ticket
    _rate(ctx, ticket, score, note)
    if ends:
        ticket = close(ctx, ticket, ClosedAs.RATED, found.parts, score, note)
        tell_reporters(ctx, ticket, follow.CALLED_CLOSED)
        return CalledBack(ref(ticket), score, ends)
    change_ticket(ctx.uow, ticket.number, score=score.value)
    if score is Score.DISSATISFIED and danger_again(ctx, ticket, note) is not None:
        endanger(ctx, ticket, words.WHY_DISSATISFIED.format(note=note))
    return CalledBack(ref(ticket), score, ends)


def _rate(ctx: Context, ticket: WorkTicket, score: Score, note: str) -> None:
    known = raters(ctx.uow, ticket.number, "call_back", ticket.reopened)
    if ticket.account_id is not None and ticket.account_id not in known:
        rate_ticket(
            ctx.uow, ticket.number, ticket.account_id, kind="call_back", round_=ticket.reopened, score=score, note=note,
            now=ctx.now,
        )  # fmt: skip


def _in_vain(ctx: Context, found: Found, note: str, ends: bool) -> CalledInVain | Remarked:
    """Tried and not reached: what was done stands, and the ticket ends, counted apart."""
    if ends:
        close(ctx, found.ticket, ClosedAs.UNREACHED, found.parts, note=note)
        return CalledInVain(ref(found.ticket))
    return Remarked(ref(found.ticket), note)
