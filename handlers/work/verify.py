"""核查: somebody else looks at what was done; good work goes to the reporter, bad work back to whom did it."""

from governance.tickets.lifecycle import Move
from governance.tickets.states import TicketState
from handlers.inbound import Reply
from handlers.texts import follow
from handlers.texts import work as words
from handlers.turn import Turn
from handlers.work.details import ask_detail
from handlers.work.ending import evaluate
from handlers.work.finding import find, head_of, said
from handlers.work.moving import make
from handlers.work.news import tell_reporters
from handlers.work.orders import order
from handlers.work.parts import titled
from understanding.verdict import verdict_in


def verify(turn: Turn) -> Reply:
    """核查 N 通过, 核查 N 不通过 why."""
    found = find(turn, Move.VERIFY)
    if isinstance(found, Reply):
        return found
    ticket, n = found.ticket, words.short(found.ticket.number)
    verdict = verdict_in(said(turn))
    if verdict is None:
        return ask_detail(turn, ticket, words.VERDICT_WANTED.format(n=n))
    if verdict.good:
        ticket = evaluate(turn, make(turn, ticket, Move.VERIFY, verdict.why or None))
        done = words.VERIFIED if ticket.state is not TicketState.CLOSED else words.VERIFIED_CLOSED
        return Reply(done.format(head=head_of(ticket)))
    who = titled(turn, ticket.assignee_id, ticket.place_id) if ticket.assignee_id is not None else ""
    if not verdict.why:
        return ask_detail(turn, ticket, words.WHY_REJECT.format(n=n, who=who), before=words.FAILED)
    ticket = make(turn, ticket, Move.REJECT, verdict.why)
    text = words.REJECTED_TO_YOU.format(head=head_of(ticket), note=verdict.why, who=found.worker.name, n=n)
    order(turn, ticket, ticket.assignee_id, "rejected", text)
    tell_reporters(turn, ticket, follow.REJECTED)
    return Reply(words.REJECTED.format(who=who, head=head_of(ticket), note=verdict.why))
