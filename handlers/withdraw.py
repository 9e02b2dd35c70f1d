"""Taking a report back."""

from datetime import timedelta

from governance.ticket_numbers import named_by
from governance.tickets.states import ENDED, WITHDRAWABLE, TicketState
from handlers import texts
from handlers.inbound import Reply
from handlers.notices import tell_grid_workers
from handlers.turn import Turn
from storage.tickets import OwnTicket, move, place_of, recent_of


def withdraw(turn: Turn) -> Reply:
    """Withdraws the ticket that the sender names, or the only one it can mean; asks when there are several."""
    tickets = recent_of(turn.uow, turn.account.id, turn.now - timedelta(days=turn.house.rules.progress_days))
    name = turn.meaning.ticket if turn.meaning else None
    if turn.meaning is not None and turn.meaning.act == "ask":
        return _ask(turn, [ticket for ticket in tickets if ticket.state in WITHDRAWABLE])
    if name is None:
        return _the_only_one(turn, [ticket for ticket in tickets if ticket.state in WITHDRAWABLE])
    meant = named_by(name, [ticket.number for ticket in tickets])
    if not meant:
        return Reply(texts.no_such_ticket(name.upper()))
    candidates = [ticket for ticket in tickets if ticket.number in meant]
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


def _withdraw(turn: Turn, ticket: OwnTicket) -> Reply:
    if ticket.state not in WITHDRAWABLE:
        return Reply(texts.cannot_withdraw(ticket.number, ticket.state))
    move(turn.uow, ticket, TicketState.WITHDRAWN, turn.account.id, turn.now)
    place_id = place_of(turn.uow, ticket.number)
    if place_id is not None:
        text = texts.notice_withdrawn(ticket.number, ticket.summary)
        tell_grid_workers(turn, place_id, ticket.number, "withdrawn", text)
    return Reply(texts.withdrawn(ticket.number, ticket.summary))
