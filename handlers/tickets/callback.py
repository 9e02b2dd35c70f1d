"""回访: somebody has called the reporter of a reopened ticket, and says what they said."""

from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import Move
from governance.tickets.satisfaction import ClosedAs, Score
from governance.tickets.states import TicketState
from handlers.inbound import Reply
from handlers.texts import follow
from handlers.texts import work as words
from handlers.tickets.details import ask_detail
from handlers.tickets.ending import close, danger_again, endanger
from handlers.tickets.finding import Found, find, head_of
from handlers.tickets.moving import note_event
from handlers.tickets.news import tell_reporters
from handlers.tickets.outcomes import Errand
from handlers.tickets.permitting import Brought, permit
from handlers.turn import Turn
from storage.deadlines import meet_deadlines, open_deadlines
from storage.ratings import rate_ticket, raters
from understanding.score import UNREACHED, score_in


def call_back(turn: Turn) -> Reply:
    """回访 N 满意, 不满意, 联系不上."""
    found = find(turn, turn.said.ticket, Errand.CALL_BACK)
    ticket, note, n = found.ticket, turn.said.argument, words.short(found.ticket.number)
    if DeadlineKind.CALL_BACK not in open_deadlines(turn.uow, ticket.number):
        return Reply(words.NO_CALL_BACK.format(head=head_of(ticket)))
    scored = score_in(note)
    if scored is None and not UNREACHED.search(note):
        return ask_detail(turn, ticket, words.CALL_BACK_HOW.format(n=n))
    good = scored is None or Score(scored.score) is not Score.DISSATISFIED
    if good and ticket.state is TicketState.REOPENED:
        permit(turn, ticket, found.parts, Move.CLOSE, Brought(note))
    note_event(turn, ticket, "call_back", note)
    if scored is None:
        return _unreached(turn, found)
    score = Score(scored.score)
    known = raters(turn.uow, ticket.number, "call_back", ticket.reopened)
    if ticket.account_id is not None and ticket.account_id not in known:
        rate_ticket(
            turn.uow, ticket.number, ticket.account_id, kind="call_back", round_=ticket.reopened, score=score,
            note=scored.said or None, now=turn.now,
        )  # fmt: skip
    meet_deadlines(turn.uow, ticket.number, [DeadlineKind.CALL_BACK], turn.now)
    if score is not Score.DISSATISFIED and ticket.state is TicketState.REOPENED:
        ticket = close(turn, ticket, ClosedAs.RATED, found.parts, score, note)
        tell_reporters(turn, ticket, follow.CALLED_CLOSED)
        return Reply(words.CALL_BACK_WELL.format(head=head_of(ticket), score=follow.SCORE[score]))
    if score is Score.DISSATISFIED and danger_again(turn, ticket, note) is not None:
        endanger(turn, ticket, words.WHY_DISSATISFIED.format(note=note))
    return Reply(words.CALL_BACK_WORK.format(head=head_of(ticket), score=follow.SCORE[score], n=n))


def _unreached(turn: Turn, found: Found) -> Reply:
    """Tried and not reached: what was done stands, and the ticket ends, counted apart."""
    ticket = found.ticket
    meet_deadlines(turn.uow, ticket.number, [DeadlineKind.CALL_BACK], turn.now)
    if ticket.state is TicketState.REOPENED:
        close(turn, ticket, ClosedAs.UNREACHED, found.parts, note=turn.said.argument)
        return Reply(words.CALL_BACK_UNREACHED.format(head=head_of(ticket)))
    return Reply(words.REMARKED.format(head=head_of(ticket), note=turn.said.argument))
