"""Taking a report back."""

from governance.notices import NoticeKind
from governance.tickets.lifecycle import Move, Who
from governance.tickets.states import ENDED, WITHDRAWABLE
from handlers import texts
from handlers.inbound import Reply
from handlers.own_tickets import own_tickets, those_meant
from handlers.tickets.moving import make
from handlers.tickets.notify import notify_staff
from handlers.turn import Turn
from storage.outbox import take_back
from storage.tickets import OwnTicket
from storage.work_tickets import joined_to, work_ticket


def withdraw(turn: Turn) -> Reply:
    """Withdraws the ticket that the sender names, or the only one it can mean; asks when there are several."""
    tickets = own_tickets(turn)
    name = turn.meaning.ticket if turn.meaning else None
    if turn.meaning is not None and turn.meaning.act == "ask":
        return _ask(turn, [ticket for ticket in tickets if ticket.state in WITHDRAWABLE])
    if name is None:
        return _the_only_one(turn, [ticket for ticket in tickets if ticket.state in WITHDRAWABLE])
    candidates = those_meant(turn, tickets)
    if not candidates:
        return Reply(texts.no_such_ticket(name.upper()))
    if len(candidates) > 1:
        candidates = [ticket for ticket in candidates if ticket.state not in ENDED] or candidates
    if len(candidates) > 1:
        return Reply(texts.several(name, [ticket.number for ticket in candidates]))
    return _withdraw(turn, candidates[0])


def _ask(turn: Turn, tickets: list[OwnTicket]) -> Reply:
    """不用来了: which report is meant is not guessed, even when there is only one."""
    if not tickets:
        return Reply(texts.NOTHING_TO_WITHDRAW)
    return Reply(texts.choose_withdrawal([(ticket.number, ticket.summary) for ticket in tickets]))


def _the_only_one(turn: Turn, tickets: list[OwnTicket]) -> Reply:
    match tickets:
        case []:
            return Reply(texts.NOTHING_TO_WITHDRAW)
        case [ticket]:
            return _withdraw(turn, ticket)
        case _:
            return Reply(texts.choose_withdrawal([(ticket.number, ticket.summary) for ticket in tickets]))


def _withdraw(turn: Turn, own: OwnTicket) -> Reply:
    ticket = work_ticket(turn.uow, own.number)
    if ticket.state not in WITHDRAWABLE:
        return Reply(texts.cannot_withdraw(ticket.number, ticket.state))
    if joined_to(turn.uow, ticket.number):
        return Reply(texts.JOINED_BY_OTHERS.format(number=ticket.number))
    ticket = make(turn, ticket, Move.WITHDRAW, {Who.REPORTER})
    take_back(turn.uow, ticket.number, turn.account.id, "news", "withdrawn meanwhile")
    text = texts.notice_withdrawn(ticket.number, ticket.summary)
    notify_staff(turn, ticket, ticket.assignee_id, NoticeKind.WITHDRAWN, text)
    return Reply(texts.withdrawn(ticket.number, ticket.summary))
